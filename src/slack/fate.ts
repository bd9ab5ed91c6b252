import type { Card, Mention } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { workerOf } from '../core/idle.js';
import type { SlackUserId } from '../core/ids.js';
import { waitsWith } from '../core/next.js';
import { firstOf } from '../core/phrases.js';
import { say } from '../core/words.js';
import { shortly } from './patron.js';
import { standing } from './standing.js';

const MAX_QUOTE = 80;

/** Who a card is about and what they said, for one line in a message to a colleague. */
export function aboutCard(card: Card, desk: Desk): { readonly first: string; readonly quote: string } {
  const act = waitsWith(card);
  const said =
    act.kind === 'mention' ? act : card.acts.findLast((one): one is Mention => one.kind === 'mention');
  return { first: firstOf(card.patron), quote: said ? shortly(said, desk, MAX_QUOTE) : '' };
}

/** What became of a card that somebody was asked about. */
export function fateOf(card: Card, desk: Desk, person: SlackUserId, now: number): string {
  const { words } = desk;
  if (workerOf(card) === person) return say(words, 'moved.kept');
  const state = standing(card, desk, now)?.said;
  return state ?? say(words, card.draft?.by === person ? 'moved.open-draft' : 'moved.open');
}
