import type { SandboxClock } from './clock.js';
import type { Faults } from './faults.js';
import type { Journal } from './journal.js';
import type { Random } from './random.js';

/** What the sandboxes share: one clock, one journal, one list of faults, one seed. */
export interface World {
  readonly clock: SandboxClock;
  readonly journal: Journal;
  readonly random: Random;
  readonly faults: Faults;
}

/** How much of a route the sandbox has. For `partial` and `missing`, `note` says what it lacks. */
export interface Coverage {
  readonly route: string;
  readonly level: 'supported' | 'partial' | 'missing';
  readonly note?: string;
}

/** One thing that a person can see in a sandbox: its unique key, and its content as plain JSON. */
export type Sight = readonly [key: string, seen: unknown];

/** What people and platforms can do on one side, by name. Each act takes and gives plain JSON. */
export type Acts = Record<string, (args: Record<string, unknown>) => unknown>;

/** One side of the sandbox. Its state is plain data, so that a snapshot is a copy of it. */
export interface SandboxSide {
  readonly url: string;
  readonly coverage: readonly Coverage[];
  readonly acts: Acts;
  /** Everything that can be seen now, for the page. */
  sights(): readonly Sight[];
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  /** Goes back to the first state. */
  reset(): void;
  close(): Promise<void>;
}
