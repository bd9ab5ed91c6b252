import type { Boot, PostId, XUserId } from '../core/ids.js';
import type { Charge, MonthlyBill } from '../core/money/bill.js';
import type { Patron, Post } from '../core/post/post.js';
import type { Said } from '../core/writing/near-copy.js';

export interface AuthoredPost {
  readonly post: Post;
  readonly author: Patron;
}

export interface Mentions {
  /** Oldest first. */
  readonly found: readonly AuthoredPost[];
  /** X ends at its newest few hundred: there may be older ones that it does not give. */
  readonly cutOff: boolean;
}

/**
 * The social network, as one account. Reads throw Busy, Rejected, Unreachable or OutcomeUnknown and may be repeated.
 * What X shows may lag and come out of order.
 */
export interface Network {
  /** Our own account; `pinned` is the post that stands above all others on its profile. As it was when first asked. */
  me(): Promise<{ readonly id: XUserId; readonly handle: string; readonly pinned?: PostId }>;
  /** Posts that name us, newer than `since`. */
  mentions(since: PostId): Promise<Mentions>;
  /** Newest first, page by page; a page may be short. */
  followers(): AsyncIterable<readonly Patron[]>;
  /** Our own posts newer than `since`, oldest first. */
  ownPosts(since: PostId): Promise<readonly Post[]>;
  /** The newest original posts of somebody since a time, newest first. Read to be shown, not kept. */
  recentPosts(of: XUserId, sinceMs: number): Promise<readonly Post[]>;
  /**
   * Posts by their ids, each in its newest version; `gone` are those that X does not show us any more. It takes
   * `deadlineMs` at most, else as long as any read.
   */
  posts(
    ids: readonly PostId[],
    deadlineMs?: number,
  ): Promise<{ readonly found: readonly AuthoredPost[]; readonly gone: readonly PostId[] }>;
  /** Somebody by their handle; undefined when there is nobody. */
  person(handle: string): Promise<Patron | undefined>;
  /**
   * Posts once, as a reply or, for a hello, on its own: no retries, one connection, a total deadline. `mayStillSend` is
   * asked when the connection stands and the bytes are next. Throws NotSent, Unreachable, Busy, Rejected, or OutcomeUnknown for everything else.
   */
  publish(
    text: string,
    replyTo: PostId | undefined,
    mayStillSend: () => boolean,
  ): Promise<{ readonly id: PostId; readonly text: string }>;
  /** Removes a post of ours; one that is gone already counts as removed. Throws like `publish`; may be repeated. */
  remove(id: PostId): Promise<void>;
}

/** What X bills, a desk and month. Money is in millionths of a dollar. */
export interface Ledger {
  /** Idempotent for reads: a resource counts once a UTC day. `resources` are ids; a write without id counts each time. */
  charge(charge: Charge): Promise<void>;
  month(at: number): Promise<MonthlyBill>;
}

/** How far one desk has read X. */
export interface Watermarks {
  /** When this desk began to watch (Unix ms): the first call sets it, every call gives it. Nothing older makes a card. */
  begunAt(now: number): Promise<number>;
  /** The newest post that was read, without it before the first; and the boot under which that is so. */
  newest(poll: 'mentions' | 'own-posts'): Promise<{ readonly id?: PostId; readonly boot: Boot }>;
  /**
   * Idempotent, and monotonic: an older id changes nothing. Nor does any id under another boot: what came of the posts
   * up to it may be lost.
   */
  advance(poll: 'mentions' | 'own-posts', id: PostId, boot: Boot): Promise<void>;
  /**
   * When followers were last read (Unix ms), without it before the first time, when all are old acquaintances; and the
   * boot under which that is so.
   */
  followersRead(): Promise<{ readonly at?: number; readonly boot: Boot }>;
  /** For each id whether it is a known follower. */
  areKnown(ids: readonly XUserId[]): Promise<readonly boolean[]>;
  /**
   * Idempotent. An empty list still means that followers were read, at a time (Unix ms). Under another boot it changes
   * nothing: their cards may be lost.
   */
  remember(ids: readonly XUserId[], at: number, boot: Boot): Promise<void>;
}

/** What the library posted in the last 90 days, with whomever it named blanked out. */
export interface OurPosts {
  /** Idempotent by a post's id: what is kept first stays. What is older than 90 days goes; `now` is Unix ms. */
  keep(posts: readonly Said[], now: number): Promise<void>;
  /** Idempotent: the post is gone from X. */
  drop(id: string): Promise<void>;
  /** The newest few thousand of the last 90 days, newest first. May be a moment stale. */
  recent(now: number): Promise<readonly Said[]>;
}
