import type { History, Line } from './history.js';

export const faults = ['doubled', 'lost', 'unapproved', 'stale', 'stuck'] as const;

/** Something that must never happen. */
export interface Offence {
  readonly fault: (typeof faults)[number];
  readonly at: number;
  /** What happened, in one sentence. */
  readonly what: string;
  /** The lines that show it, in the order of the history. */
  readonly story: readonly Line[];
}

export type Invariant = (history: History) => readonly Offence[];
