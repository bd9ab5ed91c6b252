import type { Card } from '../core/card/card.js';
import type { AccountId, CardId } from '../core/ids.js';
import type { Ports } from '../ports.js';

/**
 * The cards that the desk has of one person, without the `known` one: the one that they last did something on comes last.
 * May be a moment stale.
 */
export async function cardsOf(
  { cards }: Pick<Ports, 'cards'>,
  person: AccountId,
  known?: CardId,
): Promise<readonly Card[]> {
  const ids = (await cards.ofPatron(person)).filter((id) => id !== known);
  const found = await Promise.all(ids.map((id) => cards.get(id)));
  return found.filter((card) => card !== undefined);
}
