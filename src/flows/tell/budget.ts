import { type BudgetLevel, budgetLevelOf } from '../../core/money/bill.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';
import { announce } from './announce.js';

/** How near this month's bill is to the desk's budget. */
export async function budgetLevel({
  clock,
  desk,
  ledger,
}: Pick<Ports, 'clock' | 'desk' | 'ledger'>): Promise<BudgetLevel> {
  if (!desk.budget) return 'none';
  const { microUsd } = await ledger.month(clock.now());
  return budgetLevelOf(microUsd, desk.budget);
}

/** Says in the channel, once a month each, that reading is slower, and that reading and writing have stopped. */
export async function announceBudgetLevel(
  ports: Pick<Ports, 'clock' | 'desk' | 'panels'>,
  level: BudgetLevel,
): Promise<void> {
  const { clock, desk } = ports;
  if (level === 'none' || !desk.budget) return;
  const key = level === 'stopped' ? 'stopped' : 'slow';
  // X bills by UTC months.
  const month = new Date(clock.now()).toISOString().slice(0, 7);
  const text = say(desk.words, `budget.${key}`, { usd: desk.budget.monthlyUsd, lead: leadOf(desk) });
  await announce(ports, `budget-${key}-${month}`, text);
}
