import type { Card } from '../card/card.js';
import type { PanelId } from '../ids.js';
import { without } from '../omit.js';

/** The card with one more private message that says how it stands. */
export function listedIn(card: Card, panel: PanelId): Card {
  const { in: before = [], told = card.version } = card.listed ?? {};
  return before.includes(panel) ? card : { ...card, listed: { in: [...before, panel], told } };
}

/** The card whose private messages know its version; those that ask nothing any more are let go. */
export function toldLists(card: Card, told: number, over: readonly PanelId[]): Card {
  const left = card.listed?.in.filter((panel) => !over.includes(panel)) ?? [];
  return left.length > 0 ? { ...card, listed: { in: left, told } } : without(card, 'listed');
}
