import { beforeEach, describe, expect, test } from 'vitest';
import { built, type Client, hourMs, startAt, useBluesky } from '../build.js';

useBluesky();

type Fields = Record<string, unknown>;

let library: Client;
const name = '@centrallibrary.test';
beforeEach(async () => {
  for (const handle of ['maya', 'sam', 'kim']) built.act('addAccount', { handle, password: 'secret' });
  library = await built.signIn();
});

const uris = async (reasons?: readonly string[]) =>
  (await notifications(reasons ? { reasons } : {})).map(({ uri }) => uri);
const notifications = async (asked = {}) =>
  (await library.get('app.bsky.notification.listNotifications', asked)).body.notifications as Fields[];
const shown = async (...asked: string[]) =>
  (await library.get('app.bsky.feed.getPosts', { uris: asked })).body.posts as Fields[];
const onlyShown = async (uri: string) => (await shown(uri))[0] as Fields & { viewer: Fields; embed: Fields };

describe('who is told what', () => {
  test('a post is told once: for the first of mention, quote and reply', async () => {
    const ours = built.post('centrallibrary', 'What are you reading?');
    const all = { reply_to: ours.uri, quotes: ours.uri };
    const mention = built.post('maya', `${name} Middlemarch`, all);
    built.pass();
    const quote = built.post('maya', 'Middlemarch', all);
    built.pass();
    const reply = built.post('maya', 'Middlemarch', { reply_to: ours.uri });
    built.pass();
    expect(await built.told(library)).toEqual([
      ['reply', reply.uri],
      ['quote', quote.uri],
      ['mention', mention.uri],
    ]);
    expect(await uris(['mention', 'quote'])).toEqual([quote.uri, mention.uri]);
  });

  test('a name without a facet is words, and what we write ourselves is no news', async () => {
    built.post('maya', `${name} hello`, { facets: false });
    built.post('centrallibrary', `${name} that is us`);
    built.pass();
    expect(await uris()).toEqual([]);
  });

  test('a reply is told to those up to four posts above it', async () => {
    let above = built.post('centrallibrary', 'One').uri;
    const replies = ['Two', 'Three', 'Four', 'Five', 'Six'].map((text) => {
      above = built.post('maya', text, { reply_to: above }).uri;
      built.pass();
      return above;
    });
    expect(await uris()).toEqual(replies.slice(0, 4).reverse());
  });

  test('a follow is told once, however often it is made', async () => {
    const { uri } = built.act('follow', { by: 'maya' });
    built.pass();
    expect(await built.told(library)).toEqual([['follow', uri]]);
    const { body } = await library.get('app.bsky.graph.getFollowers', { actor: library.did });
    expect(body.followers).toMatchObject([{ handle: 'maya.test', viewer: { followedBy: uri } }]);
  });

  test('a back-dated post stands at its old time, and one from the future at that of its arrival', async () => {
    const recent = built.post('sam', `${name} now`);
    const old = built.post('maya', `${name} before`, { createdAt: startAt - hourMs });
    const future = built.post('kim', `${name} later`, { createdAt: startAt + hourMs });
    built.pass(1_000);
    expect(await uris()).toEqual([future.uri, recent.uri, old.uri]);
    const times = (await shown(future.uri, old.uri)).map(({ indexedAt }) => Date.parse(String(indexedAt)));
    expect(times).toEqual([startAt + 300, startAt - hourMs]);
  });

  test.each([
    ['mute', { by: 'centrallibrary', whom: 'maya' }],
    ['block', { by: 'centrallibrary', whom: 'maya' }],
    ['block', { by: 'maya' }],
    ['deactivate', { handle: 'maya' }],
    ['suspend', { handle: 'maya' }],
  ])('after %s %j nothing of it is told any more', async (act, args) => {
    const asked = built.post('maya', `${name} hello`);
    built.pass();
    expect(await uris()).toEqual([asked.uri]);
    built.act(act, args);
    built.pass();
    expect(await uris()).toEqual([]);
    expect(await shown(asked.uri)).toHaveLength(act === 'mute' ? 1 : 0);
  });

  test('a page that holds what was not asked for is short, and still leads on', async () => {
    const asked = built.post('maya', `${name} hello`);
    for (const by of ['maya', 'sam', 'kim']) {
      built.pass();
      built.act('follow', { by });
    }
    built.pass();
    const list = async (cursor?: string) => {
      const params = { limit: '2', reasons: 'mention', ...(cursor && { cursor }) };
      return (await library.get('app.bsky.notification.listNotifications', params)).body;
    };
    expect(await list()).toMatchObject({ notifications: [{ uri: asked.uri }] });
    const page = (await library.get('app.bsky.notification.listNotifications', { limit: '2' })).body;
    expect(page.notifications).toHaveLength(2);
    expect(await list(String(page.cursor))).toMatchObject({ notifications: [{ uri: asked.uri }] });
  });
});

describe('what is shown', () => {
  test('an edit is another version under the same address; a deletion is gone with what was told of it', async () => {
    const asked = built.post('maya', `${name} at nine?`);
    const { cid } = built.act('edit', { uri: asked.uri, text: `${name} at ten?` });
    built.pass();
    expect(await onlyShown(asked.uri)).toMatchObject({ cid, record: { text: `${name} at ten?` } });
    expect(cid).not.toBe(asked.cid);
    expect(await uris()).toEqual([asked.uri]);
    built.act('delete', { uri: asked.uri });
    built.pass();
    expect([await shown(asked.uri), await uris()]).toEqual([[], []]);
  });

  test.each<[readonly string[] | undefined, boolean | undefined]>([
    [undefined, undefined],
    [[], true],
    [['mention'], false],
    [['followers'], true],
    [['followers', 'mention'], false],
    [['following'], true],
  ])('with a gate for %j our reply is disabled: %j', async (allow, disabled) => {
    const asked = built.post('maya', `${name} hello`);
    built.act('gate', { uri: asked.uri, ...(allow && { allow }) });
    built.pass();
    expect((await onlyShown(asked.uri)).viewer.replyDisabled).toBe(disabled);
  });

  test('a reply that a gate keeps out is taken, and its thread does not count it, nor is anybody told', async () => {
    const ours = built.post('centrallibrary', 'No answers, please');
    built.act('gate', { uri: ours.uri, allow: [] });
    const reply = built.post('maya', 'But why?', { reply_to: ours.uri });
    built.pass();
    expect((await onlyShown(reply.uri)).viewer.replyDisabled).toBe(true);
    expect(await onlyShown(ours.uri)).toMatchObject({ replyCount: 0 });
    expect(await uris()).toEqual([]);
  });

  test('what a post quotes is shown, blocked, taken out or not there', async () => {
    const quoted = built.post('sam', 'A good book');
    const quoting = built.post('maya', 'See', { quotes: quoted.uri, photos: ['a cat'] });
    const embed = async () => {
      built.pass();
      return (await onlyShown(quoting.uri)).embed;
    };
    expect(await embed()).toMatchObject({
      $type: 'app.bsky.embed.recordWithMedia#view',
      media: { images: [{ alt: 'a cat' }] },
      record: { record: { $type: 'app.bsky.embed.record#viewRecord', value: { text: 'A good book' } } },
    });
    built.act('detach', { uri: quoted.uri, from: quoting.uri });
    expect(await embed()).toMatchObject({ record: { record: { detached: true } } });
    built.act('detach', { uri: quoted.uri, from: quoting.uri, on: false });
    built.act('block', { by: 'sam', whom: 'maya' });
    expect(await embed()).toMatchObject({ record: { record: { blocked: true } } });
    built.act('unblock', { by: 'sam', whom: 'maya' });
    built.act('delete', { uri: quoted.uri });
    expect(await embed()).toMatchObject({ record: { record: { notFound: true } } });
  });

  test('a writer may close a post to being shown in others: those that came before stay', async () => {
    const ours = built.post('sam', 'A good book');
    const before = built.post('maya', 'See', { quotes: ours.uri });
    built.pass();
    const sam = await built.signIn('sam.test', 'secret');
    const rule = { $type: 'app.bsky.feed.postgate#disableRule' };
    const gate = { post: ours.uri, createdAt: new Date(startAt).toISOString(), embeddingRules: [rule] };
    await sam.put('app.bsky.feed.postgate', ours.rkey, gate);
    const after = built.post('kim', 'Look', { quotes: ours.uri });
    built.pass();
    expect(
      (await shown(before.uri, after.uri)).map(({ embed }) => (embed as { record: Fields }).record),
    ).toMatchObject([{ value: { text: 'A good book' } }, { detached: true }]);
    expect((await onlyShown(ours.uri)).viewer.embeddingDisabled).toBe(true);
    expect((await sam.get('app.bsky.notification.listNotifications')).body.notifications).toMatchObject([
      { reason: 'quote', uri: before.uri },
    ]);
  });

  test('labels say who gave them', async () => {
    const asked = built.post('maya', 'Hm', { labels: ['nudity'] });
    built.act('label', { on: asked.uri, value: 'gore' });
    built.act('profile', { handle: 'maya', labels: ['bot'] });
    built.pass();
    const post = await onlyShown(asked.uri);
    expect(
      (post.labels as Fields[]).map(({ src, val }) => [val, src === (post.author as Fields).did]),
    ).toEqual([
      ['gore', false],
      ['nudity', true],
    ]);
    expect(post.author).toMatchObject({ labels: [{ val: 'bot' }] });
  });

  test('a person is known by their DID, whatever their name is now', async () => {
    const { did } = built.act('account', { handle: 'maya' });
    built.act('rename', { handle: 'maya', to: 'maya.example.org' });
    built.pass();
    const profile = async (actor: string) => (await library.get('app.bsky.actor.getProfile', { actor })).body;
    expect(await profile(String(did))).toMatchObject({ did, handle: 'maya.example.org' });
    expect(await profile('maya.test')).toEqual({ error: 'InvalidRequest', message: 'Profile not found' });
  });

  test.each([
    ['block', { by: 'maya' }, 'BlockedByActor'],
    ['block', { by: 'centrallibrary', whom: 'maya' }, 'BlockedActor'],
    ['deactivate', { handle: 'maya' }, 'InvalidRequest'],
  ])('after %s %j the feed of the person is refused', async (act, args, error) => {
    const asked = built.post('maya', 'A good book');
    built.post('maya', 'And another', { reply_to: asked.uri });
    built.pass();
    const feed = () =>
      library.get('app.bsky.feed.getAuthorFeed', { actor: 'maya.test', filter: 'posts_no_replies' });
    expect((await feed()).body).toMatchObject({ feed: [{ post: { uri: asked.uri } }] });
    built.act(act, args);
    built.pass();
    expect((await feed()).body.error).toBe(error);
  });

  test('25 posts are the most, and each is given once', async () => {
    const asked = built.post('maya', 'hello').uri;
    built.pass();
    expect(await shown(asked, asked)).toHaveLength(1);
    const { body } = await library.get('app.bsky.feed.getPosts', {
      uris: Array.from({ length: 26 }, () => asked),
    });
    expect(body.message).toContain('array too big (maximum 25, got 26)');
  });
});

describe('behind the servers of the accounts', () => {
  test('the AppView shows a post 300 ms later, or as late as is set', async () => {
    const first = built.post('maya', `${name} hello`);
    built.pass(299);
    expect(await shown(first.uri)).toEqual([]);
    built.pass(1);
    expect(await shown(first.uri)).toHaveLength(1);
    built.act('lag', { ms: hourMs });
    const second = built.post('maya', `${name} again`);
    built.pass(hourMs - 1);
    expect(await shown(second.uri)).toEqual([]);
    built.pass(1);
    expect(await shown(second.uri)).toHaveLength(1);
  });

  test('while it is down its reads fail, writing and listing go on, and then it catches up', async () => {
    built.act('appView', { down: true });
    const asked = built.post('maya', `${name} hello`);
    built.pass(hourMs);
    const { body, status } = await library.get('app.bsky.notification.listNotifications');
    expect([status, body.error]).toEqual([502, 'UpstreamFailure']);
    const collection = 'app.bsky.feed.post';
    const record = { text: 'We go on.', createdAt: new Date(startAt).toISOString() };
    expect((await library.put(collection, '3lbo6vcuc222a', record)).status).toBe(200);
    const listed = await library.get('com.atproto.repo.listRecords', { repo: library.did, collection });
    expect(listed.body.records).toHaveLength(1);
    built.act('appView', { down: false });
    built.pass(1);
    expect(await uris()).toEqual([asked.uri]);
  });
});
