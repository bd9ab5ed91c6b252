import type { ModalView, RichTextSection } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { isWritten, waitingAct, waitingSince } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { inOrder } from '../../core/due/order.js';
import {
  type Budget,
  type MonthlyBill,
  type SpendKind,
  type Spent,
  spentByKind,
  usd,
} from '../../core/money/bill.js';
import { linkedUrl } from '../../core/sentences/link-only-sentences.js';
import { lastLookedText } from '../../core/sentences/outage-sentences.js';
import { durationText, leadOf, topicText } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { callbackIds } from '../ids.js';
import {
  actions,
  bold,
  bullets,
  escapeText,
  line,
  link,
  type Message,
  note,
  rich,
  sentenceMessage,
} from '../parts/blocks.js';
import { oursBehind } from '../parts/context.js';
import { listedName } from '../parts/link-only.js';
import { modal } from '../parts/modal.js';
import { shortText } from '../parts/patron.js';
import { flaggedLine, urgentMark } from '../parts/status.js';
import { byDesks } from './by-desks.js';
import { answerNext } from './staff-messages.js';

/** How many cards of each list `/greet` shows, each with a link, which costs a call. */
export const mostListed = 15;

const MAX_QUOTE = 100;

/**
 * `/greet`: the cards that wait, most urgent first, one line each with a link to the card's message; below them those that
 * are flagged; and when the network was last read, where that is too long ago (`lastLookAt`, Unix ms). `count`: how many wait,
 * where `cards` has only the first of them.
 */
export function waitingMessage(
  cards: readonly Card[],
  desk: Desk,
  now: number,
  permalinks: Readonly<Record<string, string>> = {},
  flagged: readonly Card[] = [],
  lastLookAt?: number,
  count = cards.length,
): Message {
  const { words } = desk;
  const ordered = inOrder(cards, desk);
  const [first] = ordered;
  const looked = lastLookAt === undefined ? '' : ` ${lastLookedText(desk, lastLookAt, now)}`;
  const nothing = looked ? 'waiting.nothing-known' : 'waiting.nothing';
  const title =
    (first
      ? sayCount(desk, 'waiting.title', count)
      : say(words, flagged.length > 0 ? 'waiting.none-but-flagged' : nothing)) + looked;
  const asked = flagged.length > 0 ? sayCount(desk, 'waiting.flagged', flagged.length) : '';
  const listed = (all: readonly Card[], inAll: number, lineOf: (card: Card) => RichTextSection) => [
    all.length > 0 ? bullets(all.slice(0, mostListed).map(lineOf)) : undefined,
    inAll > mostListed ? line(say(words, 'waiting.more', { count: inAll - mostListed })) : undefined,
  ];
  return {
    text: escapeText([title, asked.replace(/:$/u, '.')].join(' ').trim()),
    blocks: [
      rich(
        line(title),
        ...listed(ordered, count, (card) => waitingLine(card, desk, now, permalinks[card.id])),
        asked ? line(asked) : undefined,
        ...listed(flagged, flagged.length, (card) => flaggedLine(card, desk, now, permalinks[card.id])),
      ),
      ...(first ? actions(answerNext(first, desk)) : []),
    ],
  };
}

/** The first of what waits at one desk, in order, what is flagged there, and when the network was last read, where that is too long ago. */
export interface WaitingAt {
  readonly desk: Desk;
  readonly cards: readonly Card[];
  /** How many wait in all. */
  readonly count: number;
  readonly flagged: readonly Card[];
  readonly lastLookAt: number | undefined;
  /** The address of each card's message, by its id. */
  readonly permalinks?: Readonly<Record<string, string>>;
}

/** The same as a modal, for one desk or several; the words around are those of the desk where it was asked for. */
export function waitingView(desk: Desk, lists: readonly WaitingAt[], now: number): ModalView {
  const says = ({ desk: one, cards, count, flagged, lastLookAt, permalinks }: WaitingAt) => ({
    desk: one,
    message: waitingMessage(cards, one, now, permalinks, flagged, lastLookAt, count),
  });
  return modal({
    callbackId: callbackIds.waiting,
    desk,
    title: 'waiting.modal-title',
    close: 'draft.close',
    isOverDesks: lists.length > 1,
    blocks: byDesks(lists.map(says)).blocks,
  });
}

function waitingLine(card: Card, desk: Desk, now: number, permalink: string | undefined): RichTextSection {
  const { words } = desk;
  const act = waitingAct(card);
  const what = isWritten(act)
    ? topicText(desk, act)
    : say(words, act.kind === 'hello' ? 'card.hello' : 'waiting.follow');
  const since = say(words, 'waiting.since', { duration: durationText(desk, now - waitingSince(card)) });
  const mark = urgentMark(card, desk).map((one) => `${one} · `);
  return line(
    ...mark,
    bold(listedName(card, desk)),
    what && !(card.linkOnly && act.kind === 'follow') ? ` · ${what} · ${since}` : ` · ${since}`,
    act.kind === 'mention' && !card.linkOnly
      ? `: ${shortText(act, desk, MAX_QUOTE)}${oursBehind(act, desk)}`
      : '',
    ...(card.linkOnly ? [' · ', link(linkedUrl(card, desk), say(words, 'card.view'))] : []),
    ...(permalink ? [' · ', link(permalink, say(words, 'waiting.open'))] : []),
  );
}

const commands = [
  'waiting',
  'next',
  'handle',
  'note',
  'notes',
  'pause',
  'resume',
  'budget',
  'report',
  'forget',
  'rota',
] as const;

/** `/greet help`: each command in one line. */
export function helpMessage(desk: Desk): Message {
  const { network, words } = desk;
  const fill = { lead: leadOf(desk), handle: network.exampleHandle };
  // Where nothing is billed nobody asks what it has cost.
  const offered = commands.filter((one) => one !== 'budget' || network.prices);
  const lines = offered.map((one) => say(words, `help.${one}`, fill));
  return { text: escapeText(lines.join('\n')), blocks: [rich(bullets(lines.map((one) => line(one))))] };
}

const cent = 10_000;

/**
 * `/greet budget`: what the network has cost the desk this month, and for what. `together` is the bill of all desks that share a
 * budget, where they do.
 */
export function budgetMessage(desk: Desk, bill: MonthlyBill, together?: MonthlyBill): Message {
  const { budget, budgetTogether, network, words } = desk;
  if (!network.prices) return sentenceMessage(say(words, 'spend.free'), desk);
  const isNothing = bill.microUsd === 0;
  const fill = { spent: amountText(bill.microUsd, words), ...(budget && shareOf(bill, budget)) };
  const own = say(words, isNothing ? 'spend.nothing' : budget ? 'spend.title-of' : 'spend.title', fill);
  const all =
    budgetTogether && together
      ? [
          say(words, 'spend.together', {
            spent: usd(together.microUsd),
            ...shareOf(together, budgetTogether),
          }),
        ]
      : [];
  const titles = [own, ...all];
  const lines = spentByKind(bill).map((one) => line(spentLine(one, desk)));
  return {
    text: escapeText(titles.join(' ')),
    blocks: [
      rich(...titles.map((title) => line(title)), lines.length > 0 ? bullets(lines) : undefined),
      note(say(words, budget || budgetTogether ? 'spend.limits' : 'spend.no-budget')),
    ],
  };
}

function spentLine({ kind, microUsd, count }: Spent, desk: Desk): string {
  const { words } = desk;
  return say(words, kind === 'other' ? 'spend.line-bare' : 'spend.line', {
    kind: say(words, `spend.${kind}`),
    spent: amountText(microUsd, words),
    count: sayCount(desk, countedAs(kind), count),
  });
}

function countedAs(kind: SpendKind): 'spend.persons' | 'spend.messages' | 'spend.posts' {
  if (kind === 'followers' || kind === 'people' || kind === 'outcomes') return 'spend.persons';
  return kind === 'private-read' || kind === 'private-answers' ? 'spend.messages' : 'spend.posts';
}

const amountText = (microUsd: number, words: Desk['words']): string =>
  microUsd < cent ? say(words, 'spend.under-a-cent') : usd(microUsd);

const shareOf = ({ microUsd }: MonthlyBill, { monthlyUsd }: Budget) => ({
  budget: `$${monthlyUsd}`,
  percent: Math.floor((microUsd / 1_000_000 / monthlyUsd) * 100),
});
