import type { PostId, XUserId } from '../ids.js';

/** Who wrote to the library or followed it, as X shows them. */
export interface Patron {
  readonly id: XUserId;
  readonly handle: string;
  readonly name: string;
  readonly avatarUrl?: string;
  /** Only whom they let in sees their posts. */
  readonly protected?: true;
  /** The account of a follower looks as if no person were behind it. */
  readonly automated?: true;
  /** The library follows them. */
  readonly weFollow?: true;
}

/** A link as X's own entities have it: `shown` is the t.co address in the text, `display` what people read. */
export interface Link {
  readonly shown: string;
  readonly expanded: string;
  readonly display: string;
}

/** A post as X answers it; `text` is still X's, with `&amp;` `&lt;` `&gt;` and t.co links. */
export interface Post {
  readonly id: PostId;
  /** All its versions, oldest first; at least itself. */
  readonly versions: readonly PostId[];
  readonly authorId: XUserId;
  readonly conversationId: PostId;
  /** Unix milliseconds; X gives whole seconds. */
  readonly at: number;
  readonly text: string;
  readonly repliedTo?: PostId;
  readonly inReplyToUserId?: XUserId;
  readonly mentions: readonly { readonly userId: XUserId; readonly start: number }[];
  readonly links: readonly Link[];
  readonly photos: number;
  /** Only repeats another post: nobody's own words. */
  readonly repost?: true;
  /** Whose replies its writer takes, where it is not everyone: X's own word. */
  readonly repliesFrom?: string;
}

/** A post that starts its conversation counts as its first version, whatever its conversation id says. */
export function conversationOf(post: Post): PostId {
  const first = post.versions[0] ?? post.id;
  return post.versions.includes(post.conversationId) || post.conversationId === post.id
    ? first
    : post.conversationId;
}
