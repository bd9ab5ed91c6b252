import type { KnownBlock } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { leadOfFlag } from '../../core/desk/lead.js';
import type { SlackUserId } from '../../core/ids.js';
import { askedSentence } from '../../core/sentences/flag-sentences.js';
import { say, sayCount } from '../../core/words/words.js';
import { actions, bold, escapeText, line, type Message, rich } from '../parts/blocks.js';
import { liftButton } from '../parts/buttons.js';
import { aboutCard, MOST_LISTED, openButton, outcomeText } from './staff-messages.js';

/** Once a day for a lead: the flagged cards that wait for them, each with *Open* and *Lift*, or with what became of it. */
export function flagsMessage(
  cards: readonly Card[],
  { closed }: Pick<Panel, 'closed'>,
  to: SlackUserId,
  desk: Desk,
  now: number,
): Message {
  const { words } = desk;
  const waits = ({ flag }: Card) => flag !== undefined && leadOfFlag(desk, flag, now) === to;
  const count = cards.filter(waits).length;
  const title =
    count === 0
      ? say(words, 'flags.done')
      : closed
        ? say(words, 'flags.newer')
        : sayCount(desk, 'flags.title', count);
  const listed = closed ? [] : cards.slice(0, MOST_LISTED);
  const hidden = closed ? 0 : cards.length - listed.length;
  return {
    text: escapeText([title, ...listed.slice(0, 1).map((card) => aboutCard(card, desk))].join(' ')),
    blocks: [
      rich(line(bold(title))),
      ...listed.flatMap((card) =>
        waits(card) ? flagBlocks(card, to, desk, now) : outcomeBlocks(card, to, desk, now),
      ),
      ...(hidden > 0 ? [rich(line(say(words, 'waiting.more', { count: hidden })))] : []),
    ],
  };
}

function flagBlocks(card: Card, to: SlackUserId, desk: Desk, now: number): KnownBlock[] {
  const { flag } = card;
  if (!flag) return [];
  return [
    rich(line(aboutCard(card, desk)), line(askedSentence(desk, flag, to, now))),
    ...actions(openButton(card, desk), liftButton(card, desk)),
  ];
}

const outcomeBlocks = (card: Card, to: SlackUserId, desk: Desk, now: number): KnownBlock[] => [
  rich(line(aboutCard(card, desk)), line(outcomeText(card, desk, to, now))),
];
