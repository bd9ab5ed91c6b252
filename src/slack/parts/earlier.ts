import type { KnownBlock } from '@slack/web-api';
import type { Answer, Card, Mention } from '../../core/card/card.js';
import { waitsWith } from '../../core/card/order.js';
import { writerOf } from '../../core/card/writer.js';
import type { Desk } from '../../core/desk/desk.js';
import { postPrice, prices, priceText, usd } from '../../core/money/prices.js';
import { quote } from '../../core/post/plain.js';
import { moment, nameOf } from '../../core/sentences/phrases.js';
import { say, sayCount, type WordKey } from '../../core/words/words.js';
import { line, note, rich } from './blocks.js';
import { answered, shortly, shownName } from './patron.js';

const SHOWN = 4;
const MAX_LINE = 150;

/** What is known besides the card to whoever writes. */
export interface Surroundings {
  /** The person's other cards, oldest first. */
  readonly others: readonly Card[];
  /** What is left of the month's budget, when that is little. */
  readonly leftMicroUsd?: number;
}

/** What a post is, in a line: its topic, how well we know its writer, and its photos. */
export function aboutAct(card: Card, desk: Desk): readonly string[] {
  const { words } = desk;
  const act = waitsWith(card);
  if (act.kind !== 'mention') return [say(words, 'topic.other')];
  const { first, nthQuestion = 1, photos, topic } = act;
  return [
    say(words, `topic.${topic}`),
    ...(first ? [say(words, 'card.first-time')] : []),
    ...(nthQuestion > 1 ? [nthText(desk, nthQuestion)] : []),
    ...(photos > 0 ? [sayCount(desk, 'card.photos', photos)] : []),
  ];
}

/** "third question this month"; from the tenth on just how many. */
function nthText(desk: Desk, nth: number): string {
  const key = nthKeys[nth - 2];
  return key ? say(desk.words, key) : sayCount(desk, 'card.nth-question', nth);
}

const nthKeys = [
  'card.nth-question.2',
  'card.nth-question.3',
  'card.nth-question.4',
  'card.nth-question.5',
  'card.nth-question.6',
  'card.nth-question.7',
  'card.nth-question.8',
  'card.nth-question.9',
] as const satisfies readonly WordKey[];

/** What was said with this person elsewhere, by whomever, shortly; newest last. */
export function earlierBlocks(others: readonly Card[], desk: Desk, now: number): KnownBlock[] {
  const said = others.flatMap((card) => [
    ...card.acts
      .filter((act) => act.kind === 'mention' && !act.gone && act.text !== '')
      .map((act) => ({ at: act.at, card, act: act as Mention })),
    ...card.answers.filter(({ text }) => text !== '').map((answer) => ({ at: answer.at, card, answer })),
  ]);
  const shown = said.sort((a, b) => a.at - b.at).slice(-SHOWN);
  if (shown.length === 0) return [];
  return [
    rich(
      line(say(desk.words, 'editor.earlier')),
      ...shown.map(({ at, card, ...one }) =>
        'act' in one ? theirs(one.act, at, card, desk, now) : ours(card, one.answer, at, desk, now),
      ),
    ),
  ];
}

function theirs(act: Mention, at: number, { patron }: Card, desk: Desk, now: number) {
  const lead = say(desk.words, 'card.said', { time: moment(desk, at, now), name: shownName(patron) });
  return line(lead, shortly(act, desk, MAX_LINE));
}

function ours(card: Card, answer: Answer, at: number, desk: Desk, now: number) {
  const name = nameOf(desk, writerOf(answer) ?? '');
  const lead = say(desk.words, 'card.said-by-us', { time: moment(desk, at, now), name });
  return line(lead, quote(answered(card, answer), MAX_LINE));
}

/** Prices are for when money is short: what is left, and what this costs. */
export function scarceBlocks(card: Card, desk: Desk, leftMicroUsd: number | undefined): KnownBlock[] {
  const { budget, words } = desk;
  if (leftMicroUsd === undefined || !budget) return [];
  const price = priceText(postPrice('', waitsWith(card).kind === 'mention'));
  const fill = { left: usd(leftMicroUsd), budget: `$${budget.monthlyUsd}`, price };
  return [note(say(words, 'editor.scarce', fill))];
}

/** The same for a follower's posts, which were read to be shown. */
export function scarceReadBlocks(count: number, desk: Desk, leftMicroUsd: number | undefined): KnownBlock[] {
  const { budget, words } = desk;
  if (leftMicroUsd === undefined || !budget || count === 0) return [];
  const price = priceText(count * prices.post);
  return [
    note(say(words, 'greet.scarce', { left: usd(leftMicroUsd), budget: `$${budget.monthlyUsd}`, price })),
  ];
}
