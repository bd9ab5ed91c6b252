import { expect, test } from 'vitest';
import { built, library, useBluesky } from './build.js';

useBluesky();

type Fields = Record<string, unknown>;
const seen = () => new Map(built.bluesky.sights());

test('names and links in a text become facets in bytes, as the app makes them', async () => {
  built.act('addAccount', { handle: 'maya' });
  const { uri } = built.post('maya', 'Größe 📚 @centrallibrary.test, siehe https://x.example/a');
  built.pass();
  const { get } = await built.signIn();
  const { body } = await get('app.bsky.feed.getPosts', { uris: uri });
  const [post] = body.posts as {
    record: { text: string; facets: { index: Fields; features: Fields[] }[] };
  }[];
  const bytes = Buffer.from(post?.record.text ?? '');
  const facets = post?.record.facets.map(({ features, index }) => [
    bytes.subarray(Number(index.byteStart), Number(index.byteEnd)).toString(),
    features[0]?.uri ?? features[0]?.did,
  ]);
  const { did } = built.act('account', { handle: library.handle });
  expect(facets).toEqual([
    ['@centrallibrary.test', did],
    ['https://x.example/a', 'https://x.example/a'],
  ]);
});

test('a reply names the post that it answers and the one that began the thread', () => {
  built.act('addAccount', { handle: 'maya' });
  const root = built.post('centrallibrary', 'What are you reading?');
  const first = built.act('reply', { by: 'maya', to: root.uri, text: 'Middlemarch' });
  const second = built.act('reply', { by: 'centrallibrary', to: first.uri, text: 'A good one!' });
  const { posts } = built.act('posts') as { posts: Fields[] };
  expect(posts.find(({ uri }) => uri === second.uri)).toMatchObject({ reply_to: first.uri, root: root.uri });
});

test('the directory leads from the id of an account to its server', async () => {
  const { did } = built.act('account', { handle: library.handle });
  const asked = async (path: string) => (await fetch(`${built.bluesky.url}/${path}`)).json();
  expect(await asked(String(did))).toMatchObject({
    id: did,
    alsoKnownAs: [`at://${library.handle}`],
    service: [{ id: '#atproto_pds', serviceEndpoint: built.bluesky.url }],
  });
  expect(await asked('did:plc:aaaaaaaaaaaaaaaaaaaaaaaa')).toMatchObject({ error: 'NotFound' });
});

test('what the page sees follows what people do, whatever the AppView has seen', () => {
  built.act('addAccount', { handle: 'maya', name: 'Maya', labels: ['bot'] });
  built.act('follow', { by: 'maya' });
  const { uri } = built.post('maya', 'hello', { photos: ['a cat'] });
  expect(seen().get('bluesky/account/maya.test')).toMatchObject({
    name: 'Maya',
    status: 'active',
    labels: ['bot'],
  });
  expect(seen().get(`bluesky/post/${uri}`)).toMatchObject({
    by: 'maya.test',
    text: 'hello',
    photos: ['a cat'],
  });
  expect(seen().has(`bluesky/follow/maya.test/${library.handle}`)).toBe(true);
  built.act('edit', { uri, text: 'hello again' });
  expect(seen().get(`bluesky/post/${uri}`)).toMatchObject({ text: 'hello again', versions: 2 });
  built.act('delete', { uri });
  built.act('unfollow', { by: 'maya' });
  expect([...seen().keys()].filter((key) => /post|follow/.test(key))).toEqual([]);
  expect(built.act('posts')).toMatchObject({ posts: [{ uri, deleted: true }] });
});

test.each([
  ['post', { by: 'maya', text: 'hi' }, "there is no account 'maya'. There is: centrallibrary.test."],
  ['post', { by: 'centrallibrary', text: 'a'.repeat(301) }, 'grapheme too big (maximum 300, got 301)'],
  ['reply', { by: 'centrallibrary', to: 'at://x', text: 'hi' }, "there is no 'at://x', or it was deleted."],
  ['addAccount', { handle: 'maya_reads' }, "'maya_reads.test' is no handle."],
  ['addAccount', { handle: 'centrallibrary' }, 'Handle already taken: centrallibrary.test'],
  ['follow', { by: 'centrallibrary' }, 'nobody can follow themselves.'],
  ['unfollow', { by: 'centrallibrary', whom: 'centrallibrary' }, 'nobody can unfollow themselves.'],
  ['lag', { ms: -1 }, "'ms' is -1"],
  ['gate', { uri: 'at://x' }, "there is no 'at://x'"],
])('%s %j says what is wrong', (act, args, message) => {
  expect(() => built.act(act, args)).toThrow(message);
});
