import { type Answer, type Card, isFollow, unanswered } from './card.js';
import type { ActId, PostId } from './ids.js';
import { without } from './without.js';

/**
 * The acts that an answer under `repliedTo` covers: those not answered, up to the one that it replies to. Any post of
 * a new follower's by which our answer found this card covers the follow.
 */
export function coveredBy(card: Card, repliedTo: PostId): readonly ActId[] {
  const at = card.acts.findIndex((act) => act.kind === 'mention' && act.versions.includes(repliedTo));
  const upTo = isFollow(card) ? card.acts : card.acts.slice(0, at + 1);
  return upTo.filter(({ answered }) => !answered).map(({ id }) => id);
}

/** The card with one more answer, and the acts that it covers answered; everything else stays. */
export function withAnswer(card: Card, answer: Answer, covers: readonly ActId[]): Card {
  return {
    ...card,
    acts: card.acts.map((act) => (covers.includes(act.id) ? { ...act, answered: true } : act)),
    answers: [...card.answers, answer],
  };
}

/** The card whose answer under a post a person said is there, once its own post is known; undefined when nobody did. */
export function withAnswersPost(card: Card, under: PostId, postId: PostId): Card | undefined {
  const at = card.answers.findIndex((answer) => !answer.postId && answer.under === under);
  if (at < 0) return undefined;
  return {
    ...card,
    answers: card.answers.map((answer, index) => (index === at ? { ...answer, postId } : answer)),
  };
}

/** The card with an answer: sent, or open again where an act came that the answer does not cover. */
export function settled(card: Card, answer: Answer, covers: readonly ActId[]): Card {
  const answered = withAnswer(card, answer, covers);
  const waiting = unanswered(answered).length > 0;
  const known = card.reply && without(card.reply, 'unsureSince', 'unknownFrom', 'notSeen');
  // Words that somebody was still writing serve for the act that waits; words that went out don't.
  const unused = waiting && ['open', 'claimed', 'sending'].includes(card.state);
  return {
    ...without(
      unused ? answered : without(answered, 'draft'),
      'holder',
      'handOff',
      'notice',
      'closed',
      'lostBy',
    ),
    ...(known ? { reply: known } : {}),
    keptWords: waiting ? card.keptWords : [],
    state: waiting ? 'open' : 'sent',
  };
}
