import type { SandboxClock } from './clock.js';
import type { Faults } from './faults.js';
import type { Journal } from './journal.js';
import type { Random } from './random.js';

/** What both sandboxes share: one clock, one journal, one list of faults, one seed. */
export interface World {
  readonly clock: SandboxClock;
  readonly journal: Journal;
  readonly random: Random;
  readonly faults: Faults;
}

/** How far a route goes: `partial` and `missing` say in `note` what is not there. */
export interface Coverage {
  readonly route: string;
  readonly level: 'supported' | 'partial' | 'missing';
  readonly note?: string;
}

/** One thing that a person can see in a sandbox: a key of its own, and plain JSON. */
export type Sight = readonly [key: string, seen: unknown];

/** Things that the controls can make happen on one side, by name. Each takes and answers plain JSON. */
export type Acts = Record<string, (args: Record<string, unknown>) => unknown>;

/** One side of the sandbox. Its state is plain data, so that a snapshot is a copy of it. */
export interface SandboxSide {
  readonly url: string;
  readonly coverage: readonly Coverage[];
  readonly acts: Acts;
  /** Everything that there is to see now, for whoever draws it. */
  sights(): readonly Sight[];
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  /** Back to how it was seeded. */
  reset(): void;
  close(): Promise<void>;
}
