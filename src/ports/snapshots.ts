import type { ChannelCopy, Colleague } from '../core/desk/staff.js';
import type { FeedReading } from '../core/rota/feed.js';
import type { DatedShift, Rota } from '../core/rota/rota.js';
import type { Span } from '../core/rota/spans.js';

/** What others keep, and the desk has a copy of. */
export interface SnapshotValues {
  /** The members of the desk's channel. */
  readonly colleagues: readonly Colleague[];
  readonly channel: ChannelCopy;
  /** The shifts of a rota that is kept elsewhere. */
  readonly dated: readonly DatedShift[];
  /** Keys of what an earlier version has said of itself: nothing is added to them. */
  readonly told: readonly string[];
}

/** The last good snapshots of what others keep. */
export interface Snapshots {
  get<K extends keyof SnapshotValues>(
    what: K,
  ): Promise<{ readonly value: SnapshotValues[K]; readonly at: number } | undefined>;
  /** Idempotent, and monotonic: what was read earlier (`at`, Unix ms) changes nothing. */
  save<K extends keyof SnapshotValues>(what: K, value: SnapshotValues[K], at: number): Promise<void>;
}

/** A rota that is kept elsewhere, as a calendar. */
export interface RotaFeed {
  /** Its host or file, as people are told of it. */
  readonly where: string;
  /**
   * What it says of a window of time, for the people and the zone of a rota. Throws FeedDown, with one sentence, when it
   * can't be read or is no calendar.
   */
  read(rota: Rota, window: Span): Promise<FeedReading>;
}
