import type { Logger } from '../log.js';

/** Troubles that last: each is said once in the log when it begins and once when it is over, however often it is met. */
export interface Troubles {
  /** All that is wrong now with something, a line each: new lines begin, and once none is left it is well again. */
  set(about: string, lines: readonly string[]): void;
  has(about: string): boolean;
  /** All lines of now. */
  lines(): readonly string[];
}

export function createTroubles(log: Logger): Troubles {
  const standing = new Map<string, readonly string[]>();
  return {
    set(about, lines) {
      const before = standing.get(about) ?? [];
      for (const line of lines) if (!before.includes(line)) log.error(line);
      if (lines.length > 0) standing.set(about, lines);
      else if (standing.delete(about)) log.info(`${about} is well again.`);
    },
    has: (about) => standing.has(about),
    lines: () => [...standing.values()].flat(),
  };
}
