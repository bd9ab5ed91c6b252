import { isDeepStrictEqual } from 'node:util';
import type { Copied, Copies } from '../../src/ports.js';
import { type FakeHomes, fakeHomes } from './homes.js';

/** What others keep, in memory. */
export function fakeCopies(homes: FakeHomes = fakeHomes()): Copies {
  const kept = new Map<string, { value: unknown; at: number }>();
  return {
    async get<K extends keyof Copied>(what: K) {
      return kept.get(what) as { value: Copied[K]; at: number } | undefined;
    },
    async keep(what, value, at) {
      const before = kept.get(what);
      if ((before?.at ?? -1) > at) return;
      kept.set(what, { value, at });
      if (!isDeepStrictEqual(before?.value, value)) homes.written();
    },
  };
}
