import { helloOf } from '../../core/board/hello-counts.js';
import type { Card } from '../../core/card/card.js';
import { type ScarceBudget, scarcestBudget } from '../../core/money/budget-use.js';
import type { Patron } from '../../core/post/post.js';
import { isStorageFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { cardsOf } from '../patron-cards.js';
import { budgetUses } from '../tell/budget.js';
import { peopleToGreet } from './hello.js';

/** What the writer of an answer should know besides the card. */
interface Surroundings {
  /** The patron's other cards, oldest first. */
  readonly others: readonly Card[];
  /** The month's budget of which little is left. */
  readonly scarce?: ScarceBudget;
  /** Of a hello: whom it greets. */
  readonly greets?: readonly Patron[];
}

/** Reads the surroundings of a card. What can't be read while the store is away is left out: the editor opens all the same. */
export async function surroundingsOf(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'ledger'>,
  card: Card,
): Promise<Surroundings> {
  const hello = helloOf(card);
  const [others = [], scarce, greets] = await Promise.all([
    cardsOf(ports, card.patron.id, card.id).catch(undefinedIf(isStorageFault)),
    scarceBudget(ports),
    hello && peopleToGreet(ports, hello).catch(undefinedIf(isStorageFault)),
  ]);
  return { others, ...(scarce ? { scarce } : {}), ...(greets ? { greets } : {}) };
}

/** The month's budget of which little is left; undefined also while the store is away. */
export async function scarceBudget(
  ports: Pick<Ports, 'clock' | 'desk' | 'ledger'>,
): Promise<ScarceBudget | undefined> {
  const uses = await budgetUses(ports).catch(undefinedIf(isStorageFault));
  return uses && scarcestBudget(uses);
}
