import type { Forgotten } from '../../src/ports/forgotten.js';

/** People who asked to be forgotten, in memory: without hashes, and without a file. */
export function fakeForgotten(): Forgotten {
  const people = new Map<string, number>();
  return {
    isReady: true,
    check: async () => {},
    checkKey: async () => {},
    upTo: async (ids) => ids.map((id) => people.get(id)),
    add: async (person, upTo) => void people.set(person, Math.max(people.get(person) ?? 0, upTo)),
    restore: async () => people.size > 0,
    dropTraces: async () => {},
  };
}
