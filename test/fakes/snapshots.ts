import { isDeepStrictEqual } from 'node:util';
import type { Snapshots, SnapshotValues } from '../../src/ports/snapshots.js';
import { type FakeHomes, fakeHomes } from './homes.js';

/** Snapshots in memory. */
export function fakeSnapshots(homes: FakeHomes = fakeHomes()): Snapshots {
  const kept = new Map<string, { value: unknown; at: number }>();
  return {
    async get<K extends keyof SnapshotValues>(what: K) {
      return kept.get(what) as { value: SnapshotValues[K]; at: number } | undefined;
    },
    async save(what, value, at) {
      const before = kept.get(what);
      if ((before?.at ?? -1) > at) return;
      kept.set(what, { value, at });
      if (!isDeepStrictEqual(before?.value, value)) homes.written();
    },
  };
}
