import type { Desk } from '../../core/desk/desk.js';
import { type MonthlyBill, type SpendKind, type Spent, spentByKind } from '../../core/money/bill.js';
import { usd } from '../../core/money/prices.js';
import { say, sayCount } from '../../core/words/words.js';
import { bullets, escapeText, line, type Message, note, rich } from '../parts/blocks.js';

const ofPeople: readonly SpendKind[] = ['followers', 'people'];
const cent = 10_000;

/** `/greet budget`: what X has cost this month, for what, and how much is left. */
export function budgetMessage(desk: Desk, bill: MonthlyBill): Message {
  const { budget, words } = desk;
  const spent = bill.microUsd === 0 ? undefined : amount(bill.microUsd, words);
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
    spent: amount(microUsd, words),
    count: sayCount(desk, ofPeople.includes(kind) ? 'spend.persons' : 'spend.posts', count),
  });
}

const amount = (microUsd: number, words: Desk['words']): string =>
  microUsd < cent ? say(words, 'spend.under-a-cent') : usd(microUsd);

const percentOf = ({ microUsd }: MonthlyBill, { monthlyUsd }: NonNullable<Desk['budget']>): number =>
  Math.floor((microUsd / 1_000_000 / monthlyUsd) * 100);
