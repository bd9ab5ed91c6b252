import type { Actor } from '../card/actions.js';
import type { Card } from '../card/card.js';
import { refusalFor } from '../card/rules.js';
import { isPraise, unanswered, urgentWordOf, waitingSince } from '../card/select.js';
import type { OnNetwork } from '../network/networks.js';
import { type DueDesk, dueBy } from './deadlines.js';
import { isPatronPost } from './shift-edges.js';
import { isGreetedByHand, waitingFor } from './waiting.js';

/** Where a card stands among others: what decides first comes first. Times are Unix ms. */
export interface Place {
  readonly isUrgent: boolean;
  /** The card's deadline; undefined for none, which comes last. */
  readonly by: number | undefined;
  /** The lower, the sooner: posts, thanks, hellos and new followers. */
  readonly rank: number;
  readonly since: number;
}

/**
 * Cards in the order in which *Answer next* opens them, and in which all lists show them: posts with urgent words; then by
 * deadline, so that what is late longest comes first; then posts without a deadline, thanks, and what no patron wrote. Among those without a
 * deadline the one that waits longest comes first, and of two that wait as long the one with the lower id.
 */
export const inOrder = (cards: readonly Card[], desk: DueDesk): Card[] =>
  inOrderOver(cards.map((card) => ({ card, desk }))).map(({ card }) => card);

/** The same over several desks, each with its own deadlines. */
export function inOrderOver<At extends { readonly card: Card; readonly desk: DueDesk }>(
  all: readonly At[],
): At[] {
  return all
    .map((one) => ({ one, id: one.card.id, ...placeOf(one.card, one.desk) }))
    .toSorted(
      (a, b) =>
        Number(b.isUrgent) - Number(a.isUrgent) ||
        (a.by ?? Number.MAX_VALUE) - (b.by ?? Number.MAX_VALUE) ||
        a.rank - b.rank ||
        a.since - b.since ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ one }) => one);
}

/** The place of a card in the order. It changes with the card alone: no time that passes moves it. */
export const placeOf = (card: Card, desk: DueDesk): Place => ({
  isUrgent: urgentWordOf(card) !== undefined,
  by: dueBy(desk, card),
  rank: rankOf(card),
  since: waitingSince(card),
});

function rankOf(card: Card): number {
  if (!isPatronPost(card)) return 2;
  const waiting = unanswered(card);
  return waiting.length > 0 && waiting.every(isPraise) ? 1 : 0;
}

/** The cards that a person may take, in that order: a trainee no greeting that a person posts by hand. */
export function nextFor(actor: Actor, cards: readonly Card[], desk: DueDesk & OnNetwork): Card[] {
  const isTrainee = waitingFor(actor) === 'trainee';
  return inOrder(cards, desk).filter((card) => !(isTrainee && isGreetedByHand(card, desk)));
}

/**
 * The cards that wait for a colleague's look and at which this person may look, in the order in which they are due: words to
 * check, and answers of others that our timeline does not show.
 */
export function toCheckFor(actor: Actor, cards: readonly Card[], desk: DueDesk, now: number): Card[] {
  if (actor.kind !== 'staff') return [];
  return inOrder(cards, desk).filter((card) =>
    card.state === 'in-review'
      ? refusalFor(card, { do: 'check' }, actor, now) === undefined
      : card.holder?.id !== actor.id,
  );
}
