import { type BudgetUse, levelOf } from '../../core/money/budget-use.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';
import { announce } from './announce.js';

/** What this month has cost of each budget that holds for the desk: its own first, then that of all desks together. */
export async function budgetUses({
  clock,
  desk,
  ledger,
}: Pick<Ports, 'clock' | 'desk' | 'ledger'>): Promise<readonly BudgetUse[]> {
  const { budget, budgetTogether } = desk;
  const now = clock.now();
  const [own, together] = await Promise.all([
    budget && ledger.month(now),
    budgetTogether && ledger.monthTogether(now),
  ]);
  return [
    ...(budget && own
      ? [{ of: 'desk', monthlyUsd: budget.monthlyUsd, microUsd: own.microUsd } as const]
      : []),
    ...(budgetTogether && together
      ? [{ of: 'together', monthlyUsd: budgetTogether.monthlyUsd, microUsd: together.microUsd } as const]
      : []),
  ];
}

/** Says in the channel, of each budget once a month each, that reading is slower, and that reading and writing have stopped. */
export async function announceBudgets(
  ports: Pick<Ports, 'clock' | 'desk' | 'panels'>,
  uses: readonly BudgetUse[],
): Promise<void> {
  for (const use of uses) await announceBudget(ports, use);
}

async function announceBudget(
  ports: Pick<Ports, 'clock' | 'desk' | 'panels'>,
  use: BudgetUse,
): Promise<void> {
  const { clock, desk } = ports;
  const level = levelOf(use);
  if (level === 'none') return;
  const reached = level === 'stopped' ? 'stopped' : 'slow';
  const key = use.of === 'together' ? (`${reached}-together` as const) : reached;
  // X bills by UTC months.
  const month = new Date(clock.now()).toISOString().slice(0, 7);
  const text = say(desk.words, `budget.${key}`, { usd: use.monthlyUsd, lead: leadOf(desk) });
  await announce(ports, `budget-${key}-${month}`, text);
}
