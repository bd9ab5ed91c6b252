import { isGathered } from '../board/gathered.js';
import { type WaitingCounts, type WaitingKind, waitingKinds } from '../board/waiting-counts.js';
import type { Actor } from '../card/actions.js';
import type { Card } from '../card/card.js';
import { isSetAside } from '../card/card-clock.js';
import { isFollow, isHello, isWritten, reachOf, waitingAct } from '../card/select.js';
import type { OnNetwork } from '../network/networks.js';
import { type DueDesk, isLate } from './deadlines.js';
import { waitsToBeTold } from './tellings.js';

/** Whose list of what waits: all of it, or what a trainee may take. */
export type WaitingFor = 'all' | 'trainee';

/** The first cards that wait, and how many wait in all. */
export interface FirstWaiting {
  readonly first: readonly Card[];
  readonly count: number;
}

/** Whether the card waits for somebody to take it. */
export const isWaiting = (card: Card): boolean =>
  card.state === 'open' && !isSetAside(card) && !isGathered(card);

/** What a card that waits is counted as. */
export function waitingKindOf(card: Card): WaitingKind {
  if (isFollow(card)) return 'follow';
  if (isHello(card)) return 'hello';
  const act = waitingAct(card);
  return isWritten(act) ? act.topic : 'other';
}

/** Whether a card is a greeting that a person posts by hand. A trainee gets none: no colleague could check it first. */
export const isGreetedByHand = (card: Card, desk: OnNetwork): boolean =>
  isFollow(card) && reachOf(card, desk) === 'hand-off';

/** Whose list is for a person. */
export const waitingFor = (actor: Actor): WaitingFor =>
  actor.kind === 'staff' && actor.trainee ? 'trainee' : 'all';

/**
 * Counts all cards of a desk that wait, at `now` (Unix ms). The store has the same figures in its indexes: this says what
 * they mean.
 */
export function countWaiting(cards: readonly Card[], desk: DueDesk, now: number): WaitingCounts {
  const waiting = cards.filter(isWaiting);
  const kinds = waitingKinds.map((kind) => [
    kind,
    waiting.filter((card) => waitingKindOf(card) === kind).length,
  ]);
  return {
    kinds: Object.fromEntries(kinds) as WaitingCounts['kinds'],
    late: waiting.filter((card) => isLate(desk, card, now)).length,
    toBeTold: waiting.filter(waitsToBeTold).length,
  };
}
