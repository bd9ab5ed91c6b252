import type { Card } from './core/card.js';
import type { Desk } from './core/desk.js';
import type { DueEntry } from './core/due-entries.js';
import type { Boot, CardId, PostId, SlackUserId, XUserId } from './core/ids.js';
import type { Message, MessageKey } from './core/message.js';
import type { Patron, Post } from './core/post.js';
import type { Refusal } from './core/refusal.js';
import type { Timings } from './core/timings.js';

/** The desk's time. Meaning follows `now` (Unix ms), which a sandbox may move; `monotonic` (ms) never jumps. */
export interface Clock {
  now(): number;
  monotonic(): number;
}

/** Makes of a stored card the next one, or refuses. Pure: it may run several times. The same card means no change. */
export type CardStep<T> = (
  card: Card | undefined,
  boot: Boot,
) => { readonly card: Card | undefined; readonly give: T } | Refusal;

/** The cards of one desk. */
export interface Cards {
  get(id: CardId): Promise<Card | undefined>;
  /**
   * Atomic: `step` runs on the newest card and wins by compare-and-set on its revision and the boot, else it runs
   * again. Due entries and indexes are written with the card, also when it did not change. Safe to re-send: a doubled
   * write of one call changes nothing.
   */
  change<T>(id: CardId, step: CardStep<T>): Promise<T | Refusal>;
  /** Cards in `open`, longest waiting first. May be a moment stale. */
  waiting(): Promise<readonly Card[]>;
  /** The card to which a post belongs: a patron's post, a picked one, or an answer of ours. May be a moment stale. */
  ofPost(post: PostId): Promise<CardId | undefined>;
}

/** The due list of one desk. */
export interface Due {
  /** Atomic: entries due by `now` come back to one caller only, and again after `leaseMs` unless rewritten. */
  take(now: number, leaseMs: number, limit: number): Promise<readonly DueEntry[]>;
  /** Idempotent: sets when a poll is due next. */
  put(entry: DueEntry): Promise<void>;
  /** Adds a poll only if it is not in the list yet. */
  ensure(entry: DueEntry): Promise<void>;
  /** The earliest time in the list. May be a moment stale. */
  nextAt(): Promise<number | undefined>;
  /** Atomic: reserves the channel's next moment for a new message, `everyMs` after the one before. */
  reserveSlot(now: number, everyMs: number): Promise<number>;
}

/** How far one desk has read X. */
export interface Watermarks {
  /** When this desk began to watch (Unix ms): the first call sets it, every call gives it. Nothing older makes a card. */
  begunAt(now: number): Promise<number>;
  get(poll: 'mentions' | 'own-posts'): Promise<PostId | undefined>;
  /** Idempotent, and monotonic: an older id changes nothing. */
  advance(poll: 'mentions' | 'own-posts', id: PostId): Promise<void>;
  /** Whether followers were ever read: before that, all are old acquaintances. */
  knowsFollowers(): Promise<boolean>;
  /** For each id whether it is a known follower. */
  areKnown(ids: readonly XUserId[]): Promise<readonly boolean[]>;
  /** Idempotent. An empty list still means that followers were read. */
  remember(ids: readonly XUserId[]): Promise<void>;
}

export interface AuthoredPost {
  readonly post: Post;
  readonly author: Patron;
}

/**
 * The social network, as one account. Reads throw Busy, Rejected, Unreachable or OutcomeUnknown and may be repeated.
 * What X shows may lag and come out of order.
 */
export interface Network {
  me(): Promise<{ readonly id: XUserId; readonly handle: string }>;
  /** Posts that name us, newer than `since`, oldest first. */
  mentions(since: PostId): Promise<readonly AuthoredPost[]>;
  /** Newest first, page by page; a page may be short. */
  followers(): AsyncIterable<readonly Patron[]>;
  /** Our own posts newer than `since`, oldest first. */
  ownPosts(since: PostId): Promise<readonly Post[]>;
  /** The newest original posts of somebody since a time, newest first. Read to be shown, not kept. */
  recentPosts(of: XUserId, sinceMs: number): Promise<readonly Post[]>;
  /**
   * Posts once: no retries, one connection of its own, a total deadline. `mayStillSend` is asked last before the
   * socket. Throws NotSent, Unreachable, Busy, Rejected, or OutcomeUnknown for everything else.
   */
  reply(
    text: string,
    to: PostId,
    mayStillSend: () => boolean,
  ): Promise<{ readonly id: PostId; readonly text: string }>;
}

/** The desk's channel in Slack, seen by the background. Throws Busy, Unreachable, Rejected or OutcomeUnknown. */
export interface Board {
  /** Posts a card or a thread line; the message's token travels as metadata so that `find` can recognise it. */
  post(card: Card, key: MessageKey, message: Message): Promise<{ readonly ts: string }>;
  /** Idempotent: makes the card's message show this version. Throws Gone when somebody deleted it. */
  update(card: Card, ts: string): Promise<void>;
  /** Looks for a message by its token among those since it was begun; `undefined` when it is not there (yet). */
  find(card: Card, key: MessageKey, message: Message): Promise<{ readonly ts: string } | undefined>;
  /** For one person in the channel; not kept, not guaranteed. */
  whisper(to: SlackUserId, text: string): Promise<void>;
}

/** All that flows may touch, for one desk. A flow names what it needs by `Pick<Ports, …>`. */
export interface Ports {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly cards: Cards;
  readonly due: Due;
  readonly watermarks: Watermarks;
  readonly network: Network;
  readonly board: Board;
}
