import type { ActId, PostId, SlackUserId } from '../ids.js';
import { omit } from '../omit.js';
import type { Actor } from './actions.js';
import type { Answer, Card, CardBanner } from './card.js';
import { isFollow, unanswered } from './select.js';

/** The card whose answer a person said is there, once its own post is known; undefined when nobody said so of it. */
export function withAnswersPost(
  card: Card,
  post: Pick<Answer, 'postId' | 'text'>,
  isIt: (said: Answer) => boolean,
): Card | undefined {
  const said = card.answers.find((answer) => !answer.postId && isIt(answer));
  if (!said) return undefined;
  return {
    ...card,
    answers: card.answers.map((answer) => (answer === said ? { ...said, ...post } : answer)),
  };
}

/**
 * The card with one more answer: sent, open again where an act waits that the answer does not cover, or as it was where
 * it goes on for what the answer leaves out.
 */
export function withAnswer(card: Card, answer: Answer): Card {
  const answered: Card = {
    ...card,
    acts: card.acts.map((act) => (answer.covers.includes(act.id) ? { ...act, answered: true } : act)),
    answers: [...card.answers, answer],
  };
  const waiting = unanswered(answered).map(({ id }) => id);
  if (notAnswered(card, answer.covers).length === 0 || goesOn(card, waiting)) return answered;
  // An approval on its way was for what is answered now, too: a person reads again.
  if (card.state === 'sending' && waiting.length > 0)
    return returnedToWriter(answered, { kind: 'changed', at: answer.at });
  const known = card.reply && omit(card.reply, 'unsureSince', 'unknownFrom', 'notSeen');
  const rest = {
    ...omit(answered, ...unheld, 'notice', 'closed', 'lostBy'),
    ...(known ? { reply: known } : {}),
  };
  if (waiting.length === 0) return { ...omit(rest, 'draft', ...setAside), keptWords: [], state: 'sent' };
  // Words that somebody was still writing serve for the act that waits; words that went out don't.
  const unused = ['open', 'claimed', 'in-review', 'sending'].includes(card.state);
  return { ...(unused ? rest : omit(rest, 'draft')), state: 'open' };
}

/**
 * What was closed or removed stays so; what becomes of our own call, or of a composer that is open in X, is still to be
 * found out.
 */
function goesOn(card: Card, waiting: readonly ActId[]): boolean {
  const { state, reply, handOff } = card;
  const isLeft = (ids: readonly ActId[]) => waiting.some((id) => ids.includes(id));
  if (state === 'withdrawn') return true;
  // Whoever writes goes on writing.
  if (['dismissed', 'claimed', 'in-review'].includes(state)) return waiting.length > 0;
  if (state === 'posting' || state === 'unsure') return isLeft(reply?.covers ?? []);
  return state === 'handed-off' && handOff !== undefined && isLeft(coveredBy(card, handOff.replyTo));
}

/** Whether a post under `repliedTo` answers the same act as one under `target`, in whichever versions of it. */
export function sameAct(card: Card, target: PostId | undefined, repliedTo: PostId | undefined): boolean {
  if (repliedTo === undefined || target === undefined) return false;
  if (target === repliedTo || isFollow(card)) return true;
  return card.acts.some(
    (act) => act.kind === 'mention' && act.versions.includes(target) && act.versions.includes(repliedTo),
  );
}

/**
 * The acts that an answer under `repliedTo` covers: those not answered, up to the one that it replies to. Any post of
 * a new follower's by which our answer found this card covers the follow.
 */
export function coveredBy(card: Card, repliedTo: PostId): readonly ActId[] {
  const at = card.acts.findIndex((act) => act.kind === 'mention' && act.versions.includes(repliedTo));
  const upTo = isFollow(card) ? card.acts : card.acts.slice(0, at + 1);
  return upTo.filter(({ answered }) => !answered).map(({ id }) => id);
}

/** Those of some acts that no answer covers yet. */
export const notAnswered = (card: Card, ids: readonly ActId[]): readonly ActId[] =>
  card.acts.filter(({ id, answered }) => !answered && ids.includes(id)).map(({ id }) => id);

/** An answer that does not go out: back to where it was approved, for a person to read again. */
export function returnedToWriter(card: Card, notice?: CardBanner): Card {
  if (unanswered(card).length === 0) return emptied(card);
  const state = card.review && card.reply?.approvedIn === 'in-review' ? 'in-review' : 'claimed';
  return { ...omit(card, 'notice'), state, ...(notice ? { notice } : {}) };
}

/** Nothing of a card is left to answer: the patron removed it all, or all but what was answered. */
export const emptied = (card: Card): Card => ({
  ...omit(card, ...unheld, ...setAside, 'notice', 'closed'),
  state: card.acts.some(({ answered }) => answered) ? 'sent' : 'withdrawn',
});

/** What a card loses that nobody works on any more. */
export const unheld = ['holder', 'handOff', 'review', 'note'] as const;
/** What holds an answer back: no longer of use where nothing waits. */
export const setAside = ['flag', 'snoozedUntil'] as const;

/** The person who acts. The rules let the desk itself only where nobody becomes a holder. */
export function actorId(actor: Actor): SlackUserId {
  if (actor.kind === 'desk') throw new TypeError('The desk itself holds no card.');
  return actor.id;
}

export const heldSince = (id: SlackUserId, now: number) => ({ holder: { id, since: now } });
