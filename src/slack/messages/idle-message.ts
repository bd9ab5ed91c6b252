import type { Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { asksAbout, idleInfoOf } from '../../core/due/deadlines.js';
import type { SlackUserId } from '../../core/ids.js';
import { quote } from '../../core/post/plain.js';
import { momentText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actions, bold, escapeText, line, type Message, rich } from '../parts/blocks.js';
import {
  aboutCard,
  keepButton,
  MAX_FALLBACK,
  MOST_LISTED,
  openButton,
  outcomeText,
  putBackButton,
} from './staff-messages.js';

/** For each of its cards "Still on it?" while nothing happens with it; after that what happened. */
export function idleMessage(
  cards: readonly Card[],
  panel: Panel,
  to: SlackUserId,
  desk: Desk,
  now: number,
): Message {
  const parts = cards.slice(0, MOST_LISTED).map((card) => {
    const idleInfo = idleInfoOf(desk, card);
    if (!idleInfo || !asksAbout(panel.id, card, idleInfo)) {
      const text = `${aboutCard(card, desk)} · ${outcomeText(card, desk, to, now)}`;
      return { text, blocks: [rich(line(text))] };
    }
    const ask = say(desk.words, 'idle.ask', { about: aboutCard(card, desk) });
    const back = backText(card, idleInfo.backAt, desk, now);
    return {
      text: [ask, back].join(' ').trim(),
      blocks: [
        rich(line(bold(ask), back ? ` ${back}` : '')),
        ...actions(openButton(card, desk), keepButton(card, desk), putBackButton(card, desk)),
      ],
    };
  });
  return {
    text: escapeText(quote(parts.map(({ text }) => text).join(' · '), MAX_FALLBACK)),
    blocks: parts.flatMap(({ blocks }) => blocks),
  };
}

/** "It goes back to the shift at 11:27; your draft is kept." */
function backText(card: Card, backAt: number | undefined, desk: Desk, now: number): string {
  if (backAt === undefined) return '';
  const key = card.draft ? 'idle.back-draft' : 'idle.back';
  return say(desk.words, key, { time: momentText(desk, backAt, now) });
}
