import type { DueEntry, Job, Poll } from '../core/due/due-entries.js';

/** `now` (Unix ms) decides what is due, and a sandbox may move it. `monotonic` (ms) measures durations and never jumps. */
export interface Clock {
  now(): number;
  monotonic(): number;
}

/** What a moment is reserved for; a new message unless told. */
export type SlotKind = 'post' | 'refresh';

/** The due list of one desk: which job is due when. */
export interface Due {
  /**
   * Atomic: gives up to `limit` entries that are due by `now` to one caller. They are due again after `leaseMs` unless
   * they are rewritten. Until the channel was read for a new boot, it gives the entry `recover` alone.
   */
  take(now: number, leaseMs: number, limit: number): Promise<readonly DueEntry[]>;
  /** Idempotent: sets when an entry is due next. */
  put(entry: DueEntry): Promise<void>;
  /** The same for an entry that is still on the list: what it was for may be done meanwhile. */
  postpone(entry: DueEntry): Promise<void>;
  /** Idempotent: takes an entry off the list. */
  drop(entry: Pick<DueEntry, 'job' | 'id'>): Promise<void>;
  /** Adds an entry unless it is in the list; one that is due after `latest` (Unix ms) becomes due at `latest`. */
  ensure(entry: DueEntry, latest: number): Promise<void>;
  /** Idempotent: what is due of these jobs after `at` (Unix ms) is due then. Their flows find out whether it is too early. */
  hasten(jobs: readonly Job[], at: number): Promise<void>;
  /** The ids for which a job is due by `by` (Unix ms), leased ones not among them. Takes nothing. */
  overdue(job: Job, by: number): Promise<readonly string[]>;
  /**
   * Atomic: reserves the next moment (Unix ms) at which a new message may go to the channel, or a text that changes with the
   * time alone may be updated: `everyMs` after the one before of its kind, and at most an hour from now.
   */
  reserveSlot(now: number, everyMs: number, kind?: SlotKind): Promise<number>;
  /** Atomic: counts up under a name and gives the new count. The count begins again `forMs` after it began. */
  count(name: string, forMs: number): Promise<number>;
  /** Idempotent: records when a poll last succeeded, in any process (Unix ms, by the machine's clock). */
  polled(poll: Poll, at: number): Promise<void>;
  /** When each poll last succeeded (Unix ms); those that never did are missing. */
  polledAt(): Promise<ReadonlyMap<string, number>>;
}

/** The due lists that are on one node of the store, looked at together. */
export interface DueLists {
  /** The desks whose lists these are. */
  readonly desks: readonly string[];
  /** Says when each list is to be taken from. Takes nothing. */
  look(): Promise<DueLook>;
}

export interface DueLook {
  /** Which run of the store answered: in a new one each list gives the entry `recover`, whatever else it holds. */
  readonly boot: string;
  /** When the earliest entry of each desk is due (Unix ms); without those whose lists are empty. */
  readonly nextAt: ReadonlyMap<string, number>;
}
