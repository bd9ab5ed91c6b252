import type { AccountId } from '../../core/ids.js';
import { isRemoteFault } from '../../errors.js';
import type { Ports } from '../../ports.js';

/** Somebody of whom the desk has something. */
export interface Known {
  readonly person: AccountId;
  /** In how many conversations, on both sides of the desk. */
  readonly conversations: number;
}

type Looking = Pick<Ports, 'cards'> & { readonly inPrivate?: Looking; readonly inPublic?: Looking };

/** Both sides of a desk that has two. */
const sidesOf = (ports: Looking): readonly Looking[] =>
  [ports.inPublic, ports, ports.inPrivate].filter((side) => side !== undefined);

/** Who has or had this handle (lower case), as far as the desk knows; undefined for nobody. Costs nothing. */
export async function whoHasHandle(ports: Looking, handle: string): Promise<Known | undefined> {
  for (const { cards } of sidesOf(ports)) {
    const [newest] = (await cards.ofHandle(handle)).slice(-1);
    const card = newest && (await cards.get(newest));
    if (card) return whatWeHave(ports, card.patron.id);
  }
  return undefined;
}

/** What the desk has of a person: nothing of somebody who never was there. */
export async function whatWeHave(ports: Looking, person: AccountId): Promise<Known> {
  const counts = await Promise.all(
    sidesOf(ports).map(async ({ cards }) => (await cards.ofPatron(person)).length),
  );
  return { person, conversations: counts.reduce((sum, count) => sum + count, 0) };
}

/** What the network says of a handle: whose it is, that it is nobody's, or nothing just now. */
export type WhoItIs = { readonly person: AccountId } | { readonly became: 'nobody' | 'not-asked' };

/** Whose handle (lower case) it is, from the network, for the price of one person. */
export async function askWhoHasHandle({ network }: Pick<Ports, 'network'>, handle: string): Promise<WhoItIs> {
  try {
    const patron = await network.person(handle);
    return patron ? { person: patron.id } : { became: 'nobody' };
  } catch (fault) {
    if (!isRemoteFault(fault)) throw fault;
    return { became: 'not-asked' };
  }
}
