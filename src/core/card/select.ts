import type { CardId, PostId, SlackUserId } from '../ids.js';
import { leadingNames } from '../post/names.js';
import { plainText } from '../post/plain.js';
import type { Act, Answer, Card } from './card.js';

export const mentionCardId = (conversation: PostId, author: string) =>
  `mention-${conversation}-${author}` as CardId;
export const followCardId = (user: string) => `follow-${user}` as CardId;

/** The conversation in which a patron wrote; undefined for cards of another kind. */
export function conversationOfCard(id: CardId): PostId | undefined {
  const [, conversation] = /^mention-(\d+)-/.exec(id) ?? [];
  return conversation === undefined ? undefined : (conversation as PostId);
}

export function newestAct(card: Card): Act {
  const act = card.acts.at(-1);
  if (!act) throw new RangeError(`Card ${card.id} has no act.`);
  return act;
}

/** Acts that wait for an answer: none covers them, and X still has them. */
export const unanswered = (card: Card): readonly Act[] =>
  card.acts.filter((act) => !act.answered && !act.gone);
export const isHello = (card: Card): boolean => card.acts[0]?.kind === 'hello';
export const isFollow = (card: Card): boolean => card.acts[0]?.kind === 'follow';
export const lastAnswer = (card: Card): Answer | undefined => card.answers.at(-1);

/** Where an answer goes: the newest version of the newest mention, or the picked post of a follower. */
export function replyTarget(card: Card): PostId | undefined {
  const act = unanswered(card).at(-1) ?? card.acts.findLast(({ gone }) => !gone);
  return act?.kind === 'mention' ? act.versions.at(-1) : card.picked;
}

/** Every post by which our timeline can point at this card, and every answer of ours that belongs to it. */
export function postsOf(card: Card): readonly PostId[] {
  const posts = new Set<PostId>();
  for (const act of card.acts) if (act.kind === 'mention') for (const id of act.versions) posts.add(id);
  for (const id of [card.picked, card.reply?.replyTo, card.handOff?.replyTo]) if (id) posts.add(id);
  for (const { postId } of card.answers) if (postId) posts.add(postId);
  return [...posts];
}

/** What we said: as it was approved where that is what X has, else as X shows it, without the names in front. */
export function ourWords({ reply }: Pick<Card, 'reply'>, answer: Answer): string {
  if (reply && answer.how === 'as-approved' && answer.n === reply.n) return reply.text;
  const said = plainText(answer.text);
  return said.slice(leadingNames(said).length);
}

/** Whose answer it is to everybody: whoever wrote it, also where a colleague checked and sent it. */
export const writerOf = ({ by, writtenBy }: Pick<Answer, 'by' | 'writtenBy'>): SlackUserId | undefined =>
  writtenBy ?? by;
