import { expect, it } from 'vitest';
import { postId } from '../../../src/core/ids.js';
import { Busy } from '../../../src/errors.js';
import { watch } from '../../../src/flows/watch/watch.js';
import type { OddPost } from '../../../src/ports/network.js';
import { aPatron, minutes } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { cardOf, idAt, mayasPostAt } from '../on-x.js';

const maya = aPatron();

/** A desk that watches, and an X that gives one post incomplete as long as `isOdd`. */
async function withOddPost(given: Partial<OddPost> = {}) {
  const ports = fakePorts();
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(2));
  const whole = mayasPostAt(ports.clock.now());
  const later = mayasPostAt(ports.clock.now() + 5, {
    id: idAt(ports.clock.now() + 5),
    text: '@centrallibrary Thanks!',
  });
  const state = { isOdd: true, asked: 0 };
  ports.network.arrives(whole, maya);
  ports.network.arrives(later, maya);
  const { mentions, posts } = ports.network;
  const { id, at } = whole;
  const odd = [{ id, at, post: { ...whole, text: '' }, ...given }];
  ports.network.mentions = async (since) => {
    const read = await mentions(since);
    return state.isOdd ? { ...read, found: read.found.filter(({ post }) => post.id !== id), odd } : read;
  };
  ports.network.posts = async (ids) => {
    state.asked += 1;
    return state.isOdd && ids.includes(id) ? { found: [], odd, gone: [] } : posts(ids);
  };
  const poll = async () => {
    await watch(ports, 'mentions');
    ports.clock.pass(minutes(1));
  };
  return { ports, state, whole, later, poll };
}

const mark = async (ports: FakePorts) => (await ports.watermarks.newest('mentions')).at ?? 0;

it('an odd post hides nobody beside it, and the watermark stays before it', async () => {
  const { ports, whole, later, poll } = await withOddPost();
  await poll();
  expect(await ports.cards.get(cardOf(later))).toBeDefined();
  expect(await ports.cards.get(cardOf(whole))).toBeUndefined();
  expect(await mark(ports)).toBe(whole.at - 1);
});

it('it becomes a card once it comes whole in a page, and the watermark passes it', async () => {
  const { ports, state, whole, later, poll } = await withOddPost();
  await poll();
  state.isOdd = false;
  await poll();
  expect(await ports.cards.get(cardOf(whole))).toMatchObject({ acts: [{ text: whole.text }] });
  expect(await mark(ports)).toBe(later.at);
  expect(await ports.watermarks.odd()).toEqual([]);
});

it('it is asked for by id three times within an hour, then shown as far as it can be read', async () => {
  const { ports, state, whole, later, poll } = await withOddPost();
  for (let minute = 0; minute <= 39; minute++) await poll();
  expect(state.asked).toBe(2);
  expect(await ports.cards.get(cardOf(whole))).toBeUndefined();
  for (let minute = 40; minute <= 60; minute++) await poll();
  expect(state.asked).toBe(3);
  expect(await ports.cards.get(cardOf(whole))).toMatchObject({
    state: 'open',
    acts: [{ id: whole.id, partial: true }],
  });
  expect(await mark(ports)).toBe(later.at);
  expect(await ports.watermarks.odd()).toEqual([]);
});

it('one of which X gives nothing but the id is shown too', async () => {
  const { ports, whole, poll } = await withOddPost({ post: undefined } as unknown as Partial<OddPost>);
  for (let minute = 0; minute <= 41; minute++) await poll();
  const [card] = (await ports.cards.waiting(100)).first.filter(
    ({ acts }) => String(acts[0]?.id) === whole.id,
  );
  expect(card).toMatchObject({
    patron: { name: 'Somebody on X', handle: '' },
    acts: [{ partial: true, text: '' }],
  });
});

it('one that comes whole after all fills the card that stands for it, and makes no second one', async () => {
  const { ports, state, whole, poll } = await withOddPost({ post: undefined } as unknown as Partial<OddPost>);
  for (let minute = 0; minute <= 41; minute++) await poll();
  state.isOdd = false;
  await poll();
  await poll();
  const cards = (await ports.cards.waiting(100)).first.filter(({ acts }) => String(acts[0]?.id) === whole.id);
  expect(cards).toMatchObject([{ patron: { name: 'Maya Ortiz' }, acts: [{ text: whole.text }] }]);
  expect(cards[0]?.acts[0]).not.toHaveProperty('partial');
});

it('a post whose time lies ahead does not move the mark beyond now', async () => {
  const { ports, poll } = await withOddPost();
  const at = ports.clock.now() + minutes(60 * 24 * 365);
  const ahead = { post: mayasPostAt(at), author: maya };
  const { mentions } = ports.network;
  ports.network.mentions = async (since) => {
    const { found } = await mentions(since);
    return { found: [...found, ahead], odd: [], cutOff: false };
  };
  await poll();
  expect(await mark(ports)).toBeLessThanOrEqual(ports.clock.now());
});

it('one that is gone meanwhile is no card, and holds nothing up', async () => {
  const { ports, state, whole, later, poll } = await withOddPost();
  await poll();
  state.isOdd = false;
  ports.network.disappears(whole.id);
  for (let minute = 0; minute <= 20; minute++) await poll();
  expect(await ports.cards.get(cardOf(whole))).toBeUndefined();
  expect(await mark(ports)).toBe(later.at);
});

it('an X that can not be asked for it counts as no try', async () => {
  const { ports, whole, poll } = await withOddPost();
  const { posts } = ports.network;
  ports.network.posts = async () => {
    throw new Busy(0, 'X');
  };
  for (let minute = 0; minute <= 90; minute++) await poll();
  expect(await ports.cards.get(cardOf(whole))).toBeUndefined();
  ports.network.posts = posts;
  for (let minute = 0; minute <= 41; minute++) await poll();
  expect(await ports.cards.get(cardOf(whole))).toMatchObject({ acts: [{ partial: true }] });
});

it('a post of ours without its words holds the mark back for an hour, and no longer', async () => {
  const ports = fakePorts();
  await watch(ports, 'own-posts');
  const ours = ports.network.weAnswer({ text: 'We are open.' });
  const at = ours.at - 5_000;
  const { ownPosts } = ports.network;
  ports.network.ownPosts = async (since) => ({ ...(await ownPosts(since)), odd: [{ id: postId('7'), at }] });
  await watch(ports, 'own-posts');
  expect((await ports.watermarks.newest('own-posts')).at).toBe(at - 1);
  ports.clock.pass(minutes(61));
  await watch(ports, 'own-posts');
  expect((await ports.watermarks.newest('own-posts')).at).toBe(ours.at);
});
