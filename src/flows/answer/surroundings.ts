import type { Card } from '../../core/card/card.js';
import { scarceMicroUsd } from '../../core/money/bill.js';
import { isStorageFault } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { cardsOf } from '../patron-cards.js';

/** What somebody should know who writes to a person, besides the card itself. */
export interface Surroundings {
  /** The person's other cards, oldest first. */
  readonly others: readonly Card[];
  /** What is left of the month's budget, in millionths of a dollar, when that is little. */
  readonly leftMicroUsd?: number;
}

/** Reads it; while the store is away nothing is known, and the words come first. */
export async function surroundingsOf(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'ledger'>,
  card: Card,
): Promise<Surroundings> {
  try {
    const [all, left] = await Promise.all([cardsOf(ports, card.patron.id), leftOf(ports)]);
    const others = all.filter(({ id }) => id !== card.id);
    return { others, ...(left === undefined ? {} : { leftMicroUsd: left }) };
  } catch (fault) {
    if (!isStorageFault(fault)) throw fault;
    return { others: [] };
  }
}

async function leftOf({ clock, desk, ledger }: Pick<Ports, 'clock' | 'desk' | 'ledger'>) {
  if (!desk.budget) return undefined;
  return scarceMicroUsd((await ledger.month(clock.now())).microUsd, desk.budget);
}
