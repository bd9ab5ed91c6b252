import { followCardId, isFollow } from '../../core/card/select.js';
import { dayMs, hourMs } from '../../core/durations.js';
import { nearestLevel } from '../../core/money/budget-use.js';
import { groupOf, wroteWithin } from '../../core/outcomes/group.js';
import { asKeptMonth, dueLooks, type Look, lookAfter, withLook } from '../../core/outcomes/looks.js';
import type { Followed, Found } from '../../core/outcomes/outcome-month.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { cardsOf } from '../patron-cards.js';
import { budgetUses } from '../tell/budget.js';
import { endLinks } from './end-links.js';

type Looking = Pick<
  Ports,
  'cards' | 'clock' | 'desk' | 'due' | 'journal' | 'ledger' | 'network' | 'outcomes' | 'snapshots'
>;

/** While the budget is short or the network is away, looks wait this long (ms), until they are given up. */
const againAfterMs = 6 * hourMs;

/**
 * Looks what came of the follows of a month that are due, and brings its counts on. Answers and what must be removed come
 * first: while little is left of the budget nobody is looked at. May be cut off anywhere and run again.
 */
export async function lookAtOutcomes(ports: Looking, id: string): Promise<void> {
  const { clock, desk, due, journal, outcomes } = ports;
  const now = clock.now();
  const month = await outcomes.get(id);
  if (!month) return due.drop({ job: 'outcomes', id });
  if (!desk.outcomes) await endLinks(ports);
  const looks = desk.outcomes ? dueLooks(month, now) : [];
  const wanted = looks.filter(({ isGivenUp }) => !isGivenUp).map(({ follow }) => follow);
  const found = await whatTheyDo(ports, wanted);
  const made: Look[] = [];
  for (const { follow, isGivenUp } of looks) {
    const seen = isGivenUp ? 'not-known' : found?.get(follow.person);
    if (seen) made.push(await lookOf(ports, follow, seen));
  }
  const ended = await outcomes.change(id, (known) => {
    const next = known && asKeptMonth(made.reduce(withLook, known), now);
    return { next, result: known !== undefined && known.followed.length !== next?.followed.length };
  });
  // What a look ended must not stay on the disk.
  if (ended === true) await journal.purged(now);
  if (!found) await due.put({ job: 'outcomes', id, at: now + againAfterMs });
}

/** What each of these people does now; undefined where that can't be looked at yet. */
async function whatTheyDo(
  ports: Looking,
  follows: readonly Followed[],
): Promise<ReadonlyMap<string, Found> | undefined> {
  const { cards, network } = ports;
  if (follows.length === 0) return new Map();
  if (nearestLevel(await budgetUses(ports)) !== 'none') return undefined;
  const times = await cards.actTimes('follow', Math.min(...follows.map(({ at }) => at)));
  const people = follows.map(({ at, person }) => ({ id: person, at }));
  return network.stillFollowing(people, times, await readSince(ports)).catch(undefinedIf(isRemoteFault));
}

/**
 * Since when (Unix ms) whoever followed was read on this UTC day: then it was looked whether what the messages show of them is
 * still there. In the future where nobody was.
 */
async function readSince({
  cards,
  clock,
  snapshots,
}: Pick<Looking, 'cards' | 'clock' | 'snapshots'>): Promise<number> {
  const looked = await snapshots.get('looked-recheck');
  const dayOf = (ms: number) => Math.floor(ms / dayMs);
  if (!looked || dayOf(looked.at) !== dayOf(clock.now())) return Number.POSITIVE_INFINITY;
  const kept = await Promise.all((await cards.kept(0)).map((id) => cards.get(id)));
  const follows = kept.flatMap((card) => (card && isFollow(card) && !card.acts[0]?.gone ? [card] : []));
  return Math.min(Number.POSITIVE_INFINITY, ...follows.flatMap(({ acts }) => acts[0]?.at ?? []));
}

/** A look at one follow, with what the desk itself knows of it. */
export async function lookOf(
  { cards }: Pick<Looking, 'cards'>,
  follow: Followed,
  found: Found,
): Promise<Look> {
  const card = await cards.get(followCardId(follow.person));
  const theirs = await cardsOf({ cards }, follow.person);
  return {
    follow,
    found,
    group: groupOf(follow, card),
    wrote: wroteWithin(follow, lookAfter(follow), theirs),
  };
}
