import type { PostId, XUserId } from '../ids.js';
import { leadingNames } from './names.js';

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

export interface MentioningPost {
  readonly text: string;
  readonly authorId: string;
  readonly inReplyToUserId?: string;
  readonly repost?: true;
  /** `start` is X's entity offset, in code points. */
  readonly mentions: readonly { readonly userId: string; readonly start: number }[];
}

/**
 * False for a reply to somebody else that names us only in its leading run of @names: X carries us along
 * there while bystanders talk, so it is context for us and no act. False for a repost, too. True for everything else that X calls a
 * mention of us, also when the place of the mention is not known (it may stand in the cut part of a long post).
 */
export function isAddressedToUs(post: MentioningPost, us: { readonly userId: string }): boolean {
  const { inReplyToUserId } = post;
  if (post.repost) return false;
  if (inReplyToUserId === undefined || inReplyToUserId === us.userId) return true;
  // Who goes on in a thread of their own goes on talking to those whom it names in front.
  if (inReplyToUserId === post.authorId) return true;
  const ours = post.mentions.filter((mention) => mention.userId === us.userId);
  // Names and spaces are one code unit a code point, so this length compares with X's offsets.
  const runLength = leadingNames(post.text).length;
  return ours.length === 0 || ours.some((mention) => mention.start >= runLength);
}
