import type { RichTextSection } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { waitingAct, waitingSince } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { inOrder } from '../../core/due/order.js';
import { type MonthlyBill, type SpendKind, type Spent, spentByKind, usd } from '../../core/money/bill.js';
import { lastLookedText } from '../../core/sentences/outage-sentences.js';
import { durationText, leadOf } from '../../core/sentences/phrases.js';
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
  note,
  rich,
  sentenceMessage,
} from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { shortText, shownName } from '../parts/patron.js';
import { flaggedLine, urgentMark } from '../parts/status.js';

const SHOWN = 15;
const MAX_QUOTE = 100;

/**
 * `/greet`: the cards that wait, most urgent first, one line each with a link to the card's message; below them those that
 * are flagged; and when the network was last read, where that is too long ago (`lastLookAt`, Unix ms).
 */
export function waitingMessage(
  cards: readonly Card[],
  desk: Desk,
  now: number,
  permalinks: Readonly<Record<string, string>> = {},
  flagged: readonly Card[] = [],
  lastLookAt?: number,
): Message {
  const { words } = desk;
  const ordered = inOrder(cards, desk);
  const [first] = ordered;
  const looked = lastLookAt === undefined ? '' : ` ${lastLookedText(desk, lastLookAt, now)}`;
  const nothing = looked ? 'waiting.nothing-known' : 'waiting.nothing';
  const title =
    (first
      ? sayCount(desk, 'waiting.title', ordered.length)
      : say(words, flagged.length > 0 ? 'waiting.none-but-flagged' : nothing)) + looked;
  const asked = flagged.length > 0 ? sayCount(desk, 'waiting.flagged', flagged.length) : '';
  const listed = (all: readonly Card[], lineOf: (card: Card) => RichTextSection) => [
    all.length > 0 ? bullets(all.slice(0, SHOWN).map(lineOf)) : undefined,
    all.length > SHOWN ? line(say(words, 'waiting.more', { count: all.length - SHOWN })) : undefined,
  ];
  return {
    text: escapeText([title, asked.replace(/:$/u, '.')].join(' ').trim()),
    blocks: [
      rich(
        line(title),
        ...listed(ordered, (card) => waitingLine(card, desk, now, permalinks[card.id])),
        asked ? line(asked) : undefined,
        ...listed(flagged, (card) => flaggedLine(card, desk, now, permalinks[card.id])),
      ),
      ...(first
        ? actions(
            button({
              id: actionIds.next,
              label: say(words, 'button.next'),
              ref: refTo(first, desk),
              primary: true,
            }),
          )
        : []),
    ],
  };
}

function waitingLine(card: Card, desk: Desk, now: number, permalink: string | undefined): RichTextSection {
  const { words } = desk;
  const act = waitingAct(card);
  const what =
    act.kind === 'mention'
      ? say(words, `topic.${act.topic}`)
      : say(words, act.kind === 'hello' ? 'card.hello' : 'waiting.follow');
  const since = say(words, 'waiting.since', { duration: durationText(desk, now - waitingSince(card)) });
  const mark = urgentMark(card, desk).map((one) => `${one} · `);
  return line(
    ...mark,
    bold(shownName(card.patron)),
    ` · ${what} · ${since}`,
    act.kind === 'mention' ? `: ${shortText(act, desk, MAX_QUOTE)}` : '',
    ...(permalink ? [' · ', link(permalink, say(words, 'waiting.open'))] : []),
  );
}

const commands = ['waiting', 'next', 'handle', 'note', 'notes', 'pause', 'resume', 'budget', 'rota'] as const;

/** `/greet help`: each command in one line. */
export function helpMessage(desk: Desk): Message {
  const lines = commands.map((one) => say(desk.words, `help.${one}`, { lead: leadOf(desk) }));
  return { text: escapeText(lines.join('\n')), blocks: [rich(bullets(lines.map((one) => line(one))))] };
}

const ofPeople: readonly SpendKind[] = ['followers', 'people'];
const cent = 10_000;

/** `/greet budget`: what the network has cost this month, and for what. */
export function budgetMessage(desk: Desk, bill: MonthlyBill): Message {
  const { budget, network, words } = desk;
  if (!network.prices) return sentenceMessage(say(words, 'spend.free'), desk);
  const spent = bill.microUsd === 0 ? undefined : amountText(bill.microUsd, words);
  const title =
    spent === undefined
      ? say(words, 'spend.nothing')
      : budget
        ? say(words, 'spend.title-of', {
            spent,
            budget: `$${budget.monthlyUsd}`,
            percent: percentOf(bill, budget),
          })
        : say(words, 'spend.title', { spent });
  const lines = spentByKind(bill).map((one) => line(spentLine(one, desk)));
  return {
    text: escapeText(title),
    blocks: [
      rich(line(title), lines.length > 0 ? bullets(lines) : undefined),
      note(say(words, budget ? 'spend.limits' : 'spend.no-budget')),
    ],
  };
}

function spentLine({ kind, microUsd, count }: Spent, desk: Desk): string {
  const { words } = desk;
  return say(words, kind === 'other' ? 'spend.line-bare' : 'spend.line', {
    kind: say(words, `spend.${kind}`),
    spent: amountText(microUsd, words),
    count: sayCount(desk, ofPeople.includes(kind) ? 'spend.persons' : 'spend.posts', count),
  });
}

const amountText = (microUsd: number, words: Desk['words']): string =>
  microUsd < cent ? say(words, 'spend.under-a-cent') : usd(microUsd);

const percentOf = ({ microUsd }: MonthlyBill, { monthlyUsd }: NonNullable<Desk['budget']>): number =>
  Math.floor((microUsd / 1_000_000 / monthlyUsd) * 100);
