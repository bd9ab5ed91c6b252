import type { ChannelCopy, Colleague } from '../core/desk/desk-now.js';
import type { FeedReading } from '../core/rota/feed.js';
import type { DatedShift, Rota } from '../core/rota/rota.js';
import type { Span } from '../core/rota/spans.js';

/** Data that belongs to Slack, to a calendar, or to an earlier version, and of which the desk keeps a copy. */
export interface SnapshotValues {
  /** The members of the desk's channel. */
  readonly colleagues: readonly Colleague[];
  readonly channel: ChannelCopy;
  /** The shifts of a rota that is kept elsewhere. */
  readonly dated: readonly DatedShift[];
  /**
   * The network was read: `at` says when, and the value after how long without the next good read (ms) it is an incident.
   */
  readonly 'looked-mentions': number;
  readonly 'looked-followers': number;
  readonly 'looked-own-posts': number;
  readonly 'looked-recheck': number;
  readonly 'looked-private-messages': number;
  /** Keys of the findings that an earlier version told people. Read only: this version keeps its own in the settings. */
  readonly told: readonly string[];
}

/** The newest good copies of data that others keep. */
export interface Snapshots {
  get<K extends keyof SnapshotValues>(
    what: K,
  ): Promise<{ readonly value: SnapshotValues[K]; readonly at: number } | undefined>;
  /** Idempotent. `at` (Unix ms) is when it was read: an older copy than the stored one changes nothing. */
  save<K extends keyof SnapshotValues>(what: K, value: SnapshotValues[K], at: number): Promise<void>;
}

/** A rota that is kept in a calendar. */
export interface RotaFeed {
  /** Its host or file, for messages to people. */
  readonly where: string;
  /**
   * The shifts of the calendar in a window of time. Names are matched with the rota's staff, and times without a zone are
   * in the rota's zone. Throws FeedDown when it can't be read or is no calendar.
   */
  read(rota: Rota, window: Span): Promise<FeedReading>;
}
