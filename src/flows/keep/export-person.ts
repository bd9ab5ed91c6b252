import { isKnown, knownOfPerson, type PersonRecords } from '../../core/export/known-of-person.js';
import type { AccountId } from '../../core/ids.js';
import { typedAccount, typedHandle } from '../../core/typed-account.js';
import { type Records, withItsPeople } from './export-replies.js';

/** What the desks know of one person, a part for each of them that knows anything; and of whom, by the name or id asked for. */
export interface KnownPerson {
  readonly person: AccountId;
  readonly desks: readonly ReturnType<typeof knownOfPerson>[];
}

/** Nobody is known by that name or id, or several accounts have had that name. */
export interface NotOnePerson {
  readonly accounts: readonly AccountId[];
}

/**
 * What is known of one person: `who` is "@handle", a handle, or the id of an account. Reads the desks' own records alone. A
 * handle leads to them only as long as it is kept.
 */
export async function exportPerson(
  desks: readonly Records[],
  who: string,
): Promise<KnownPerson | NotOnePerson> {
  const typed = typedAccount(who);
  const accounts = typed ? [typed.id] : await accountsNamed(desks, typedHandle(who));
  const [person, ...others] = accounts;
  if (person === undefined || others.length > 0) return { accounts };
  const known: ReturnType<typeof knownOfPerson>[] = [];
  for (const desk of desks) {
    const { desk: named, ...records } = await withItsPeople(desk);
    const found = await recordsOf({ desk: named, ...records }, person);
    if (isKnown(found)) known.push(knownOfPerson(named, found));
  }
  return known.length > 0 ? { person, desks: known } : { accounts: [] };
}

/** The accounts that a handle leads to: of cards, and of those who are muted. */
async function accountsNamed(desks: readonly Records[], name: string): Promise<readonly AccountId[]> {
  const accounts = new Set<AccountId>();
  for (const { cards, settings } of desks) {
    for (const id of await cards.ofHandle(name)) {
      const card = await cards.get(id);
      if (card) accounts.add(card.patron.id);
    }
    const { mutedPeople = [] } = await settings.get();
    for (const one of mutedPeople) if (one.handle.toLowerCase() === name) accounts.add(one.person);
  }
  return [...accounts];
}

async function recordsOf(
  { cards, desk, keptReplies, outcomes, settings, watermarks }: Records,
  person: AccountId,
): Promise<PersonRecords> {
  const [ids, replies, set, months, [isFollower = false]] = await Promise.all([
    cards.ofPatron(person),
    keptReplies.toPatron(person),
    settings.get(),
    outcomes.all(),
    watermarks.areKnown([person]),
  ]);
  const [found, kept] = await Promise.all([
    Promise.all(ids.map((id) => cards.get(id))),
    Promise.all(replies.map((id) => keptReplies.get(id))),
  ]);
  const outcome = months.flatMap(({ followed }) => followed).find((one) => one.person === person);
  return {
    person,
    // Both sides of a desk have the same: it is told of once.
    ...(outcome && !desk.inPrivate && { outcome }),
    cards: found.filter((card) => card !== undefined),
    // Both sides of a desk have the same settings: they are told of once.
    settings: desk.inPrivate ? { muted: [] } : set,
    isFollower,
    replies: kept.filter((reply) => reply !== undefined),
  };
}
