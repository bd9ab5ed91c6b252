import { leadingNames } from './names.js';

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
