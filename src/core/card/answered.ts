import type { ActId, PostId, SlackUserId } from '../ids.js';
import { omit } from '../omit.js';
import type { Actor } from './actions.js';
import type { CardBanner } from './banner.js';
import type { Answer, Card } from './card.js';
import { isFollow, isWritten, unanswered } from './select.js';

/** What became of the starter of an answer: its words begin it; it was written over; or there was none but a greeting. */
export const openingUses = ['kept', 'rewritten', 'own'] as const;
export type OpeningUse = (typeof openingUses)[number];

/** An answer, or an approval of one. */
export interface Begun {
  /** What became of its starter, where the desk sends it and knows. */
  readonly opening?: OpeningUse;
}

/**
 * The card with the post of an answer that so far only a person reported. `isSame` tells whether a reported answer is
 * this post. Undefined when it is none of them.
 */
export function withReportedPost(
  card: Card,
  post: Pick<Answer, 'postId' | 'text'>,
  isSame: (reported: Answer) => boolean,
): Card | undefined {
  const reported = card.answers.find((answer) => !answer.postId && isSame(answer));
  if (!reported) return undefined;
  return {
    ...card,
    answers: card.answers.map((answer) => (answer === reported ? { ...reported, ...post } : answer)),
  };
}

/**
 * The card with one more answer. It is `sent` when nothing waits any more, and `open` when an act waits that the answer
 * does not cover. It keeps its state where somebody works on what the answer leaves out.
 */
export function withAnswer(card: Card, answer: Answer): Card {
  const answered: Card = {
    ...card,
    acts: card.acts.map((act) => (answer.covers.includes(act.id) ? { ...act, answered: true } : act)),
    answers: [...card.answers, answer],
  };
  const waiting = unanswered(answered).map(({ id }) => id);
  if (stillUnanswered(card, answer.covers).length === 0 || keepsState(card, waiting)) return answered;
  // The approved answer was also for what is answered now: a person reads it again.
  if (card.state === 'sending' && waiting.length > 0)
    return returnedToWriter(answered, { kind: 'changed', at: answer.at });
  const known = card.reply && omit(card.reply, 'unsureSince', 'unknownFrom', 'notSeen');
  const rest = {
    ...omit(answered, ...workFields, 'notice', 'closed', 'lostBy'),
    ...(known ? { reply: known } : {}),
  };
  if (waiting.length === 0)
    return { ...omit(rest, 'draft', ...holdBackFields), keptWords: [], state: 'sent' };
  // Words that were not sent are kept for the act that waits.
  const isUnsent = ['open', 'claimed', 'in-review', 'sending'].includes(card.state);
  return { ...(isUnsent ? rest : omit(rest, 'draft')), state: 'open' };
}

/**
 * Whether a card keeps its state after one more answer, where the acts `waiting` are still not answered. What was
 * closed or removed stays so, and a person who writes goes on. The outcome of our own call, or of a hand-off, is still
 * unknown.
 */
function keepsState(card: Card, waiting: readonly ActId[]): boolean {
  const { state, reply, handOff } = card;
  const isWaiting = (ids: readonly ActId[]) => waiting.some((id) => ids.includes(id));
  if (state === 'withdrawn') return true;
  if (['dismissed', 'claimed', 'in-review'].includes(state)) return waiting.length > 0;
  if (state === 'posting' || state === 'unsure') return isWaiting(reply?.covers ?? []);
  return state === 'handed-off' && handOff !== undefined && isWaiting(coveredBy(card, handOff.replyTo));
}

/** Whether a reply to `repliedTo` answers the same act as a reply to `target`: both may be versions of one post. */
export function sameAct(card: Card, target: PostId | undefined, repliedTo: PostId | undefined): boolean {
  if (repliedTo === undefined || target === undefined) return false;
  if (target === repliedTo || isFollow(card)) return true;
  return card.acts.some(
    (act) => isWritten(act) && act.versions.includes(target) && act.versions.includes(repliedTo),
  );
}

/**
 * The acts that a reply to `repliedTo` covers: all that are not answered, up to the one that it replies to. For a new
 * follower a reply to any of their posts covers the follow.
 */
export function coveredBy(card: Card, repliedTo: PostId): readonly ActId[] {
  const index = card.acts.findIndex((act) => isWritten(act) && act.versions.includes(repliedTo));
  const upTo = isFollow(card) ? card.acts : card.acts.slice(0, index + 1);
  return upTo.filter(({ answered }) => !answered).map(({ id }) => id);
}

/** Those of the acts `ids` that no answer covers yet. */
export const stillUnanswered = (card: Card, ids: readonly ActId[]): readonly ActId[] =>
  card.acts.filter(({ id, answered }) => !answered && ids.includes(id)).map(({ id }) => id);

/** The card whose answer does not go out: back to the state in which it was approved, for a person to read again. */
export function returnedToWriter(card: Card, notice?: CardBanner): Card {
  if (unanswered(card).length === 0) return finishedCard(card);
  const state = card.review && card.reply?.approvedIn === 'in-review' ? 'in-review' : 'claimed';
  return { ...omit(card, 'notice'), state, ...(notice ? { notice } : {}) };
}

/** The card when nothing on it waits any more: `sent` where an act of it was answered, else `withdrawn`. */
export const finishedCard = (card: Card): Card => ({
  ...omit(card, ...workFields, ...holdBackFields, 'notice', 'closed'),
  state: card.acts.some(({ answered }) => answered) ? 'sent' : 'withdrawn',
});

/** The fields of a card on which somebody works. */
const workFields = ['holder', 'handOff', 'review', 'note'] as const;
/** The fields of a card that is set aside. */
const holdBackFields = ['flag', 'snoozedUntil'] as const;

/** The id of the person who acts. Throws TypeError for the desk: the rules let it do nothing that needs a person. */
export function actorId(actor: Actor): SlackUserId {
  if (actor.kind === 'desk') throw new TypeError('The desk itself is no person.');
  return actor.id;
}

/** The field that makes a person the holder from `now` (Unix ms). */
export const heldSince = (id: SlackUserId, now: number) => ({ holder: { id, since: now } });
