import twitter from 'twitter-text';
import { tooLong } from './compose.js';
import { accountByHandle, isFollowing, mentionsAccount, whyUnseen } from './people.js';
import { type Draft, frontNames, namesInFront } from './publish.js';
import type { Account, Post, X } from './state.js';

const duplicateWindowMs = 24 * 3_600_000;

/** X's words for each refusal of a post. */
const refusals = {
  gone: 'You attempted to reply to a Tweet that is deleted or not visible to you.',
  notSummoned:
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  quote: 'You can only reply to or quote posts where you are mentioned or are the author.',
  mention: 'You are not allowed to mention users who have not engaged with you.',
  duplicate: 'You are not allowed to create a Tweet with duplicate content.',
  long: 'Your Tweet text is too long.',
} as const;

/** Why X refuses this post, in X's words; undefined when X takes it. */
export function whyRefused(x: X, author: Account, draft: Draft, via: Post['via']): string | undefined {
  const target = draft.replyTo === undefined ? undefined : x.state.posts[draft.replyTo];
  const quoted = draft.quotes === undefined ? undefined : x.state.posts[draft.quotes];
  if (draft.replyTo !== undefined && whyUnseen(x, author, target)) return refusals.gone;
  if (draft.quotes !== undefined && whyUnseen(x, author, quoted)) return refusals.gone;
  if (target && !repliesAllowed(x, author, target)) return refusals.notSummoned;
  if (via === 'api' && x.state.plan === 'self-serve') {
    if (target && !isSummoned(x, author, target)) return refusals.notSummoned;
    if (quoted) return refusals.quote;
    if (mentionsStrangers(x, author, draft, target)) return refusals.mention;
  }
  if (tooLong(draft.written, author)) return refusals.long;
  if (!x.state.takesDuplicates && isDuplicate(x, author, draft)) return refusals.duplicate;
  return undefined;
}

/**
 * On self-serve plans X takes a reply by API only when the author of the post typed our @name or quoted us. Our name in
 * the run that X itself put in front of a reply was not typed, also when the reply is to us, unless `plainReplySummons`.
 * https://docs.x.com/changelog
 */
export function isSummoned(x: X, author: Account, target: Post): boolean {
  if (target.authorId === author.id) return true;
  if (x.state.plainReplySummons && target.replyTo?.userId === author.id) return true;
  if (target.quotes !== undefined && x.state.posts[target.quotes]?.authorId === author.id) return true;
  return (
    target.entities.mentions?.some(
      (mention) => mention.id === author.id && mention.start >= target.wordsStart,
    ) ?? false
  );
}

/** The first post of a conversation says who may reply. */
function repliesAllowed(x: X, author: Account, target: Post): boolean {
  const root = x.state.posts[x.state.edits[target.conversationId]?.at(-1) ?? target.conversationId] ?? target;
  if (root.authorId === author.id || root.replySettings === 'everyone') return true;
  if (mentionsAccount(root, author.id)) return true;
  return root.replySettings === 'following' && isFollowing(x, root.authorId, author.id);
}

function mentionsStrangers(x: X, author: Account, draft: Draft, target: Post | undefined): boolean {
  return twitter
    .extractMentions(draft.written)
    .flatMap((handle) => accountByHandle(x, handle) ?? [])
    .some(
      ({ id }) => id !== author.id && id !== target?.authorId && !(target && mentionsAccount(target, id)),
    );
}

function isDuplicate(x: X, author: Account, draft: Draft): boolean {
  const names = frontNames(x, author, draft).map(({ id }) => id);
  const since = x.world.clock.now() - duplicateWindowMs;
  return Object.values(x.state.posts).some(
    (post) =>
      post.authorId === author.id &&
      !post.deleted &&
      post.createdAt > since &&
      post.written === draft.written &&
      post.quotes === draft.quotes &&
      String(namesInFront(post)) === String(names),
  );
}
