import { expect, it } from 'vitest';
import { timingsOn } from '../../../src/core/due/network-timings.js';
import { timings } from '../../../src/core/due/timings.js';
import { accountId, type PostId, postId } from '../../../src/core/ids.js';
import { networks } from '../../../src/core/network/networks.js';
import type { Post } from '../../../src/core/post/post.js';
import { Unreachable } from '../../../src/errors.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aDesk, aPatron } from '../../build.js';
import { fakePorts } from '../../fakes/ports.js';
import { cardOf, idAt, mayasPostAt } from '../on-x.js';

/** A desk on a network where reading costs nothing, and so many people who asked. */
async function asked(count: number) {
  const ports = fakePorts({
    desk: aDesk({ network: networks.bluesky }),
    timings: timingsOn('bluesky', timings, 1),
  });
  await watch(ports, 'mentions');
  ports.clock.pass(1_000);
  const posts = Array.from({ length: count }, (_, n) => {
    const id = idAt(ports.clock.now(), n + 1);
    return mayasPostAt(ports.clock.now(), { id, authorId: accountId(String(3000 + n)) });
  });
  const by = (post: Post) => aPatron({ id: post.authorId });
  for (const post of posts) ports.network.arrives(post, by(post));
  await watch(ports, 'mentions');
  const look = async () => {
    ports.clock.pass(ports.timings.openLookMs);
    await watch(ports, 'mentions');
  };
  /** The network shows one version, as if it had ever been the only one but the first. */
  const shows = (post: Post, id: PostId, text: string) =>
    ports.network.arrives({ ...post, id, versions: [post.id, id], text }, by(post));
  const textsOf = async (post: Post) =>
    (await ports.cards.get(cardOf(post)))?.acts.map((act) => (act.kind === 'mention' ? act.text : ''));
  return { ports, posts, look, shows, textsOf };
}

it('of a few hundred open cards each has its turn, and no look reads more than some calls give', async () => {
  const { look, ports, posts, shows, textsOf } = await asked(230);
  // Behind what each look at mentions reads again.
  ports.clock.pass(ports.timings.lateMentionsMs * 2);
  const { posts: read } = ports.network;
  const reads: number[] = [];
  ports.network.posts = (ids) => {
    reads.push(ids.length);
    return read(ids);
  };
  ports.network.mentions = async () => ({ found: [], odd: [], cutOff: false });
  for (const [n, post] of posts.entries()) shows(post, postId(`${post.id}9${n}`), '@centrallibrary Changed.');
  for (let n = 0; n < 3; n += 1) await look();
  expect(Math.max(...reads)).toBeLessThanOrEqual(100);
  const texts = await Promise.all(posts.map(textsOf));
  expect(texts.filter((text) => text?.[0] !== '@centrallibrary Changed.')).toEqual([]);
});

it('a closed card is not read again so soon', async () => {
  const { look, ports, posts, shows, textsOf } = await asked(1);
  const [post] = posts;
  if (!post) throw new Error('one post');
  const card = await ports.cards.get(cardOf(post));
  await ports.cards.change(cardOf(post), () => ({
    next: card && { ...card, state: 'dismissed', changedAt: ports.clock.now() },
    result: undefined,
  }));
  ports.network.mentions = async () => ({ found: [], odd: [], cutOff: false });
  shows(post, postId(`${post.id}9`), '@centrallibrary Changed.');
  await look();
  expect(await textsOf(post)).toEqual([post.text]);
  await watch(ports, 'recheck');
  expect(await textsOf(post)).toEqual(['@centrallibrary Changed.']);
});

it('posts that can not be read again make no failed look at mentions, and are read a minute later', async () => {
  const { look, ports, posts, shows, textsOf } = await asked(1);
  const [post] = posts;
  if (!post) throw new Error('one post');
  ports.network.mentions = async () => ({ found: [], odd: [], cutOff: false });
  shows(post, postId(`${post.id}9`), '@centrallibrary Changed.');
  const { postsAgain } = ports.network;
  ports.network.postsAgain = async () => {
    throw new Unreachable('Bluesky', 'connection refused');
  };
  await look();
  expect((await ports.settings.get()).failing).toBeUndefined();
  expect(await textsOf(post)).toEqual([post.text]);
  ports.network.postsAgain = postsAgain;
  await look();
  expect(await textsOf(post)).toEqual(['@centrallibrary Changed.']);
});
