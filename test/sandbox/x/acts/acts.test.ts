import { describe, expect, test } from 'vitest';
import { built, library, startAt, useX } from '../build.js';

useX();

test('X begins with the library, three posts of its own and nobody following', () => {
  expect(built.act('account', { handle: library.handle })).toMatchObject({
    id: library.id,
    followers: [],
    following: [],
  });
  expect(built.act('timeline', { handle: library.handle }).posts).toHaveLength(3);
});

describe('an act says what is wrong with its arguments', () => {
  test.each([
    ['post', { by: 'nobody', text: 'hi' }, "post: there is no account 'nobody'. Make it with addAccount."],
    ['post', { text: 'hi' }, "post: 'by' is missing. It takes by: string, text: string,"],
    ['post', { by: 'centrallibrary', text: 5 }, "post: 'text' is 5, not a string."],
    ['follow', { who: 'sam' }, "follow: there is no argument 'who'. It takes by: string, whom: string?."],
    ['plan', { plan: 'free' }, "plan: 'plan' is 'free', not one of self-serve, enterprise."],
    ['addAccount', { handle: 'no spaces', name: 'x' }, "addAccount: 'no spaces' is no handle."],
    ['addAccount', { handle: 'CentralLibrary', name: 'x' }, 'addAccount: @CentralLibrary is taken.'],
    ['delete', { id: '42' }, "delete: there is no post '42'."],
    ['follow', { by: 'centrallibrary' }, 'follow: nobody can follow themselves.'],
  ])('%s %j', (name, args, message) => {
    expect(() => built.act(name, args)).toThrow(message);
  });
});

test('ids are snowflakes of the sandbox’s time and always rise', () => {
  built.person('maya_reads');
  const ids = Array.from({ length: 50 }, (_, n) => BigInt(built.post('maya_reads', `post ${n}`)));
  expect(ids.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(ids);
  expect(new Set(ids).size).toBe(50);
  const ms = Number(((ids[0] ?? 0n) >> 22n) + 1288834974657n);
  expect(Math.abs(ms - startAt)).toBeLessThan(10_000);
});

test('a snapshot is a copy to come back to, and a reset goes back to the seed', async () => {
  built.person('maya_reads');
  built.act('follow', { by: 'maya_reads' });
  const snapshot = built.x.snapshot();
  built.act('unfollow', { by: 'maya_reads' });
  const followers = () => built.act('account', { handle: library.handle }).followers;
  expect(followers()).toEqual([]);
  built.x.restore(snapshot);
  expect(followers()).toEqual(['maya_reads']);
  built.x.reset();
  expect(followers()).toEqual([]);
  expect((await built.client().v2.me()).data.id).toBe(library.id);
});

test('a post stands above the others of its writer until it is unpinned, and goes with them all', async () => {
  const { posts } = built.act('timeline', { handle: library.handle }) as { posts: { id: string }[] };
  const id = String(posts[0]?.id);
  const pinned = async () =>
    (await built.client().v2.get('users/me', { 'user.fields': 'pinned_tweet_id' })).data.pinned_tweet_id;
  expect(await pinned()).toBeUndefined();
  built.act('pin', { by: library.handle, id });
  expect(await pinned()).toBe(id);
  const { includes } = await built.client().v2.get('users/me', { expansions: 'pinned_tweet_id' });
  expect(includes?.tweets).toMatchObject([{ id }]);
  built.act('pin', { by: library.handle });
  expect(await pinned()).toBeUndefined();
  built.act('pin', { by: library.handle, id });
  built.act('delete', { id });
  expect(await pinned()).toBeUndefined();
  built.person('maya_reads');
  const hers = built.post('maya_reads', 'Mine');
  expect(() => built.act('pin', { by: library.handle, id: hers })).toThrow(
    'is not a post of @centrallibrary',
  );
});

test('what people do is in the journal', () => {
  built.person('maya_reads');
  built.act('follow', { by: '@maya_reads' });
  const id = built.post('maya_reads', 'hello @centrallibrary');
  expect(built.world.journal.read().map(({ kind }) => kind)).toEqual(['addAccount', 'follow', 'post']);
  expect(built.journal('post')).toMatchObject([
    { side: 'x', by: 'maya_reads', id, text: 'hello @centrallibrary', conversation_id: id },
  ]);
});
