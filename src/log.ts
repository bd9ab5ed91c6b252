import { type Logger, pino } from 'pino';

export type { Logger };

/** JSON lines on standard error; secrets and patrons' words are never given to it. */
export function createLog(level = 'info'): Logger {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
