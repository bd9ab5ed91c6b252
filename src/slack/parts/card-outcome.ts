import type { Card } from '../../core/card/card.js';
import { waitsWith } from '../../core/card/order.js';
import { isHello } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { workerOf } from '../../core/due/idle.js';
import type { SlackUserId } from '../../core/ids.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { shortly } from './patron.js';
import { statusOf } from './status.js';

const MAX_QUOTE = 80;

/** Who a card is about and what they said, for one line in a message to a colleague. */
export function aboutCard(card: Card, desk: Desk): string {
  const { words } = desk;
  if (isHello(card)) return say(words, 'about.hello');
  const act = waitsWith(card);
  const said = act.kind === 'mention' ? act : undefined;
  const first = firstOf(card.patron);
  return said
    ? say(words, 'about.said', { first, quote: shortly(said, desk, MAX_QUOTE) })
    : say(words, 'about.follow', { first });
}

/** What became of a card that somebody was asked about. */
export function outcomeText(card: Card, desk: Desk, person: SlackUserId, now: number): string {
  const { words } = desk;
  if (workerOf(card) === person) return say(words, 'moved.kept');
  const state = statusOf(card, desk, now)?.said;
  return state ?? say(words, card.draft?.by === person ? 'moved.open-draft' : 'moved.open');
}
