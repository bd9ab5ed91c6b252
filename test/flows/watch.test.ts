import { expect, it } from 'vitest';
import { followCardId } from '../../src/core/card.js';
import { xUserId } from '../../src/core/ids.js';
import { watch } from '../../src/flows/watch.js';
import { aFollower, aPatron, minutes, tuesday } from '../build.js';
import { us } from '../fakes/network.js';
import { type FakePorts, fakePorts } from '../fakes/ports.js';
import { cardOf, idAt, mayasPostAt } from './on-x.js';

const maya = aPatron();
const bystander = aPatron({ id: xUserId('2003'), handle: 'dee' });

/** A desk that has read mentions once, a minute ago. */
async function watching(): Promise<FakePorts> {
  const ports = fakePorts();
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(1));
  return ports;
}

it('a mention becomes a card, and the next look is put down', async () => {
  const ports = await watching();
  const post = mayasPostAt(ports.clock.now());
  ports.network.arrives(post, maya);
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(post))).toMatchObject({ state: 'open', acts: [{ id: post.id }] });
  expect(ports.due.all()).toContainEqual({ job: 'poll', id: 'mentions', at: ports.clock.now() + 60_000 });
});

it('asking twice changes nothing', async () => {
  const ports = await watching();
  const post = mayasPostAt(ports.clock.now());
  ports.network.arrives(post, maya);
  await watch(ports, 'mentions');
  const once = await ports.cards.get(cardOf(post));
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(post))).toEqual(once);
});

it('what was there before the desk began makes no card', async () => {
  const ports = fakePorts();
  const old = mayasPostAt(tuesday - 1);
  ports.network.arrives(old, maya);
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(old))).toBeUndefined();
});

it('a mention that X shows late, with a smaller id than one that was read, still becomes a card', async () => {
  const ports = await watching();
  const late = mayasPostAt(tuesday + 1_000);
  ports.network.arrives(mayasPostAt(tuesday + 2_000), maya);
  await watch(ports, 'mentions');
  ports.network.arrives(late, maya);
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(late))).toBeDefined();
});

it('so does one that X showed late while nobody watched for hours', async () => {
  const ports = await watching();
  const late = mayasPostAt(tuesday + 1_000);
  ports.network.arrives(mayasPostAt(tuesday + 2_000), maya);
  await watch(ports, 'mentions');
  ports.network.arrives(late, maya);
  ports.clock.pass(minutes(180));
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(late))).toBeDefined();
});

it('so does the first of all, when it came while nobody watched for hours', async () => {
  const ports = await watching();
  const first = mayasPostAt(tuesday + minutes(2));
  ports.network.arrives(first, maya);
  ports.clock.pass(minutes(180));
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(first))).toBeDefined();
});

it('bystanders who carry our name along make no card, nor do we ourselves', async () => {
  const ports = await watching();
  const now = ports.clock.now();
  const chat = mayasPostAt(now, {
    authorId: bystander.id,
    text: '@maya_reads @centrallibrary lovely!',
    inReplyToUserId: maya.id,
    mentions: [{ userId: us.id, start: 12 }],
  });
  const own = mayasPostAt(now, { id: idAt(now, 2), authorId: us.id, text: '@centrallibrary is us' });
  ports.network.arrives(chat, bystander);
  ports.network.arrives(own, { ...maya, id: us.id });
  await watch(ports, 'mentions');
  expect(await ports.cards.waiting()).toEqual([]);
});

it('a second post in the conversation joins its card', async () => {
  const ports = await watching();
  const first = mayasPostAt(ports.clock.now());
  const thanks = mayasPostAt(ports.clock.now() + 5, {
    conversationId: first.id,
    text: '@centrallibrary thanks',
  });
  ports.network.arrives(first, maya);
  ports.network.arrives(thanks, maya);
  await watch(ports, 'mentions');
  expect((await ports.cards.get(cardOf(first)))?.acts.map(({ id }) => id)).toEqual([first.id, thanks.id]);
});

it('the mark moves only after the acts are stored', async () => {
  const ports = await watching();
  const post = mayasPostAt(ports.clock.now());
  ports.network.arrives(post, maya);
  const failing = { ...ports.cards, change: () => Promise.reject(new Error('storage down')) };
  await expect(watch({ ...ports, cards: failing }, 'mentions')).rejects.toThrow('storage down');
  expect(await ports.watermarks.get('mentions')).toBeUndefined();
  await watch(ports, 'mentions');
  expect(await ports.watermarks.get('mentions')).toBe(post.id);
  expect(await ports.cards.get(cardOf(post))).toBeDefined();
});

const followers = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) =>
    aFollower({ id: xUserId(String(from - n)), handle: `f${from - n}` }),
  );

it('the first start takes the followers of that moment for old acquaintances', async () => {
  const ports = fakePorts();
  ports.network.followedBy.push(...followers(400, 45));
  await watch(ports, 'followers');
  expect(await ports.cards.waiting()).toEqual([]);
  ports.network.followedBy.unshift(aFollower());
  await watch(ports, 'followers');
  expect((await ports.cards.waiting()).map(({ id }) => id)).toEqual([followCardId(aFollower().id)]);
});

it('a library without a follower greets its first one', async () => {
  const ports = fakePorts();
  await watch(ports, 'followers');
  ports.network.followedBy.unshift(aFollower());
  await watch(ports, 'followers');
  expect(await ports.cards.waiting()).toHaveLength(1);
});

it('more new followers than a page all get their card, once', async () => {
  const ports = fakePorts();
  ports.network.followedBy.push(...followers(400, 30));
  await watch(ports, 'followers');
  ports.network.followedBy.unshift(...followers(500, 50));
  await watch(ports, 'followers');
  await watch(ports, 'followers');
  expect(await ports.cards.waiting()).toHaveLength(50);
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
  expect(await ports.cards.waiting()).toHaveLength(1);
});

it('an answer that a colleague gave in the X app while nobody watched for hours is noticed', async () => {
  const ports = await watching();
  await watch(ports, 'own-posts');
  const post = mayasPostAt(ports.clock.now());
  ports.network.arrives(post, maya);
  await watch(ports, 'mentions');
  const before = ports.network.weAnswer({ text: 'About opening hours' });
  await watch(ports, 'own-posts');
  expect(await ports.watermarks.get('own-posts')).toBe(before.id);
  ports.clock.pass(minutes(1));
  const answer = ports.network.weAnswer({ text: 'Yes, 40!', repliedTo: post.id });
  ports.clock.pass(minutes(180));
  await watch(ports, 'own-posts');
  expect(await ports.cards.get(cardOf(post))).toMatchObject({
    state: 'sent',
    answers: [{ postId: answer.id, how: 'in-x' }],
  });
});
