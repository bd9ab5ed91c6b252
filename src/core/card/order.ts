import type { Actor } from './actions.js';
import type { Act, Card } from './card.js';
import { type Plan, reachOf } from './reach.js';
import { isFollow, isQuestion, newestAct, unanswered } from './select.js';

/**
 * Cards in the order in which *Answer next* opens them: questions, then other posts, then new followers; within each
 * the one that waits longest comes first.
 */
export function inOrder(cards: readonly Card[]): Card[] {
  return cards.toSorted((a, b) => urgency(a) - urgency(b) || waitingSince(a) - waitingSince(b));
}

/**
 * The cards that a person may take, in that order. A trainee gets no greeting that is posted in X: no colleague could
 * check it first.
 */
export function nextFor(
  actor: Actor,
  cards: readonly Card[],
  { x }: { readonly x: { readonly plan: Plan } },
): Card[] {
  const isTrainee = actor.kind === 'staff' && actor.trainee;
  return inOrder(cards).filter(
    (card) => !(isTrainee && isFollow(card) && reachOf(card, x.plan) === 'hand-off'),
  );
}

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

/** The lower, the sooner. */
function urgency(card: Card): number {
  if (isFollow(card)) return 2;
  return isQuestion(waitingAct(card)) ? 0 : 1;
}
