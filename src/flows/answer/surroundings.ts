import type { Card } from '../../core/card/card.js';
import { scarceMicroUsd } from '../../core/money/bill.js';
import { isStorageFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { cardsOf } from '../patron-cards.js';

/** What the writer of an answer should know besides the card. */
interface Surroundings {
  /** The patron's other cards, oldest first. */
  readonly others: readonly Card[];
  /** What is left of the month's budget, in millionths of a dollar, when that is little. */
  readonly leftMicroUsd?: number;
}

/** Reads the surroundings of a card. What can't be read while the store is away is left out: the editor opens all the same. */
export async function surroundingsOf(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'ledger'>,
  card: Card,
): Promise<Surroundings> {
  const [others = [], leftMicroUsd] = await Promise.all([
    cardsOf(ports, card.patron.id, card.id).catch(undefinedIf(isStorageFault)),
    budgetLeft(ports),
  ]);
  return { others, ...(leftMicroUsd === undefined ? {} : { leftMicroUsd }) };
}

/** What is left of the month's budget, in millionths of a dollar, when that is little; undefined while the store is away. */
export async function budgetLeft({
  clock,
  desk,
  ledger,
}: Pick<Ports, 'clock' | 'desk' | 'ledger'>): Promise<number | undefined> {
  if (!desk.budget) return undefined;
  const bill = await ledger.month(clock.now()).catch(undefinedIf(isStorageFault));
  return bill && scarceMicroUsd(bill.microUsd, desk.budget);
}
