import { leadingNames } from './leading-names.js';

export interface MentioningPost {
  readonly authorId: string;
  readonly text: string;
  readonly inReplyToUserId?: string;
  /** `start` is X's entity offset, in code points. */
  readonly mentions: readonly { readonly userId: string; readonly start: number }[];
}

/**
 * False for a reply to somebody else that names us only in its leading run of @names: X carries us along
 * there while bystanders talk, so it is context for us and no act. Somebody who goes on under a post of their own talks
 * to us still. True for everything else that X calls a
 * mention of us, also when the place of the mention is not known (it may stand in the cut part of a long post).
 */
export function isAddressedToUs(post: MentioningPost, us: { readonly userId: string }): boolean {
  const { inReplyToUserId } = post;
  if (inReplyToUserId === undefined || [us.userId, post.authorId].includes(inReplyToUserId)) return true;
  const ours = post.mentions.filter((mention) => mention.userId === us.userId);
  // Names and spaces are one code unit a code point, so this length compares with X's offsets.
  const runLength = leadingNames(post.text).length;
  return ours.length === 0 || ours.some((mention) => mention.start >= runLength);
}
