import { expect, it } from 'vitest';
import { followCardId } from '../../../src/core/card/select.js';
import { timings } from '../../../src/core/due/timings.js';
import { accountId, panelId } from '../../../src/core/ids.js';
import type { Patron } from '../../../src/core/post/post.js';
import { Busy } from '../../../src/errors.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aFollower, minutes, tuesday } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

const followers = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) =>
    aFollower({ id: accountId(String(from - n)), handle: `f${from - n}` }),
  );

it('the first start takes the followers of that moment for old acquaintances', async () => {
  const ports = fakePorts();
  ports.network.followedBy.push(...followers(400, 45));
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first).toEqual([]);
  ports.network.followedBy.unshift(aFollower());
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first.map(({ id }) => id)).toEqual([followCardId(aFollower().id)]);
});

it('a library without a follower greets its first one', async () => {
  const ports = fakePorts();
  await watch(ports, 'followers');
  ports.network.followedBy.unshift(aFollower());
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first).toHaveLength(1);
});

it('more new followers than a page all get their card, once', async () => {
  const ports = fakePorts();
  ports.network.followedBy.push(...followers(400, 30));
  await watch(ports, 'followers');
  ports.network.followedBy.unshift(...followers(500, 50));
  await watch(ports, 'followers');
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first).toHaveLength(50);
});

it('who comes back is not a new follower', async () => {
  const ports = fakePorts();
  await watch(ports, 'followers');
  ports.network.followedBy.push(aFollower());
  await watch(ports, 'followers');
  const card = await ports.cards.get(followCardId(aFollower().id));
  ports.network.followedBy.pop();
  await watch(ports, 'followers');
  ports.network.followedBy.push(aFollower());
  await watch(ports, 'followers');
  expect(await ports.cards.get(followCardId(aFollower().id))).toEqual(card);
});

it('a failure while followers are stored is made good by the next look', async () => {
  const ports = fakePorts();
  await watch(ports, 'followers');
  ports.network.followedBy.push(aFollower());
  const failing = { ...ports.cards, change: () => Promise.reject(new Error('storage down')) };
  await expect(watch({ ...ports, cards: failing }, 'followers')).rejects.toThrow('storage down');
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first).toHaveLength(1);
});

it('short pages hide nobody: a known follower alone on a page does not end the reading', async () => {
  const ports = fakePorts();
  const [known, other, ...fresh] = followers(500, 6);
  if (!known || !other) throw new Error('six people');
  ports.network.followedBy.push(known, other);
  await watch(ports, 'followers');
  const pages: (readonly Patron[])[] = [[known], [], fresh, [other]];
  ports.network.followers = async function* () {
    yield* pages;
  };
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first).toHaveLength(4);
});

/** A desk that knows its followers, and then stands still. */
async function afterAPause(ms: number, timing: Partial<typeof timings> = {}): Promise<FakePorts> {
  const ports = fakePorts({ timings: { ...timings, followCatchUp: 30, ...timing } });
  await watch(ports, 'followers');
  ports.clock.pass(ms);
  return ports;
}
const said = async (ports: FakePorts) =>
  (await ports.panels.get(panelId(`notice-followers-${tuesday}`)))?.text;

it('after a pause only the newest of those who followed get a card; the others are remembered, and it is said', async () => {
  const ports = await afterAPause(minutes(180));
  ports.network.followedBy.push(...followers(900, 45));
  await watch(ports, 'followers');
  const waiting = (await ports.cards.waiting(100)).first.map(({ id }) => id);
  expect(waiting).toHaveLength(30);
  expect(waiting).toContain(followCardId(accountId('900')));
  expect(await said(ports)).toBe(
    '15 more people followed while the desk stood still. They are not shown here.',
  );
  ports.clock.pass(minutes(5));
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first).toHaveLength(30);
});

it('without a pause everybody gets a card, and nothing is said', async () => {
  const ports = await afterAPause(minutes(25));
  ports.network.followedBy.push(...followers(900, 45));
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first).toHaveLength(45);
  expect(await said(ports)).toBeUndefined();
});

it('when X wants a pause in the middle of many, those who were read have their cards, and the others get theirs', async () => {
  const ports = await afterAPause(minutes(5));
  const { followers: pages } = ports.network;
  const many = followers(900, 30);
  ports.network.followedBy.push(...many);
  ports.network.followers = async function* () {
    yield many.slice(0, 20);
    throw new Busy(tuesday + minutes(20), 'X');
  };
  await expect(watch(ports, 'followers')).rejects.toThrow();
  expect((await ports.cards.waiting(100)).first).toHaveLength(20);
  ports.network.followers = pages;
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first).toHaveLength(30);
});

it('whoever came back stands between new followers, and ends no read', async () => {
  const ports = await afterAPause(minutes(5));
  const known = await ports.watermarks.followersRead();
  const back = followers(700, 20);
  await ports.watermarks.remember(
    back.map(({ id }) => id),
    known.at ?? 0,
    known.boot,
  );
  const fresh = followers(900, 2);
  ports.network.followers = async function* () {
    yield [...back.slice(0, 9), ...fresh.slice(0, 1), ...back.slice(9, 11)];
    yield [...fresh.slice(1), ...back.slice(11)];
    yield back;
    throw new TypeError('the page before has nobody new');
  };
  await watch(ports, 'followers');
  expect((await ports.cards.waiting(100)).first).toHaveLength(2);
});
