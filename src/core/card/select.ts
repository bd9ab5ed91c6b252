import type { ActId, CardId, PostId, SlackUserId } from '../ids.js';
import type { OnNetwork } from '../network/networks.js';
import { omit } from '../omit.js';
import type { SaidOfPost } from '../post/post.js';
import type { Act, Answer, Card } from './card.js';
import type { Written } from './join.js';

/** The id of the card for what one author writes in one conversation. */
export const mentionCardId = (conversation: PostId, author: string) =>
  `mention-${conversation}-${author}` as CardId;
/** The id of the card for a new follower. */
export const followCardId = (user: string) => `follow-${user}` as CardId;

/** Whether a card is that of a hello. */
export const isHelloId = (id: CardId | undefined): boolean => id?.startsWith('hello-') === true;
/** The id of the card for the private conversation of two people. */
export const privateCardId = (conversation: PostId) => `private-${conversation}` as CardId;

/** The conversation of a card for mentions; undefined for cards of another kind. */
export function conversationOfCard(id: CardId): PostId | undefined {
  const [, conversation] = /^mention-([^-]+)-/.exec(id) ?? [];
  return conversation === undefined ? undefined : (conversation as PostId);
}

/** The newest act of a card. Throws RangeError for a card without acts, which the store never holds. */
export function newestAct(card: Card): Act {
  const act = card.acts.at(-1);
  if (!act) throw new RangeError(`Card ${card.id} has no act.`);
  return act;
}

/** The acts that wait for an answer, oldest first: no answer covers them, and X still has them. */
export const unanswered = (card: Card): readonly Act[] =>
  card.acts.filter((act) => !act.answered && !act.gone);
/** Whether an act is something that the patron wrote, in public or to us alone. */
export const isWritten = (act: Act | undefined): act is Written =>
  act?.kind === 'mention' || act?.kind === 'private';
/** Whether an act asks that we send no more messages. */
export const isStop = (act: Act): boolean => act.kind === 'private' && act.stops === true;
/** Whether an act asks something. */
export const isQuestion = (act: Act): boolean => isWritten(act) && act.topic === 'question';
/** Whether an act has one of the desk's urgent words. */
export const isUrgent = (act: Act): boolean => isWritten(act) && act.urgent !== undefined;
/** The urgent word of a card, as it is written in the newest post that waits and has one; undefined for none. */
export function urgentWordOf(card: Card): string | undefined {
  const act = unanswered(card).findLast(isUrgent);
  return isWritten(act) ? act.urgent : undefined;
}
/** Whether an act is thanks. */
export const isPraise = (act: Act): boolean => isWritten(act) && act.topic === 'praise';
/** The card of a public hello to everybody new. */
export const isHello = (card: Card): boolean => card.acts[0]?.kind === 'hello';
/** The card of a new follower. */
export const isFollow = (card: Card): boolean => card.acts[0]?.kind === 'follow';
/** Whether the patron answered a question of ours that began the conversation, and X still has such an answer. */
export const answersUs = ({ acts }: Pick<Card, 'acts'>): boolean =>
  acts.some((act) => act.kind === 'mention' && !act.gone && act.ours?.asked === true);
/** The card of a private conversation. */
export const isPrivate = (card: Card): boolean => card.acts[0]?.kind === 'private';
/** The newest answer of a card; undefined when it has none. */
export const lastAnswer = (card: Card): Answer | undefined => card.answers.at(-1);

/**
 * The post to answer: the newest version of the newest mention or message that waits, or the post that somebody picked of a new
 * follower's. Undefined for a hello, and while none is picked.
 */
export function replyTarget(card: Card): PostId | undefined {
  const act = actToAnswer(card);
  return isWritten(act) ? act.versions.at(-1) : card.picked;
}

const actToAnswer = (card: Card): Act | undefined =>
  unanswered(card).at(-1) ?? card.acts.findLast(({ gone }) => !gone);

/** Whether the writer of the post to answer lets only others reply to it. */
export function isClosedToUs(card: Card): boolean {
  const act = actToAnswer(card);
  return act?.kind === 'mention' && act.closed === true;
}

/** Whether answers can be finished by a person in the network's own composer. */
export const hasHandOff = ({ network }: Pick<OnNetwork, 'network'>): boolean =>
  network.paths.composer !== undefined;

/** Whether no answer of ours gets out: the post takes no reply from us, and nobody can try it in the network's composer. */
export const takesNoReply = (card: Card, desk: Pick<OnNetwork, 'network'>): boolean =>
  isClosedToUs(card) && !hasHandOff(desk);

/** Whether a network says the same of a post as the desk knows. */
export const saysTheSame = (known: SaidOfPost, now: SaidOfPost): boolean =>
  known.closed === now.closed && known.sensitive === now.sensitive && known.suspect === now.suspect;

/**
 * The card with what the network says of a post of it now: whether it takes replies from us, and what moderators have found. The
 * same card when it knows that.
 */
export function withSaidOfPost(card: Card, act: ActId, now: SaidOfPost): Card {
  const known = card.acts.find(({ id }) => id === act);
  if (known?.kind !== 'mention' || known.gone || known.purged) return card;
  if (saysTheSame(known, now)) return card;
  const { closed, sensitive, suspect } = now;
  const said = {
    ...(closed && { closed }),
    ...(sensitive && { sensitive }),
    ...(suspect && { suspect }),
  };
  const next = { ...omit(known, 'closed', 'sensitive', 'suspect'), ...said };
  return { ...card, acts: card.acts.map((one) => (one === known ? next : one)), version: card.version + 1 };
}

/** The posts that a post of ours may reply to when it answers this card, and our answers so far. */
export function postsOf(card: Card): readonly PostId[] {
  const posts = new Set<PostId>();
  for (const act of card.acts) if (isWritten(act)) for (const id of act.versions) posts.add(id);
  for (const id of [card.picked, card.reply?.replyTo, card.handOff?.replyTo]) if (id) posts.add(id);
  for (const { postId } of card.answers) if (postId) posts.add(postId);
  return [...posts];
}

/** The posts of others that the newest post of a card answers or quotes. What is ours is known, and never read for money. */
export function postsAround(card: Card): readonly PostId[] {
  const act = newestAct(card);
  if (act.kind !== 'mention' || act.answered || act.gone) return [];
  const { ours = {}, quoted, repliedTo } = act;
  const onCard = postsOf(card);
  return [
    ...(repliedTo && ours.answered === undefined ? [repliedTo] : []),
    ...(quoted && ours.quoted === undefined ? [quoted] : []),
  ].filter((post) => !onCard.includes(post));
}

/**
 * Whether an answer of this card may go under a post: one that the card names or, for a new follower, one of those that
 * were `shown` to pick from. Those are read from X to be shown, and the desk keeps none of them.
 */
export const mayAnswer = (card: Card, post: PostId, shown: readonly PostId[]): boolean =>
  postsOf(card).includes(post) || (isFollow(card) && shown.includes(post));

/** The words of an answer: the approved text where the network shows the same, else the network's. */
export const ourWords = ({ reply }: Pick<Card, 'reply'>, answer: Answer): string =>
  reply && answer.how === 'as-approved' && answer.n === reply.n ? reply.text : answer.text;

/** Who wrote an answer, also where a colleague checked and sent it. Undefined when a person wrote it in X and the desk
 * cannot tell who. */
export const writerOf = ({ by, writtenBy }: Pick<Answer, 'by' | 'writtenBy'>): SlackUserId | undefined =>
  writtenBy ?? by;

/** Since when the patron waits (Unix ms): the time of their oldest act without an answer, or of their newest act. */
export function waitingSince(card: Card): number {
  return (unanswered(card)[0] ?? newestAct(card)).at;
}

/**
 * The act to show for a card that waits: its newest unanswered question, else its newest unanswered act, else its
 * newest.
 */
export function waitingAct(card: Card): Act {
  return unanswered(card).findLast(isQuestion) ?? unanswered(card).at(-1) ?? newestAct(card);
}

/** How an answer gets out: `api` (the desk posts it), or `hand-off` (a person posts it, from a link of ours). */
export type Reach = 'api' | 'hand-off';

/**
 * How the answer of a card gets out. Some plans take a reply by API only when the author of the post mentioned us: that is
 * so for a mention, and not for a new follower. Where an answer of the card was refused for that reason, the desk does not
 * ask again. Nor does it ask where the post takes no reply from us: a person sees in the network's own composer whether that
 * is so. Where the network has no composer nothing is handed off.
 */
export function reachOf(card: Card, { account, network }: OnNetwork): Reach {
  if (!hasHandOff({ network })) return 'api';
  if (card.onlyByHand || isClosedToUs(card)) return 'hand-off';
  return isFollow(card) && !network.byApi[account.plan].greet ? 'hand-off' : 'api';
}
