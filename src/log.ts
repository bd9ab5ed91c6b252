import { type Logger, pino } from 'pino';

export type { Logger };

/** A log of JSON lines on standard error. Never give it secrets or what patrons wrote. */
export function createLog(level = 'info'): Logger {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
