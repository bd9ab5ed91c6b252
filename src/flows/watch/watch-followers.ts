import type { Card } from '../../core/card/card.js';
import { addAct, asShownNow, followAct, followedBack } from '../../core/card/join.js';
import { followCardId } from '../../core/card/select.js';
import { mutingOf } from '../../core/desk/desk-settings.js';
import type { Patron } from '../../core/post/post.js';
import { sayCount } from '../../core/words/words.js';
import { isRemoteFault } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { sampleFollows } from '../outcomes/sample.js';
import { announce } from '../tell/announce.js';
import { areKnownFollowers } from './forgotten-people.js';

/** How many followers the first start remembers, the newest; they get no card. */
const firstFollowers = 300;
/** How many new followers one read takes at most: X allows 300 pages of 20 in a quarter of an hour, and other reads want some. */
const mostAtOnce = 2_500;

/**
 * Reads our followers and makes a card for each that is not known yet. After the desk was down for a while only the newest
 * get one: the others are remembered, and the channel is told how many. X's documents say that its list begins with the
 * newest. If X turned it round, a read would still end at its first page without anybody new: it would cost no more, and
 * show nobody who stands behind.
 */
export async function watchFollowers(ports: Ports): Promise<void> {
  const { clock, timings, watermarks } = ports;
  const now = clock.now();
  await watermarks.begunAt(now);
  const { at: readAt, boot } = await watermarks.followersRead();
  const { fresh, cutShort } = await readFresh(ports, readAt === undefined ? firstFollowers : mostAtOnce);
  if (readAt !== undefined) {
    const stoodStill = now - readAt > timings.followPauseMs;
    const shown = fresh.slice(0, stoodStill ? timings.followCatchUp : mostAtOnce);
    for (const patron of shown.toReversed()) await joinFollower(ports, patron);
    await sampleFollows(ports, fresh, fresh.slice(shown.length), now);
    if (!cutShort) await saySkipped(ports, fresh.length - shown.length, readAt);
  }
  // Whoever is remembered ends the next read, so nobody is while people behind them were not read.
  if (cutShort) throw cutShort;
  // Only after their cards are stored, and while they are: a crash or a restored copy before this reads them again.
  await watermarks.remember(
    fresh.map(({ id }) => id),
    now,
    boot,
  );
}

/**
 * Followers that are not known, newest first, until a page has nobody new: people who came back may stand between new
 * ones. `cutShort` is why the read ended before that.
 */
async function readFresh(
  ports: Ports,
  most: number,
): Promise<{ readonly fresh: readonly Patron[]; readonly cutShort?: Error }> {
  const { network } = ports;
  const fresh: Patron[] = [];
  let lastTwo: readonly boolean[] = [];
  try {
    for await (const page of network.followers()) {
      const known = await areKnownFollowers(
        ports,
        page.map(({ id }) => id),
      );
      fresh.push(...page.filter((_, index) => !known[index]));
      await noteKnown(
        ports,
        page.filter((_, index) => known[index]),
      );
      // The network leaves suspended people out of a page, so one known person alone says nothing.
      lastTwo = [...lastTwo, ...known].slice(-2);
      const nobodyNew = page.length > 0 && known.every(Boolean);
      if (fresh.length >= most || (nobodyNew && lastTwo.length === 2 && lastTwo.every(Boolean))) break;
    }
  } catch (fault) {
    if (!isRemoteFault(fault)) throw fault;
    return { fresh, cutShort: fault };
  }
  return { fresh };
}

/**
 * Notes on the cards of known followers what X shows of them now, which costs nothing: their name, what they say of themselves,
 * and that a person followed them back in X.
 */
export async function noteKnown({ cards, desk }: Ports, known: readonly Patron[]): Promise<void> {
  for (const patron of known) {
    const id = followCardId(patron.id);
    const isFollowed = desk.greetings.followBack && patron.weFollow === true;
    const step = (card: Card) => asShownNow(isFollowed ? followedBack(card) : card, patron);
    const card = await cards.get(id);
    if (!card || step(card) === card) continue;
    await cards.change(id, (now) => ({ next: now && step(now), result: undefined }));
  }
}

/** Makes the card of a new follower. */
export async function joinFollower({ cards, clock, settings }: Ports, patron: Patron): Promise<void> {
  const id = followCardId(patron.id);
  const now = clock.now();
  const muted = mutingOf(await settings.get(), { author: patron.id }, now);
  await cards.change(id, (card) => ({
    next: addAct(card, id, followAct(patron, now), patron, now, muted).card,
    result: undefined,
  }));
}

async function saySkipped(ports: Ports, count: number, readAt: number): Promise<void> {
  if (count <= 0) return;
  await announce(ports, `followers-${readAt}`, sayCount(ports.desk, 'skipped.followers', count));
}
