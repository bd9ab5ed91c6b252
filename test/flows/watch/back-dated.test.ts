import { expect, it } from 'vitest';
import { timingsOn } from '../../../src/core/due/network-timings.js';
import { timings } from '../../../src/core/due/timings.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aPatron, minutes } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { cardOf, mayasPostAt } from '../on-x.js';

const maya = aPatron();
const dayMinutes = 24 * 60;

/** A desk that began ten days ago and read a mention just now; what people write may claim any time. */
async function watching(network: 'x' | 'bluesky'): Promise<FakePorts> {
  const ports = fakePorts({ timings: timingsOn(network, timings, 1) });
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(10 * dayMinutes));
  ports.network.arrives(mayasPostAt(ports.clock.now()), maya);
  await watch(ports, 'mentions');
  return ports;
}

/** A mention that claims to be of last week. */
function arrivesBackDated(ports: FakePorts) {
  const post = mayasPostAt(ports.clock.now() - minutes(7 * dayMinutes), { text: '@centrallibrary Late?' });
  ports.network.arrives(post, maya);
  return post;
}

/** Looks again and again, as often as the desk does, for so many minutes. */
async function goesOn(ports: FakePorts, forMinutes: number): Promise<void> {
  const end = ports.clock.now() + minutes(forMinutes);
  while (ports.clock.now() < end) {
    ports.clock.pass(ports.timings.pollMentionsMs);
    await watch(ports, 'mentions');
  }
}

it('a mention that claims to be of last week is a card within a quarter of an hour, once', async () => {
  const ports = await watching('bluesky');
  const post = arrivesBackDated(ports);
  await goesOn(ports, 16);
  const card = await ports.cards.get(cardOf(post));
  expect(card?.acts.map(({ id }) => id)).toEqual([post.id]);
  await goesOn(ports, 16);
  expect(await ports.cards.get(cardOf(post))).toEqual(card);
});

it('it moves no mark: what came since is not read as new again', async () => {
  const ports = await watching('bluesky');
  const before = await ports.watermarks.newest('mentions');
  arrivesBackDated(ports);
  await goesOn(ports, 16);
  expect((await ports.watermarks.newest('mentions')).at).toBe(before.at);
});

it('also when the desk was down as the quarter began, and when the first look of it failed', async () => {
  const ports = await watching('bluesky');
  const post = arrivesBackDated(ports);
  ports.clock.pass(minutes(50));
  ports.network.beforeRead = () => {
    ports.network.beforeRead = () => {};
    throw new Error('broken');
  };
  await expect(watch(ports, 'mentions')).rejects.toThrow('broken');
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(post))).toBeDefined();
});

it('a look in between reads no further back than an overlap', async () => {
  const ports = await watching('bluesky');
  await goesOn(ports, 16);
  const asked: number[] = [];
  const network = {
    ...ports.network,
    mentions: async (since: number) => {
      asked.push(ports.clock.now() - since);
      return ports.network.mentions(since);
    },
  };
  for (let n = 0; n < 60; n += 1) {
    ports.clock.pass(ports.timings.pollMentionsMs);
    await watch({ ...ports, network }, 'mentions');
  }
  expect(asked.filter((ms) => ms > minutes(60))).toHaveLength(1);
});

it('what claims to be older than the desk makes no card', async () => {
  const ports = fakePorts({ timings: timingsOn('bluesky', timings, 1) });
  await watch(ports, 'mentions');
  const post = arrivesBackDated(ports);
  await goesOn(ports, 31);
  expect(await ports.cards.get(cardOf(post))).toBeUndefined();
});

it('X makes the times itself: a day without news reads nothing again there', async () => {
  const ports = await watching('x');
  const post = arrivesBackDated(ports);
  await goesOn(ports, 31);
  expect(await ports.cards.get(cardOf(post))).toBeUndefined();
});
