import { beforeEach, expect, test } from 'vitest';
import { built, type Client, useBluesky } from '../build.js';

useBluesky();

const collection = 'app.bsky.feed.post';
const rkey = '3lbo6vcuc222a';
const post = { $type: collection, text: 'hello', createdAt: '2026-11-28T10:00:00.000Z' };
const cid = 'bafyreic3pwuvwls2ixhfpcygdb6wo652hehgi5vw3k4o375cxtjugy2ylu';
let library: Client;
beforeEach(async () => {
  library = await built.signIn();
});
const live = () =>
  (built.act('timeline', { handle: 'centrallibrary' }).posts as { text: string }[]).map(({ text }) => text);

test('under one key the same post stands once, whoever repeats the call; other words are refused', async () => {
  const put = (text: string) => library.put(collection, rkey, { ...post, text }, { swapRecord: null });
  const both = await Promise.all([put('hello'), put('hello')]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(both.map(({ body }) => body.cid)).toEqual([cid, cid]);
  expect(both.filter(({ body }) => body.commit)).toHaveLength(1);
  expect((await put('other words')).body).toEqual({ error: 'InvalidSwap', message: `Record was at ${cid}` });
  expect(live()).toEqual(['hello']);
  await library.post('com.atproto.repo.deleteRecord', { repo: library.did, collection, rkey });
  expect((await put('hello')).status).toBe(200);
  expect(live()).toEqual(['hello']);
});

test('a version is written over where it is the one that was read, and not otherwise', async () => {
  await library.put(collection, rkey, post);
  expect((await library.put(collection, rkey, { ...post, text: 'two' }, { swapRecord: cid })).status).toBe(
    200,
  );
  const again = await library.put(collection, rkey, { ...post, text: 'three' }, { swapRecord: cid });
  expect(again.body.error).toBe('InvalidSwap');
  const absent = await library.put(collection, '3lbo6vcuc222b', post, { swapRecord: cid });
  expect(absent.body.message).toBe('Record was at null');
});

const family = '👨‍👩‍👧‍👦';
const ref = { uri: `at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/${collection}/${rkey}`, cid };
const facet = (index: unknown, feature: unknown) => ({ facets: [{ index, features: [feature] }] });
const link = { $type: 'app.bsky.richtext.facet#link', uri: 'https://x.example' };

test.each([
  [{ text: 'a'.repeat(301) }, 'grapheme too big (maximum 300, got 301) at $.record.text'],
  [{ text: family.repeat(130) }, 'string too big (maximum 3000, got 3250) at $.record.text'],
  [{ createdAt: 'yesterday' }, 'Invalid datetime (got "yesterday") at $.record.createdAt'],
  [{ createdAt: undefined }, 'Missing required key "createdAt" at $.record'],
  [{ text: 4 }, 'Expected string value type (got 4) at $.record.text'],
  [{ reply: { parent: ref } }, 'Missing required key "root" at $.record.reply'],
  [
    { reply: { root: { ...ref, cid: 'no' }, parent: ref } },
    'Invalid CID string (got "no") at $.record.reply.root.cid',
  ],
  [
    facet({ byteStart: -1, byteEnd: 3 }, link),
    'integer too small (minimum 0, got -1) at $.record.facets[0].index.byteStart',
  ],
  [
    facet({ byteStart: 0, byteEnd: 3 }, { ...link, uri: 'x' }),
    'Invalid uri (got "x") at $.record.facets[0].features[0].uri',
  ],
  [{ langs: ['en', 'de', 'fr', 'es'] }, 'array too big (maximum 3, got 4) at $.record.langs'],
  [
    { embed: { $type: 'app.bsky.embed.record', record: { uri: 'x' } } },
    'Invalid at-uri (got "x") at $.record.embed.record.uri',
  ],
  [{ embed: { a: 1 } }, 'which includes the "$type" property value type (got {"a": ...}) at $.record.embed'],
])('a post with %j is refused in the words of the real server', async (more, message) => {
  const { body, status } = await library.put(collection, rkey, { ...post, ...more });
  expect([status, body]).toEqual([
    400,
    { error: 'InvalidRequest', message: expect.stringContaining(message) },
  ]);
  expect(live()).toEqual([]);
});

test.each([
  ['hello', 'Invalid record key for app.bsky.feed.post: Invalid TID string (got "hello") at $'],
  ['hel lo', 'Invalid record key (got "hel lo") at $.rkey'],
])('the key %s is refused', async (key, message) => {
  expect((await library.put(collection, key, post)).body).toEqual({ error: 'InvalidRequest', message });
});

test('300 graphemes of several characters are taken, unknown kinds and facets beyond the text too', async () => {
  expect((await library.put(collection, rkey, { ...post, text: '👍🏽'.repeat(300) })).status).toBe(200);
  const beyond = facet({ byteStart: 0, byteEnd: 300 }, link);
  expect((await library.put(collection, '3lbo6vcuc222b', { ...post, ...beyond })).status).toBe(200);
  const other = await library.put('com.example.thing', 'abc', { x: 1 });
  expect(other.body.validationStatus).toBe('unknown');
});

test('nobody writes for somebody else, and not without signing in', async () => {
  const { did } = built.act('addAccount', { handle: 'maya' });
  const input = { repo: did, collection, rkey, record: post };
  const method = 'com.atproto.repo.putRecord';
  expect((await library.post(method, input)).body.error).toBe('AuthenticationRequired');
  expect((await built.as().post(method, input)).body.error).toBe('AuthMissing');
});

test('a created record whose key is taken is a fault of the server, and the first one stays', async () => {
  await library.put(collection, rkey, post);
  const input = { repo: library.did, collection, rkey, record: { ...post, text: 'again' } };
  const { body, status } = await library.post('com.atproto.repo.createRecord', input);
  expect([status, body.error, live()]).toEqual([500, 'InternalServerError', ['hello']]);
});

test('deleting what is not there is no mistake', async () => {
  await library.put(collection, rkey, post);
  const remove = () => library.post('com.atproto.repo.deleteRecord', { repo: library.did, collection, rkey });
  expect((await remove()).body).toHaveProperty('commit');
  expect((await remove()).body).toEqual({});
  const gone = await library.get('com.atproto.repo.getRecord', { repo: library.did, collection, rkey });
  expect([gone.status, gone.body.error]).toEqual([400, 'RecordNotFound']);
});

test('records are listed by their keys, the newest first, page after page', async () => {
  const keys = ['3lbo6vcuc222a', '3lbo6vcuc222b', '3lbo6vcuc222c'];
  for (const key of keys) await library.put(collection, key, post);
  const page = async (cursor?: string) => {
    const asked = { repo: library.did, collection, limit: '2', ...(cursor && { cursor }) };
    const { body } = await library.get('com.atproto.repo.listRecords', asked);
    const records = body.records as { uri: string }[];
    return {
      keys: records.map(({ uri }) => uri.split('/').at(-1)),
      cursor: body.cursor as string | undefined,
    };
  };
  const first = await page();
  expect(first).toEqual({ keys: [keys[2], keys[1]], cursor: keys[1] });
  expect(await page(first.cursor)).toEqual({ keys: [keys[0]], cursor: keys[0] });
  expect(await page(keys[0])).toEqual({ keys: [], cursor: undefined });
  const tooMany = await library.get('com.atproto.repo.listRecords', {
    repo: library.did,
    collection,
    limit: '101',
  });
  expect(tooMany.body.message).toContain('integer too big (maximum 100, got 101)');
});

test('a post can only show a picture that was brought before', async () => {
  const missing = {
    $type: 'blob',
    ref: { $link: 'bafkreidlp6sdj6jkroakvmbntpy2clsj77foijheae5byt3iwz7d2k542a' },
    mimeType: 'image/png',
    size: 70,
  };
  const embed = { $type: 'app.bsky.embed.images', images: [{ alt: 'a cat', image: missing }] };
  expect((await library.put(collection, rkey, { ...post, embed })).body.error).toBe('BlobNotFound');
});

test('the journal has what was to be written, whether it took effect, and whether it changed anything', async () => {
  await library.put(collection, rkey, post, { swapRecord: null });
  await library.put(collection, rkey, post, { swapRecord: null });
  await library.put(collection, rkey, { ...post, text: 'other' }, { swapRecord: null });
  const entries = built.world.journal.read().filter(({ kind }) => kind === 'POST com.atproto.repo.putRecord');
  expect(entries).toMatchObject([
    { caller: 'centrallibrary.test', text: 'hello', rkey, cid, status: 200, tookEffect: true, changed: true },
    { text: 'hello', status: 200, tookEffect: true, changed: false },
    { text: 'other', status: 400, tookEffect: false, error: 'InvalidSwap' },
  ]);
});
