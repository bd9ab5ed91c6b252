import type { Copied, Copies } from '../../src/ports.js';

/** What others keep, in memory. */
export function fakeCopies(): Copies {
  const kept = new Map<string, { value: unknown; at: number }>();
  return {
    async get<K extends keyof Copied>(what: K) {
      return kept.get(what) as { value: Copied[K]; at: number } | undefined;
    },
    async keep(what, value, at) {
      if ((kept.get(what)?.at ?? -1) <= at) kept.set(what, { value, at });
    },
  };
}
