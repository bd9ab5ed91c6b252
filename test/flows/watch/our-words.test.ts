import { expect, it } from 'vitest';
import type { Mention } from '../../../src/core/card/card.js';
import { accountId, postId } from '../../../src/core/ids.js';
import type { Post } from '../../../src/core/post/post.js';
import { Unreachable } from '../../../src/errors.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aPatron, minutes } from '../../build.js';
import { us } from '../../fakes/network.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard, cardOf, mayasPostAt } from '../on-x.js';

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
  const [act] = (await ports.cards.get(cardOf(post)))?.acts ?? [];
  return act?.kind === 'mention' ? act.ours : undefined;
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
