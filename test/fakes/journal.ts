import type { Journal } from '../../src/ports/journal.js';

export interface FakeJournal extends Journal {
  /** When the file was written anew (Unix ms). */
  readonly rewrites: readonly number[];
}

/** What a storage has on its disk, in memory. */
export function fakeJournal(): FakeJournal {
  const rewrites: number[] = [];
  let isPurged = false;
  return {
    rewrites,
    async purged() {
      isPurged = true;
    },
    async rewrite(now, everyMs) {
      if (!isPurged || now - (rewrites.at(-1) ?? 0) < everyMs) return;
      isPurged = false;
      rewrites.push(now);
    },
  };
}
