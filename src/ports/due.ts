import type { DueEntry, Poll } from '../core/due/due-entries.js';

/** The desk's time. Meaning follows `now` (Unix ms), which a sandbox may move; `monotonic` (ms) never jumps. */
export interface Clock {
  now(): number;
  monotonic(): number;
}

/** The due list of one desk. */
export interface Due {
  /**
   * Atomic: entries due by `now` come back to one caller only, and again after `leaseMs` unless rewritten. Under a boot
   * for which the channel was not read only the entry `recover` comes.
   */
  take(now: number, leaseMs: number, limit: number): Promise<readonly DueEntry[]>;
  /** Idempotent: sets when a poll is due next. */
  put(entry: DueEntry): Promise<void>;
  /** Adds a poll if it is not in the list yet; one that is due after `latest` comes then. */
  ensure(entry: DueEntry, latest: number): Promise<void>;
  /** Atomic: reserves the channel's next moment for a new message, `everyMs` after the one before; within an hour. */
  reserveSlot(now: number, everyMs: number): Promise<number>;
  /** Atomic: counts up under a name, and gives the new count; it begins anew `forMs` after its first. */
  count(name: string, forMs: number): Promise<number>;
  /** Idempotent: a poll ended well, whichever process had it (Unix ms, by the machine's clock). */
  polled(poll: Poll, at: number): Promise<void>;
  /** When each poll last ended well; those that never did are missing. */
  polledAt(): Promise<ReadonlyMap<string, number>>;
}
