import { type Logger, pino } from 'pino';

export type { Logger };

/** A log of JSON lines on standard error, whose levels have names. Never give it secrets or what patrons wrote. */
export function createLog(level = 'info'): Logger {
  const formatters = { level: (name: string) => ({ level: name }) };
  return pino({ level, base: null, formatters }, pino.destination({ fd: 2, sync: true }));
}
