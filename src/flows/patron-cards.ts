import type { Card } from '../core/card/card.js';
import type { XUserId } from '../core/ids.js';
import type { Ports } from '../ports.js';

/** All that the desk has of one person, by what they did last, oldest first. May be a moment stale. */
export async function cardsOf({ cards }: Pick<Ports, 'cards'>, person: XUserId): Promise<readonly Card[]> {
  const ids = await cards.ofPatron(person);
  const found = await Promise.all(ids.map((id) => cards.get(id)));
  return found.filter((card) => card !== undefined);
}
