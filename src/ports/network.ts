import type { PostId, XUserId } from '../core/ids.js';
import type { Patron, Post } from '../core/post/post.js';

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
