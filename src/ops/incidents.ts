import type { Logger } from '../log.js';

/**
 * What is wrong for longer: each is said once in the log when it begins and once when it is over, however often it is met, and
 * whatever it turns into in between.
 */
export interface Incidents {
  /** All that is wrong now with something, a line each: new lines begin, and once none is left it is well again. */
  set(about: string, lines: readonly string[]): void;
  has(about: string): boolean;
  /** All lines of now, as they are shown outside: `shown` may say something less of what is wrong with something. */
  lines(shown?: (about: string, lines: readonly string[]) => readonly string[]): readonly string[];
}

/** Incidents in memory, said in the log. */
export function createIncidents(log: Logger): Incidents {
  const current = new Map<string, readonly string[]>();
  /** All lines of each since it began. */
  const said = new Map<string, ReadonlySet<string>>();
  return {
    set(about, lines) {
      const before = said.get(about) ?? new Set();
      for (const line of lines) if (!before.has(line)) log.error(line);
      if (lines.length > 0) {
        current.set(about, lines);
        said.set(about, new Set([...before, ...lines]));
        return;
      }
      said.delete(about);
      if (current.delete(about)) log.info(`${about} is well again.`);
    },
    has: (about) => current.has(about),
    lines: (shown = (_about, lines) => lines) =>
      [...current].flatMap(([about, lines]) => shown(about, lines)),
  };
}
