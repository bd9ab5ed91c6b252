import type { Actor } from './actions.js';
import type { Act, Card } from './card.js';
import { type Plan, reachOf } from './reach.js';
import { isFollow, newestAct, unanswered } from './select.js';

/** Cards in the order in which *next* opens them: questions, then other posts, then new followers; each by how long it waits. */
export function inOrder(cards: readonly Card[]): Card[] {
  return cards.toSorted((a, b) => urgency(a) - urgency(b) || waitsSince(a) - waitsSince(b));
}

/** What somebody can take up, in that order: a greeting that is posted in X is checked by no colleague first. */
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

/** Since when somebody waits for an answer: their oldest act without one. */
export function waitsSince(card: Card): number {
  return (unanswered(card)[0] ?? newestAct(card)).at;
}

/** What a card waits with: a question before all that was said besides it, else the newest act. */
export function waitsWith(card: Card): Act {
  return unanswered(card).findLast(isQuestion) ?? unanswered(card).at(-1) ?? newestAct(card);
}

function urgency(card: Card): number {
  if (isFollow(card)) return 2;
  return isQuestion(waitsWith(card)) ? 0 : 1;
}

const isQuestion = (act: Act): boolean => act.kind === 'mention' && act.topic === 'question';
