import type { SandboxClock } from './clock.js';

export type Side = 'slack' | 'x' | 'bluesky';

/** One thing that happened in a sandbox. `kind` is a method ("chat.postMessage"), or what a person did ("press"). */
export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly side: Side;
  readonly kind: string;
  readonly [detail: string]: unknown;
}

/** Append-only; `read(after)` gives the entries whose `seq` is greater. A reset of the sandbox keeps it. */
export interface Journal {
  write(side: Side, kind: string, detail?: Record<string, unknown>): Entry;
  read(after?: number): readonly Entry[];
  /** Calls `look` after each entry, until the returned function is called. */
  watch(look: () => void): () => void;
}

/** An empty journal whose entries have the time of `clock`. */
export function createJournal(clock: SandboxClock): Journal {
  const entries: Entry[] = [];
  const watching = new Set<() => void>();
  return {
    write(side, kind, detail = {}) {
      const entry = { ...structuredClone(detail), seq: entries.length + 1, at: clock.now(), side, kind };
      entries.push(entry);
      for (const look of watching) look();
      return entry;
    },
    read: (after = 0) => entries.slice(Math.max(0, after)),
    watch(look) {
      watching.add(look);
      return () => void watching.delete(look);
    },
  };
}
