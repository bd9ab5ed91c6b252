import type { Said } from '../core/writing/near-copy.js';

/** What the library posted in the last 90 days, with whomever it named blanked out. */
export interface OurPosts {
  /** Idempotent by a post's id: what is kept first stays. What is older than 90 days goes; `now` is Unix ms. */
  keep(posts: readonly Said[], now: number): Promise<void>;
  /** Idempotent: the post is gone from X. */
  drop(id: string): Promise<void>;
  /** The newest few thousand of the last 90 days, newest first. May be a moment stale. */
  recent(now: number): Promise<readonly Said[]>;
}
