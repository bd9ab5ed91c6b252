import { expect, it } from 'vitest';
import type { Mention } from '../../../src/core/card/card.js';
import { dayMs } from '../../../src/core/durations.js';
import { accountId, actId, type PostId, postId } from '../../../src/core/ids.js';
import type { Post } from '../../../src/core/post/post.js';
import { Unreachable } from '../../../src/errors.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aPatron, minutes } from '../../build.js';
import { us } from '../../fakes/network.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard, idAt, mayasPostAt } from '../on-x.js';

const question = 'What are you reading?';

async function watching(): Promise<FakePorts> {
  const ports = fakePorts();
  await watch(ports, 'mentions');
  await watch(ports, 'own-posts');
  ports.clock.pass(minutes(1));
  return ports;
}

/** What Maya's card has of us once her post was read. */
async function ours(ports: FakePorts, given: Partial<Post>): Promise<Mention['ours']> {
  ports.clock.pass(1_000);
  const post = mayasPostAt(ports.clock.now(), given);
  ports.network.arrives(post, aPatron());
  await watch(ports, 'mentions');
  const id = await ports.cards.ofPost(post.id);
  const act = id && (await ports.cards.get(id))?.acts.find((one) => one.id === actId(post.id));
  return act && act.kind === 'mention' ? act.ours : undefined;
}

it('a post of ours that is answered or quoted is known by the words that we remember', async () => {
  const ports = await watching();
  const { id } = ports.network.weAnswer({ text: `${question} &amp;` });
  await watch(ports, 'own-posts');
  ports.network.posts = () => Promise.reject(new Error('A post of ours is never read for money.'));
  expect(await ours(ports, { repliedTo: id, repliedToAccount: us.id })).toEqual({
    answered: `${question} &`,
  });
  expect(await ours(ports, { quoted: id })).toEqual({ quoted: `${question} &` });
});

it('an answer of ours is known by the words of its card, with the names of people', async () => {
  const ports = await watching();
  const answer = {
    postId: postId('6001'),
    text: 'Ask @kofi_kicks, Maya.',
    at: 1,
    covers: [],
    how: 'in-x',
  } as const;
  await aStoredCard(ports, 'dismissed', { answers: [answer] });
  expect(await ours(ports, { repliedTo: answer.postId, repliedToAccount: us.id })).toEqual({
    answered: 'Ask @kofi_kicks, Maya.',
  });
});

it('a post of ours that is newer than the last look at our timeline is read first', async () => {
  const ports = await watching();
  const { id } = ports.network.weAnswer({ text: question });
  expect(await ours(ports, { repliedTo: id, repliedToAccount: us.id })).toEqual({ answered: question });
});

it('a post of ours of the very moment of that look is read too', async () => {
  const ports = await watching();
  await watch(ports, 'own-posts');
  const { id } = ports.network.weAnswer({ text: question });
  const now = ports.clock.now();
  const post = mayasPostAt(now, { id: idAt(now, 2), repliedTo: id, repliedToAccount: us.id });
  ports.network.arrives(post, aPatron());
  await watch(ports, 'mentions');
  const [card] = await ports.cards.kept(0);
  expect(card && (await ports.cards.get(card))?.acts).toMatchObject([{ ours: { answered: question } }]);
});

it('a post of ours is known that another look at our timeline reads meanwhile', async () => {
  const ports = await watching();
  const { id } = ports.network.weAnswer({ text: question });
  ports.clock.pass(minutes(5));
  const { get } = ports.ourPosts;
  ports.ourPosts.get = async (asked) => {
    const known = await get(asked);
    ports.ourPosts.get = get;
    await watch(ports, 'own-posts');
    return known;
  };
  const post = mayasPostAt(ports.clock.now() - minutes(3), { repliedTo: id, repliedToAccount: us.id });
  ports.network.arrives(post, aPatron());
  await watch(ports, 'mentions');
  const card = await ports.cards.ofPost(post.id);
  expect(card && (await ports.cards.get(card))?.acts).toMatchObject([{ ours: { answered: question } }]);
});

it('a question that we asked in the days before the desk began comes with the answers to it', async () => {
  const ports = fakePorts();
  const askedDaysAgo = (days: number) => {
    const at = ports.clock.now() - days * dayMs;
    return ports.network.weAnswer({ id: idAt(at), at, text: question }).id;
  };
  const [asked, old] = [askedDaysAgo(2), askedDaysAgo(4)];
  await watch(ports, 'mentions');
  expect(await ours(ports, { repliedTo: asked, repliedToAccount: us.id })).toEqual({
    answered: question,
  });
  expect(await ours(ports, { repliedTo: old, repliedToAccount: us.id })).toEqual({ answered: '' });
});

it('what was asked before the desk began is read once', async () => {
  const ports = fakePorts();
  const begins: number[] = [];
  const { ownPosts } = ports.network;
  ports.network.ownPosts = (since) => {
    begins.push(since);
    return ownPosts(since);
  };
  const begun = ports.clock.now();
  for (let n = 0; n < 3; n++) await watch(ports, 'own-posts');
  expect(begins.map((since) => since < begun - dayMs)).toEqual([true, false, false]);
});

it('where our timeline cannot be read, the mention arrives all the same', async () => {
  const ports = await watching();
  const { id } = ports.network.weAnswer({ text: question });
  ports.network.ownPosts = () => Promise.reject(new Unreachable('X', 'down'));
  expect(await ours(ports, { repliedTo: id, repliedToAccount: us.id })).toEqual({ answered: '' });
});

it('a post of ours that nobody kept is known as ours, and one of somebody else is not', async () => {
  const ports = await watching();
  expect(await ours(ports, { repliedTo: postId('77'), repliedToAccount: us.id })).toEqual({ answered: '' });
  const kofi = accountId('3001');
  expect(await ours(ports, { repliedTo: postId('78'), repliedToAccount: kofi })).toBeUndefined();
});

it('an answer to a post of ours that began the conversation and asks something is known as one', async () => {
  const ports = await watching();
  const { id } = ports.network.weAnswer({ text: question });
  const { id: told } = ports.network.weAnswer({ text: 'See https://lib.org/?a=1 for our hours.' });
  const { id: later } = ports.network.weAnswer({ text: 'Which one?' });
  await watch(ports, 'own-posts');
  const to = (post: PostId, given: Partial<Post> = {}) =>
    ours(ports, { repliedTo: post, conversationId: post, repliedToAccount: us.id, ...given });
  expect(await to(id)).toEqual({ answered: question, asked: true });
  expect(await to(told)).not.toHaveProperty('asked');
  expect(await to(later, { conversationId: id })).not.toHaveProperty('asked');
  const name = (account: string) => ({ account: accountId(account), start: 0, end: 5 });
  expect(await to(id, { names: [name(us.id), name('9')] })).toEqual({
    answered: question,
    asked: true,
    namesOthers: true,
  });
  expect(await to(id, { names: [name(us.id)] })).not.toHaveProperty('namesOthers');
});
