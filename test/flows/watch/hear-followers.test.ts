import { expect, it } from 'vitest';
import { followCardId } from '../../../src/core/card/select.js';
import { timingsOn } from '../../../src/core/due/network-timings.js';
import { timings } from '../../../src/core/due/timings.js';
import { accountId } from '../../../src/core/ids.js';
import { networks } from '../../../src/core/network/networks.js';
import type { Patron } from '../../../src/core/post/post.js';
import { Busy, Unreachable } from '../../../src/errors.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aDesk, aFollower, minutes } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

const followers = (count: number): readonly Patron[] =>
  Array.from({ length: count }, (_, n) => aFollower({ id: accountId(String(900 - n)), handle: `f${n}` }));

/** A desk on a network whose mentions tell of followers too; it has read the list of them once. */
async function watching({ hasReadList = true } = {}) {
  const ports = fakePorts({
    desk: aDesk({ network: networks.bluesky }),
    timings: timingsOn('bluesky', timings, 1),
  });
  const { mentions } = ports.network;
  const told: { patron: Patron; at: number }[] = [];
  const limit = { cutOff: false };
  ports.network.mentions = async (since) => ({
    ...(await mentions(since)),
    follows: { found: told.filter(({ at }) => at >= since), ...limit },
  });
  await watch(ports, 'mentions');
  if (hasReadList) await watch(ports, 'followers');
  const follow = (...people: readonly Patron[]) => {
    const others = told.filter(({ patron }) => !people.some(({ id }) => id === patron.id));
    told.splice(0, told.length, ...people.map((patron) => ({ patron, at: ports.clock.now() })), ...others);
    ports.network.followedBy.unshift(...people);
  };
  const look = async (afterMs = ports.timings.pollMentionsMs) => {
    ports.clock.pass(afterMs);
    await watch(ports, 'mentions');
  };
  return { ports, follow, look, limit };
}

const shown = async ({ cards }: FakePorts) => (await cards.waiting(100)).first.map(({ id }) => id);
/** When the list of followers is read (ms from now). */
const listIn = ({ clock, due }: FakePorts) =>
  (due.all().find(({ id }) => id === 'followers')?.at ?? Number.NaN) - clock.now();

it('a new follower is a card by the look at mentions, and the list is not read for it', async () => {
  const { ports, follow, look } = await watching();
  const before = listIn(ports);
  follow(aFollower());
  await look();
  expect(await shown(ports)).toEqual([followCardId(aFollower().id)]);
  expect(before).toBeGreaterThan(minutes(23 * 60));
  expect(listIn(ports)).toBe(before - ports.timings.pollMentionsMs);
});

it('whoever comes back is no new follower, and neither is one whom the list brings again', async () => {
  const { ports, follow, look } = await watching();
  follow(aFollower());
  await look();
  const card = await ports.cards.get(followCardId(aFollower().id));
  follow(aFollower());
  await look();
  await watch(ports, 'followers');
  expect(await ports.cards.get(followCardId(aFollower().id))).toEqual(card);
});

it('what a known follower says of themselves is on their card by the same look', async () => {
  const { ports, follow, look } = await watching();
  follow(aFollower());
  await look();
  follow(aFollower({ bio: 'Allotments.' }));
  await look();
  expect((await ports.cards.get(followCardId(aFollower().id)))?.patron.bio).toBe('Allotments.');
});

it('followers from before the list was read first are old acquaintances', async () => {
  const { ports, follow, look } = await watching({ hasReadList: false });
  follow(aFollower());
  await look();
  await watch(ports, 'followers');
  await look();
  expect(await shown(ports)).toEqual([]);
});

it('where so many write that a read gets to no follow, the list is read within a minute', async () => {
  const { ports, look, limit } = await watching();
  limit.cutOff = true;
  await look();
  expect(listIn(ports)).toBeLessThanOrEqual(minutes(1));
});

it('where more follow than one read tells, the list is read within a minute, and nobody behind them is missed', async () => {
  const { ports, follow, look, limit } = await watching();
  follow(...followers(30));
  limit.cutOff = true;
  await look();
  expect(await shown(ports)).toEqual([]);
  expect(listIn(ports)).toBeLessThanOrEqual(minutes(1));
  await watch(ports, 'followers');
  expect(await shown(ports)).toHaveLength(30);
});

it('a limit that was reached among those who are known leaves no gap', async () => {
  const { ports, follow, look, limit } = await watching();
  follow(...followers(3));
  await look();
  limit.cutOff = true;
  follow(aFollower());
  await look();
  expect(await shown(ports)).toHaveLength(4);
});

it('after the desk stood still the list is read, which knows how many followed', async () => {
  const { ports, follow, look } = await watching();
  follow(aFollower());
  await look(minutes(180));
  expect(await shown(ports)).toEqual([]);
  expect(listIn(ports)).toBeLessThanOrEqual(minutes(1));
});

it('a look that fails makes the list due soon, unless the network asks to wait', async () => {
  const { ports } = await watching();
  const fails = async (fault: Error) => {
    ports.network.mentions = () => Promise.reject(fault);
    await expect(watch(ports, 'mentions')).rejects.toThrow();
    return listIn(ports);
  };
  expect(await fails(new Busy(ports.clock.now() + minutes(5), 'Bluesky'))).toBeGreaterThan(minutes(60));
  expect(await fails(new Unreachable('Bluesky', 'no route'))).toBeLessThanOrEqual(minutes(1));
});

it('a failure while they are stored is made good by the next look', async () => {
  const { ports, follow, look } = await watching();
  follow(aFollower());
  const failing = { ...ports.cards, change: () => Promise.reject(new Error('storage down')) };
  await expect(watch({ ...ports, cards: failing }, 'mentions')).rejects.toThrow('storage down');
  await look();
  expect(await shown(ports)).toHaveLength(1);
});
