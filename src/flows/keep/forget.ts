import type { Card } from '../../core/card/card.js';
import { isRefusal } from '../../core/card/refusal.js';
import { postsOf } from '../../core/card/select.js';
import type { AccountId, PanelId } from '../../core/ids.js';
import {
  type Erased,
  erasedCard,
  erasedPanel,
  isFromBefore,
  namesPerson,
  settingsWithout,
  withoutPerson,
} from '../../core/keeping/erased.js';
import type { Ports } from '../../ports.js';
import { endLinks, linkedPeople } from '../outcomes/end-links.js';
import { cardsOf } from '../patron-cards.js';
import { joinTold } from '../tell/tell.js';
import { blankBeside } from './blank-beside.js';
import { unlinkReplies } from './keep-replies.js';

type Erasing = Pick<
  Ports,
  | 'cards'
  | 'clock'
  | 'desk'
  | 'due'
  | 'forgotten'
  | 'journal'
  | 'keptReplies'
  | 'ourPosts'
  | 'outcomes'
  | 'panels'
  | 'settings'
  | 'timings'
> & { readonly inPrivate?: Erasing };

/** Says that somebody is to be forgotten, by their account: a worker does it at once, and again until it was done. */
export async function askToForget(
  { clock, due }: Pick<Ports, 'clock' | 'due'>,
  person: AccountId,
): Promise<void> {
  await due.put({ job: 'forget', id: person, at: clock.now() });
}

/**
 * Forgets somebody: keeps them from being greeted or remembered again, then erases all that is kept of them, on both sides
 * of the desk. Records and messages that are still in Slack follow at once, as after any change. May be cut off anywhere and
 * run again.
 */
export async function forget(ports: Erasing, person: AccountId): Promise<void> {
  const { clock, due, forgotten } = ports;
  if (forgotten.isReady) {
    await forgotten.add(person, clock.now());
    await eraseFromBefore(ports, person);
  }
  await due.drop({ job: 'forget', id: person });
}

/**
 * After a restored copy: erases again all that is kept of people who asked to be forgotten. Nothing was shown or sent under
 * the new boot before.
 */
export async function forgetAgain(ports: Erasing): Promise<void> {
  if (!(await ports.forgotten.restore())) return;
  const people = new Set<AccountId>(await linkedPeople(ports));
  for (const id of await ports.cards.withActsSince(0)) {
    const person = (await ports.cards.get(id))?.patron.id;
    if (person) people.add(person);
  }
  const known = [...people];
  const times = await ports.forgotten.upTo(known);
  for (const [at, person] of known.entries()) {
    if (times[at] !== undefined) await eraseFromBefore(ports, person);
  }
}

/** Erases what somebody did up to the time to which they are forgotten. What they wrote since waits for its answer. */
async function eraseFromBefore(ports: Erasing, person: AccountId): Promise<void> {
  const [upTo = 0] = await ports.forgotten.upTo([person]);
  await endLinks(ports, person);
  for (const side of [ports, ports.inPrivate]) {
    if (!side) continue;
    const theirs = await cardsOf(side, person);
    await erase(
      side,
      person,
      theirs.filter((card) => isFromBefore(card, upTo)),
    );
  }
}

/** Erases a card of somebody who was forgotten before: it was answered, or closed. */
export async function eraseCard(ports: Erasing, card: Card): Promise<void> {
  const newest = Math.max(...card.acts.map(({ at }) => at));
  // What was read once must not make a card again.
  await ports.forgotten.add(card.patron.id, newest);
  await erase(ports, card.patron.id, [card]);
}

async function erase(ports: Erasing, person: AccountId, cards: readonly Card[]): Promise<void> {
  const { clock, due, forgotten, journal, settings } = ports;
  const now = clock.now();
  const posts = cards.flatMap(postsOf);
  const who: Erased = { person, posts };
  // Recorded first, as of a purge.
  await journal.purged(now);
  await unlinkReplies(ports, person);
  for (const card of cards) await blankBeside(ports, card);
  for (const { id } of cards) {
    await ports.cards.change(id, (card) => ({ next: card && erasedCard(card, now), result: undefined }));
  }
  await settings.change((set) => ({ next: settingsWithout(set, who), result: undefined }));
  const names = cards.flatMap(({ patron }) => (patron.handle ? [patron.handle] : []));
  for (const id of await ports.panels.naming([person, ...posts, ...names])) {
    await eraseInPanel(ports, id, who, names);
  }
  await forgotten.dropTraces({ person, posts, cards: cards.map(({ id }) => id) });
  // Nobody knows what an open modal shows: a list may name anybody.
  await due.hasten(['screen'], now);
}

/** Takes a person out of one message for several cards, or takes the message away. What it had yet to tell of others is told anew. */
async function eraseInPanel(
  ports: Erasing,
  id: PanelId,
  who: Erased,
  names: readonly string[],
): Promise<void> {
  const { cards, clock, panels } = ports;
  const { all } = await cards.inPanel(id);
  const isTheirsAlone = all.every((card) => namesPerson(card, who));
  const before = await panels.get(id);
  const after = await panels.change<{ readonly isErased: boolean }>(id, (panel) => {
    if (!panel) return { next: panel, result: { isErased: false } };
    const isAbout =
      (panel.conversation !== undefined && who.posts.includes(panel.conversation) && isTheirsAlone) ||
      names.some((name) => panel.text?.includes(name));
    const next = isAbout ? erasedPanel(panel, clock.now()) : withoutPerson(panel, who, clock.now());
    return { next, result: { isErased: next.erased === true } };
  });
  const wasUnsaid = before?.kind === 'told' && before.message?.begunAt === undefined && before.to;
  if (isRefusal(after) || !after.isErased || !wasUnsaid) return;
  const others = before.lists?.filter(({ card }) => !namesPerson(card, who)) ?? [];
  for (const listed of others) await joinTold(ports, wasUnsaid, listed, before.startedAt);
}
