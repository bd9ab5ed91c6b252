import type { PostId, XUserId } from '../ids.js';
import { leadingNames } from './plain.js';

/** A person who wrote to the library or followed it, as X shows them. */
export interface Patron {
  readonly id: XUserId;
  readonly handle: string;
  readonly name: string;
  readonly avatarUrl?: string;
  /** Only followers whom they accept see their posts. */
  readonly protected?: true;
  /** The account of a new follower looks automated. */
  readonly automated?: true;
  /** The library follows them. */
  readonly weFollow?: true;
}

/**
 * A link of a post: `shown` is the t.co address in its text, `expanded` what it stands for, `display` what people read.
 */
export interface Link {
  readonly shown: string;
  readonly expanded: string;
  readonly display: string;
}

/** A post as X gives it: `text` still has `&amp;` `&lt;` `&gt;` and t.co links. */
export interface Post {
  readonly id: PostId;
  /** The ids of all its versions, oldest first; at least its own. */
  readonly versions: readonly PostId[];
  readonly authorId: XUserId;
  readonly conversationId: PostId;
  /** Unix milliseconds; X gives whole seconds. */
  readonly at: number;
  readonly text: string;
  readonly repliedTo?: PostId;
  readonly inReplyToUserId?: XUserId;
  /** `start` is X's offset into the text, in code points. */
  readonly mentions: readonly { readonly userId: XUserId; readonly start: number }[];
  readonly links: readonly Link[];
  readonly photos: number;
  /** It only repeats another post. */
  readonly repost?: true;
  /** Who may reply, in X's own word; undefined for everyone. */
  readonly repliesFrom?: string;
}

/**
 * The conversation that a post belongs to. For a post that starts one it is the id of its first version, whichever of
 * its versions X names.
 */
export function conversationOf(post: Post): PostId {
  const first = post.versions[0] ?? post.id;
  return post.versions.includes(post.conversationId) || post.conversationId === post.id
    ? first
    : post.conversationId;
}

/**
 * Whether a post that X lists as a mention of us is meant for us. A repost is not. Nor is a reply to somebody else that
 * names us only in front, among its leading @names: X puts us there while others talk. A post whose mention of us has
 * no known place is meant for us: the place may be in the cut part of a long post.
 */
export function isAddressedToUs(
  post: Pick<Post, 'text' | 'authorId' | 'inReplyToUserId' | 'repost' | 'mentions'>,
  us: { readonly userId: XUserId },
): boolean {
  const { inReplyToUserId } = post;
  if (post.repost) return false;
  if (inReplyToUserId === undefined || inReplyToUserId === us.userId) return true;
  // In a thread of their own a person talks to those who are named in front.
  if (inReplyToUserId === post.authorId) return true;
  const ours = post.mentions.filter((mention) => mention.userId === us.userId);
  // Each character of names and spaces is one UTF-16 unit and one code point: so the length compares with X's offsets.
  const namesEnd = leadingNames(post.text).length;
  return ours.length === 0 || ours.some((mention) => mention.start >= namesEnd);
}
