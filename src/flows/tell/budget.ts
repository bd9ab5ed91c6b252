import { type Thrift, thriftOf } from '../../core/money/bill.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';
import { notice } from './announce.js';

/** How near this month's bill is to the desk's budget. */
export async function thrift({
  clock,
  desk,
  ledger,
}: Pick<Ports, 'clock' | 'desk' | 'ledger'>): Promise<Thrift> {
  if (!desk.budget) return 'none';
  const { microUsd } = await ledger.month(clock.now());
  return thriftOf(microUsd, desk.budget);
}

/** Says in the channel, once a month each, that reading is slower, and that reading and writing have stopped. */
export async function sayThrift(
  ports: Pick<Ports, 'clock' | 'desk' | 'panels'>,
  thrift: Thrift,
): Promise<void> {
  const { clock, desk } = ports;
  if (thrift === 'none' || !desk.budget) return;
  const key = thrift === 'stopped' ? 'stopped' : 'slow';
  // X bills by UTC months.
  const month = new Date(clock.now()).toISOString().slice(0, 7);
  const text = say(desk.words, `budget.${key}`, { usd: desk.budget.monthlyUsd, lead: leadOf(desk) });
  await notice(ports, `budget-${key}-${month}`, text);
}
