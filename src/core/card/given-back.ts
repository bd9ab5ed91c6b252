import { without } from '../omit.js';
import { type Card, unanswered } from './card.js';
import type { Notice } from './notice.js';

/** An answer that does not go out: back to where it was approved, for a person to read again. */
export function givenBack(card: Card, notice?: Notice): Card {
  if (unanswered(card).length === 0) return emptied(card);
  const state = card.review && card.reply?.approvedIn === 'in-review' ? 'in-review' : 'claimed';
  return { ...without(card, 'notice'), state, ...(notice ? { notice } : {}) };
}

/** Nothing of a card is left to answer: the patron removed it all, or all but what was answered. */
export const emptied = (card: Card): Card => ({
  ...without(card, ...unheld, ...setAside, 'notice', 'closed'),
  state: card.acts.some(({ answered }) => answered) ? 'sent' : 'withdrawn',
});

/** What a card loses that nobody works on any more. */
export const unheld = ['holder', 'handOff', 'review', 'note'] as const;
/** What holds an answer back: no longer of use where nothing waits. */
export const setAside = ['flag', 'snoozedUntil'] as const;
