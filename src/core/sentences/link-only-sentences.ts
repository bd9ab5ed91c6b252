import type { Card } from '../card/card.js';
import { newestAct, unanswered, waitingAct } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import { localTime } from '../rota/local-time.js';
import { say, sayCount } from '../words/words.js';
import { keptWhat } from './kept-sentences.js';
import { accountUrl, actUrl } from './phrases.js';

/** What happened on the network, of somebody whom the desk does not know: "Somebody mentioned us 2 times". */
export function linkedWhat(card: Card, desk: Desk): string {
  if (newestAct(card).kind === 'hello') return say(desk.words, 'card.hello');
  if (newestAct(card).kind === 'follow') return say(desk.words, 'link-only.follow');
  return sayCount(desk, 'link-only.mentions', Math.max(1, unanswered(card).length));
}

/** A card in a sentence: "A question · 10:42". */
export const linkedAbout = (card: Card, desk: Desk): string =>
  say(desk.words, 'link-only.about', {
    what: keptWhat(card, desk),
    time: localTime(desk.rota, waitingAct(card).at),
  });

/** Where it stands on the network, by an id. */
export const linkedUrl = (card: Card, desk: Desk): string =>
  actUrl(desk, card) ?? accountUrl(desk, card.patron.id);
