import type { RichTextSection } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { inOrder, waitingAct, waitingSince } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { type MonthlyBill, type SpendKind, type Spent, spentByKind, usd } from '../../core/money/bill.js';
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

const SHOWN = 15;
const MAX_QUOTE = 100;

/** `/greet`: the cards that wait, most urgent first, one line each with a link to the card's message. */
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
  const act = waitingAct(card);
  const what =
    act.kind === 'mention'
      ? say(words, `topic.${act.topic}`)
      : say(words, act.kind === 'hello' ? 'card.hello' : 'waiting.follow');
  const since = say(words, 'waiting.since', { duration: durationText(desk, now - waitingSince(card)) });
  return line(
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
