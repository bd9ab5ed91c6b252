import type { AccountId, Boot, PostId } from '../core/ids.js';
import type { Charge, MonthlyBill } from '../core/money/bill.js';
import type { Patron, Post } from '../core/post/post.js';
import type { RememberedPost } from '../core/writing/near-copy.js';

export interface AuthoredPost {
  readonly post: Post;
  readonly author: Patron;
}

/** A post that lacks what a card needs: its words, its conversation or its author. What the network left out is empty. */
export interface OddPost {
  readonly id: PostId;
  /** Unix milliseconds. */
  readonly at: number;
  readonly post?: Post;
  readonly author?: Patron;
}

/** A mention that came incomplete and is asked for again at `nextAt` (Unix ms). */
export interface WaitingPost {
  readonly id: PostId;
  /** When it was made (Unix ms). */
  readonly at: number;
  /** How many times it was asked for by its id. */
  readonly tries: number;
  readonly nextAt: number;
}

/** Posts as the network shows them now. */
export interface FoundPosts {
  readonly found: readonly AuthoredPost[];
  /** Those that came incomplete; they may be whole at another time. */
  readonly odd: readonly OddPost[];
  /** Those that the network does not show us any more. */
  readonly gone: readonly PostId[];
  /** Those of them whose writer shows us none of their posts: their account is protected, or blocks us. */
  readonly hidden?: readonly PostId[];
}

export interface Mentions {
  /** Oldest first. */
  readonly found: readonly AuthoredPost[];
  /** Those that came incomplete; they may be whole at another time. */
  readonly odd: readonly OddPost[];
  /** The network gives only its newest ones, and that limit was reached: older ones may be missing. */
  readonly cutOff: boolean;
  /** Who followed us since, where the same read tells it. */
  readonly follows?: Follows;
}

/** Somebody who followed us at a time (Unix ms). */
export interface NewFollower {
  readonly patron: Patron;
  readonly at: number;
}

export interface Follows {
  /** The newest first, each person once. */
  readonly found: readonly NewFollower[];
  /** There were more than one read gives: older ones may be missing. */
  readonly cutOff: boolean;
}

/**
 * Private messages of conversations of two, oldest first; ours are among them. Each is a post whose conversation names the
 * two: whoever writes there first begins it, and nothing in it is public.
 */
export interface PrivateMessages {
  readonly found: readonly AuthoredPost[];
  /** Those that came incomplete; they may be whole at another time. */
  readonly odd: readonly OddPost[];
}

/**
 * A network, as one account. Reads throw Busy, Rejected, Unreachable or OutcomeUnknown and may be repeated. What the
 * network shows may be late and out of order. Posts come as people read them.
 */
export interface Network {
  /**
   * Our own account, as it was when this was first asked; `pinned` is the post at the top of its profile, unless the network
   * does not tell (`pinnedUnknown`).
   */
  me(): Promise<{
    readonly id: AccountId;
    readonly handle: string;
    readonly pinned?: PostId;
    readonly pinnedUnknown?: true;
  }>;
  /** Posts since a time (Unix ms) that mention us, and on some networks who followed us since. */
  mentions(sinceMs: number): Promise<Mentions>;
  /** Our followers, newest first, page by page; a page may be short. */
  followers(): AsyncIterable<readonly Patron[]>;
  /** Our own posts since a time (Unix ms), oldest first; `odd` are those that came without their words. */
  ownPosts(sinceMs: number): Promise<{ readonly found: readonly Post[]; readonly odd: readonly OddPost[] }>;
  /**
   * The newest original posts of one of our followers since a time (Unix ms), newest first. Read to be shown, not kept.
   * Undefined for somebody who shows us none: suspended or gone, protected, or blocking us.
   */
  recentPosts(of: AccountId, sinceMs: number): Promise<readonly Post[] | undefined>;
  /**
   * Posts by their ids, each in its newest version. All of it takes `deadlineMs` at most, by default the deadline of a read
   * for each hundred.
   */
  posts(ids: readonly PostId[], deadlineMs?: number): Promise<FoundPosts>;
  /**
   * Looks again at posts that mention us, in the cheapest way; like `posts`. `mentionTimes` are the times (Unix ms) of what
   * mentions us since the oldest of them. It goes on when the budget is used up: what was removed must go.
   */
  postsAgain(
    posts: readonly { readonly id: PostId; readonly at: number }[],
    mentionTimes: readonly number[],
  ): Promise<FoundPosts>;
  /**
   * Looks again at followers, in the same way; gives those whom the network does not show us any more, or who block us.
   * `newest`: how many people followed us since the first of them did.
   */
  followersAgain(ids: readonly AccountId[], newest: number): Promise<readonly AccountId[]>;
  /**
   * Looks whether these people still follow us, who followed at `at` (Unix ms): in our list as far as that costs less than by
   * their ids, and by id whoever is missing there. `followTimes` (Unix ms) tell how long the list is since the first of them;
   * who followed since `readSinceMs` was read on this UTC day already, and costs nothing again.
   */
  stillFollowing(
    people: readonly { readonly id: AccountId; readonly at: number }[],
    followTimes: readonly number[],
    readSinceMs: number,
  ): Promise<ReadonlyMap<AccountId, 'follows' | 'left' | 'gone' | 'not-known'>>;
  /** Looks again at anybody, by their ids, in `deadlineMs` at most; gives those whom the network does not show us any more. */
  peopleAgain(ids: readonly AccountId[], deadlineMs?: number): Promise<readonly AccountId[]>;
  /** Somebody by their handle; undefined when the network shows us nobody of that name. */
  person(handle: string): Promise<Patron | undefined>;
  /**
   * Publishes one post: a reply, or a hello without `replyTo`. One connection, one deadline, no retries. `mayStillSend` is
   * the last check before the request leaves. `key` is the same for each call of one approval, and of no other: a network
   * that knows keys publishes nothing twice under one. Throws NotSent, Unreachable, Busy or Rejected when nothing was
   * published, and OutcomeUnknown when it may have been.
   */
  publish(
    text: string,
    replyTo: PostId | undefined,
    mayStillSend: () => boolean,
    key: string,
  ): Promise<Published>;
  /** Follows somebody, where the network takes that from a program. Promises and throws what `publish` does. */
  follow?(id: AccountId, mayStillSend: () => boolean, key: string): Promise<void>;
  /** Private messages since a time (Unix ms). Groups are left out, and so is what the network encrypts from end to end. */
  privateMessages(sinceMs: number): Promise<PrivateMessages>;
  /** Sends one private message to somebody. Promises and throws what `publish` does. */
  sendPrivate(to: AccountId, text: string, mayStillSend: () => boolean, key: string): Promise<Published>;
  /** Idempotent: deletes a post of ours. Throws like `publish`, but for NotSent. */
  remove(id: PostId): Promise<void>;
}

/** What a network says besides an answer: of the keys, of its limits and of its clock. It may leave out any of it. */
export interface Heard {
  /** When the answer arrived (Unix ms, by this machine's clock), and the network's own time then, in whole seconds. */
  readonly at: number;
  readonly networkTime?: number;
  /** What the keys may do; each may do what stands before it, too. */
  readonly access?: 'read' | 'write' | 'private-messages';
  readonly limits: readonly LimitWindow[];
}

/** How many calls like the one that was answered are left. */
export interface LimitWindow {
  readonly length: '5 minutes' | '15 minutes' | '24 hours';
  readonly most: number;
  readonly left: number;
  /** Unix ms. */
  readonly resetAt: number;
}

/** A post that the network took from us. */
export interface Published {
  readonly id: PostId;
  /** When it was posted (Unix ms). */
  readonly at: number;
}

/** What the network bills one desk, month by month. Money is in millionths of a dollar. */
export interface Ledger {
  /** Adds to the bill. A charge with `resources` bills each of them once a UTC day; one without bills every time. */
  charge(charge: Charge): Promise<void>;
  /** The bill of the UTC month of a time (Unix ms). */
  month(at: number): Promise<MonthlyBill>;
  /** The same of all desks together that share a budget; of this desk alone where none is shared. */
  monthTogether(at: number): Promise<MonthlyBill>;
}

/** The polls that read what somebody wrote. */
export type PostPoll = 'mentions' | 'own-posts' | 'private-messages';

/** How far one desk has read its network. */
export interface Watermarks {
  /** When this desk began to watch (Unix ms). The first call sets it. Nothing older makes a card. */
  begunAt(now: number): Promise<number>;
  /**
   * The time of the newest post that was read, when it was first read, and when the desk looked last (all Unix ms): each is
   * missing until it happened. `boot` is the present one, for `advance`.
   */
  newest(poll: PostPoll): Promise<{
    readonly at?: number;
    readonly readAt?: number;
    readonly lookedAt?: number;
    readonly boot: Boot;
  }>;
  /**
   * Idempotent: the desk looked at `now`, and the newest post that it read is of the time `at` (Unix ms). An earlier time
   * than the stored one does not move the mark back. A call for another boot than the present one changes nothing, because
   * the cards of the posts up to this time may be lost.
   */
  advance(poll: PostPoll, at: number, boot: Boot, now: number): Promise<void>;
  /** Mentions that came incomplete. */
  odd(): Promise<readonly WaitingPost[]>;
  /** Idempotent: keeps one, or what is known of it by now. */
  keepOdd(post: WaitingPost): Promise<void>;
  /** Idempotent. */
  dropOdd(id: PostId): Promise<void>;
  /**
   * When followers were last read (Unix ms), if they ever were: all followers of the first time are old acquaintances.
   * And the present boot, for `remember`.
   */
  followersRead(): Promise<{ readonly at?: number; readonly boot: Boot }>;
  /** For each id whether it is a known follower. */
  areKnown(ids: readonly AccountId[]): Promise<readonly boolean[]>;
  /**
   * Idempotent: these are known followers, and followers were read at a time (Unix ms), also when the list is empty. A call
   * for another boot than the present one changes nothing, because the cards of these followers may be lost.
   */
  remember(ids: readonly AccountId[], at: number, boot: Boot): Promise<void>;
}

/** What the library posted in the last 90 days, with the names of people blanked out. */
export interface OurPosts {
  /** Idempotent: keeps posts; the first text of a post stays. Drops those that are older than 90 days at `now` (Unix ms). */
  keep(posts: readonly RememberedPost[], now: number): Promise<void>;
  /** Idempotent: drops a post, because it is gone from X. */
  drop(id: string): Promise<void>;
  /** Idempotent: changes what a post of ours says, where it is kept. */
  change(id: PostId, change: (text: string) => string): Promise<void>;
  /** What a post of ours said; undefined for one that is not kept. May be a moment stale. */
  get(id: PostId): Promise<string | undefined>;
  /** The newest 2,000 of the 90 days before `now` (Unix ms), newest first. May be a moment stale. */
  recent(now: number): Promise<readonly RememberedPost[]>;
}
