import type { Actor } from '../card/actions.js';
import type { Card } from '../card/card.js';
import { isFollow, isPraise, reachOf, unanswered, urgentWordOf, waitingSince } from '../card/select.js';
import type { OnNetwork } from '../network/networks.js';
import { type DueDesk, dueBy } from './deadlines.js';
import { isPatronPost } from './shift-edges.js';

/**
 * Cards in the order in which *Answer next* opens them, and in which all lists show them: posts with urgent words; then by
 * deadline, so that what is late longest comes first; then posts without a deadline, thanks, and what no patron wrote. Among those without a
 * deadline the one that waits longest comes first.
 */
export function inOrder(cards: readonly Card[], desk: DueDesk): Card[] {
  const keyed = cards.map((card) => ({
    card,
    isUrgent: urgentWordOf(card) !== undefined,
    rank: rankOf(card),
    by: dueBy(desk, card),
  }));
  return keyed
    .toSorted(
      (a, b) =>
        Number(b.isUrgent) - Number(a.isUrgent) ||
        (a.by ?? Number.MAX_VALUE) - (b.by ?? Number.MAX_VALUE) ||
        a.rank - b.rank ||
        waitingSince(a.card) - waitingSince(b.card),
    )
    .map(({ card }) => card);
}

/** The lower, the sooner: posts, thanks, hellos and new followers. */
function rankOf(card: Card): number {
  if (!isPatronPost(card)) return 2;
  const waiting = unanswered(card);
  return waiting.length > 0 && waiting.every(isPraise) ? 1 : 0;
}

/**
 * The cards that a person may take, in that order. A trainee gets no greeting that is posted in X: no colleague could
 * check it first.
 */
export function nextFor(actor: Actor, cards: readonly Card[], desk: DueDesk & OnNetwork): Card[] {
  const isTrainee = actor.kind === 'staff' && actor.trainee;
  return inOrder(cards, desk).filter(
    (card) => !(isTrainee && isFollow(card) && reachOf(card, desk) === 'hand-off'),
  );
}
