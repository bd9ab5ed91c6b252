import type { Card } from '../../core/card/card.js';
import type { Patron } from '../../core/post/post.js';
import type { Ports } from '../../ports.js';
import { cardsOf } from '../patron-cards.js';

/** What the desk has of a person. */
export interface KnownPerson {
  /** The card to take up: an open one first, else the one that they last did something on. */
  readonly card: Card;
  /** Their other cards. */
  readonly others: readonly Card[];
}

/**
 * Somebody by their handle (lower case), from what the desk has: nothing is read from the network. Undefined for a handle
 * that no card has, and for a person who removed all that they wrote.
 */
export async function lookUp(
  { cards }: Pick<Ports, 'cards'>,
  handle: string,
): Promise<KnownPerson | undefined> {
  const [newest] = (await cards.ofHandle(handle)).slice(-1);
  const card = newest && (await cards.get(newest));
  return card && lookUpPatron({ cards }, card.patron);
}

/** The same for a person whose account is known. */
export async function lookUpPatron(
  ports: Pick<Ports, 'cards'>,
  { id }: Pick<Patron, 'id'>,
): Promise<KnownPerson | undefined> {
  const known = await cardsOf(ports, id);
  const card =
    known.findLast(({ state }) => state === 'open') ?? known.findLast(({ state }) => state !== 'withdrawn');
  return card && { card, others: known.filter((one) => one !== card) };
}
