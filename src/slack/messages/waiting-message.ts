import type { RichTextSection } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { inOrder, waitsSince, waitsWith } from '../../core/card/order.js';
import type { Desk } from '../../core/desk/desk.js';
import { duration } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import {
  actions,
  bold,
  bullets,
  button,
  escapeText,
  line,
  link,
  type Message,
  rich,
} from '../parts/blocks.js';
import { refTo } from '../parts/card-buttons.js';
import { shortly, shownName } from '../parts/patron.js';

const SHOWN = 15;
const MAX_QUOTE = 100;

/** `/greet`: everybody who waits, most urgent first, each in one line with the way to their card. */
export function waitingMessage(
  cards: readonly Card[],
  desk: Desk,
  now: number,
  permalinks: Readonly<Record<string, string>> = {},
): Message {
  const { words } = desk;
  const ordered = inOrder(cards);
  const [first] = ordered;
  if (!first) {
    const nothing = say(words, 'waiting.nothing');
    return { text: escapeText(nothing), blocks: [rich(line(nothing))] };
  }
  const title = sayCount(desk, 'waiting.title', ordered.length);
  const hidden = ordered.length - SHOWN;
  return {
    text: escapeText(title),
    blocks: [
      rich(
        line(title),
        bullets(ordered.slice(0, SHOWN).map((card) => waitingLine(card, desk, now, permalinks[card.id]))),
        hidden > 0 ? line(say(words, 'waiting.more', { count: hidden })) : undefined,
      ),
      ...actions(
        button({
          id: actionIds.next,
          label: say(words, 'button.next'),
          ref: refTo(first, desk),
          primary: true,
        }),
      ),
    ],
  };
}

function waitingLine(card: Card, desk: Desk, now: number, permalink: string | undefined): RichTextSection {
  const { words } = desk;
  const act = waitsWith(card);
  const what =
    act.kind === 'mention'
      ? say(words, `topic.${act.topic}`)
      : say(words, act.kind === 'hello' ? 'card.hello' : 'waiting.follow');
  const since = say(words, 'waiting.since', { duration: duration(desk, now - waitsSince(card)) });
  return line(
    bold(shownName(card.patron)),
    ` · ${what} · ${since}`,
    act.kind === 'mention' ? `: ${shortly(act, desk, MAX_QUOTE)}` : '',
    ...(permalink ? [' · ', link(permalink, say(words, 'waiting.open'))] : []),
  );
}
