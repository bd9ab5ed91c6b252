import { describe, expect, test } from 'vitest';
import { built, library, refusal, startAt, useX } from '../build.js';

useX();

describe('fields and expansions', () => {
  test('come only when asked for', async () => {
    const { v2 } = built.client();
    expect((await v2.me()).data).toEqual({
      id: library.id,
      name: 'Central Library',
      username: library.handle,
    });
    const me = await v2.me({ 'user.fields': ['protected', 'public_metrics'] });
    expect(me.data).toMatchObject({
      protected: false,
      public_metrics: { followers_count: 0, tweet_count: 3 },
    });

    built.person('maya_reads');
    const id = built.post('maya_reads', '@centrallibrary hello');
    const bare = await v2.userMentionTimeline(library.id);
    expect(bare.data.data).toEqual([{ id, text: '@centrallibrary hello', edit_history_tweet_ids: [id] }]);
    expect(bare.data.includes).toBeUndefined();
  });

  test('an expansion brings the thing and the field that names it', async () => {
    const maya = built.person('maya_reads');
    const asked = built.post('maya_reads', '@centrallibrary hello', { photos: ['A shelf'] });
    const thanks = built.post('maya_reads', 'thanks @centrallibrary', { in_reply_to: asked });
    const page = await built.client().v2.userMentionTimeline(library.id, {
      expansions: ['author_id', 'referenced_tweets.id', 'attachments.media_keys'],
      'media.fields': ['alt_text'],
    });
    const [last, first] = page.data.data;
    expect(last).toMatchObject({ author_id: maya, referenced_tweets: [{ type: 'replied_to', id: asked }] });
    expect(page.data.includes).toMatchObject({
      users: [{ id: maya, username: 'maya_reads' }],
      tweets: [{ id: asked }],
      media: [{ media_key: first?.attachments?.media_keys?.[0], type: 'photo', alt_text: 'A shelf' }],
    });
    expect(last?.id).toBe(thanks);
  });

  test('what an expansion cannot bring is a partial error beside the data', async () => {
    built.person('maya_reads');
    built.person('lee');
    const asked = built.post('lee', 'Where is @centrallibrary?');
    built.post('maya_reads', 'There', { in_reply_to: asked });
    built.act('delete', { id: asked });
    const page = await built.client().v2.userMentionTimeline(library.id, {
      expansions: ['referenced_tweets.id'],
    });
    expect(page.data.data).toHaveLength(1);
    expect(page.data.errors).toMatchObject([
      { resource_id: asked, type: 'https://api.twitter.com/2/problems/resource-not-found' },
    ]);
  });

  test('both spellings are taken, and answers use the one that was asked in', async () => {
    built.person('maya_reads');
    const asked = built.post('maya_reads', '@centrallibrary hello');
    built.post('maya_reads', 'again', { in_reply_to: asked });
    const raw = (query: Record<string, string>) =>
      built.client().v2.get(`users/${library.id}/mentions`, query, { fullResponse: false });
    expect(await raw({ 'post.fields': 'conversation_id', expansions: 'referenced_posts' })).toMatchObject({
      data: [
        {
          conversation_id: asked,
          referenced_posts: [{ id: asked }],
          edit_history_post_ids: expect.any(Array),
        },
        {},
      ],
      includes: { posts: [{ id: asked }] },
    });
    built.act('spelling', { answers: 'new' });
    expect(await raw({ 'tweet.fields': 'referenced_tweets' })).toMatchObject({
      data: [{ referenced_posts: [{ id: asked }] }, {}],
    });
  });

  test.each([
    ['an unknown field', { 'tweet.fields': 'author_id,colour' }],
    ['a field named twice', { 'tweet.fields': 'author_id,author_id' }],
    ['an unknown expansion', { expansions: 'author' }],
    ['an unknown parameter', { limit: '5' }],
    ['a page too small', { max_results: '4' }],
    ['a page too large', { max_results: '101' }],
    ['a since_id that is none', { since_id: 'yesterday' }],
    ['a token of nobody’s', { pagination_token: 'aGVsbG8' }],
    ['a time that is none', { start_time: '24 November' }],
  ])('%s is a 400 that says what is allowed', async (_name, query) => {
    const { code, data } = await refusal(built.client().v2.get(`users/${library.id}/mentions`, query));
    expect([code, data.title]).toEqual([400, 'Invalid Request']);
    const [parameter = ''] = Object.keys(query);
    expect(data.errors).toMatchObject([{ parameters: { [parameter]: expect.any(Array) } }]);
  });
});

test('a long post is cut after a word in text and entities, without a mark; note_tweet has all of it', async () => {
  built.person('maya_reads');
  const text = `${'word '.repeat(60)}@centrallibrary & library.org`;
  expect(() => built.post('maya_reads', text)).toThrow('too long');
  built.act('premium', { handle: 'maya_reads' });
  const id = built.post('maya_reads', text);
  const fields = { 'tweet.fields': 'entities,note_tweet' };
  const { data = [] } = (await built.client().v2.userMentionTimeline(library.id, fields)).data;
  expect(data).toMatchObject([{ id, text: 'word '.repeat(56).trim() }]);
  expect(data[0]?.entities).toBeUndefined();
  expect(data[0]?.note_tweet?.text).toMatch(/^(word ){60}@centrallibrary &amp; https:/);
  expect(data[0]?.note_tweet?.entities).toMatchObject({ mentions: [{ start: 300 }], urls: [{ start: 322 }] });
});

describe('lists', () => {
  test('mentions come newest first, after since_id, in pages that newcomers do not shift', async () => {
    built.person('maya_reads');
    const ids = Array.from({ length: 13 }, (_, n) => built.post('maya_reads', `@centrallibrary ${n}`));
    const { v2 } = built.client();
    const first = await v2.userMentionTimeline(library.id, { max_results: 5, since_id: ids[1] ?? '' });
    expect(first.data.data.map(({ id }) => id)).toEqual(ids.slice(8).reverse());
    expect(first.meta).toMatchObject({ result_count: 5, newest_id: ids[12], oldest_id: ids[8] });

    built.post('maya_reads', '@centrallibrary a newcomer');
    const second = await first.next();
    expect(second.data.data.map(({ id }) => id)).toEqual(ids.slice(3, 8).reverse());
    const third = await second.next();
    expect(third.data.data.map(({ id }) => id)).toEqual([ids[2]]);
    expect(third.meta.next_token).toBeUndefined();
    const back = await third.previous();
    expect(back.data.data.map(({ id }) => id)).toEqual(ids.slice(3, 8).reverse());
  });

  test('nothing new has no data at all', async () => {
    const page = await built.client().v2.userMentionTimeline(library.id);
    expect(page.data).toEqual({ meta: { result_count: 0 } });
  });

  test('mentions end at the newest 800', async () => {
    built.person('maya_reads');
    const ids = Array.from({ length: 803 }, (_, n) => built.post('maya_reads', `@centrallibrary ${n}`));
    const page = await built.client().v2.userMentionTimeline(library.id, { max_results: 100, since_id: '1' });
    await page.fetchLast(2000);
    expect(page.tweets.map(({ id }) => id)).toEqual(ids.slice(3).reverse());
  });

  test('followers come newest first; who returns is newest again', async () => {
    for (const handle of ['ann', 'bob', 'cy']) {
      built.person(handle);
      built.act('follow', { by: handle });
    }
    built.act('unfollow', { by: 'ann' });
    built.act('follow', { by: 'ann' });
    const { v2 } = built.client();
    const first = await v2.followers(library.id, { max_results: 2 });
    expect(first.data.map(({ username }) => username)).toEqual(['ann', 'cy']);
    const second = await v2.followers(library.id, { pagination_token: first.meta.next_token ?? '' });
    expect(second.data.map(({ username }) => username)).toEqual(['bob']);
    expect(second.meta.next_token).toBeUndefined();
  });

  test('suspended followers are left out after paging, so a page may be short', async () => {
    for (const handle of ['ann', 'bob', 'cy']) {
      built.person(handle);
      built.act('follow', { by: handle });
    }
    built.act('suspend', { handle: 'bob' });
    const page = await built.client().v2.followers(library.id, { max_results: 2 });
    expect(page.data.map(({ username }) => username)).toEqual(['cy']);
    expect(page.meta.next_token).toBeDefined();
  });

  test('a timeline holds what was posted by API and in X, and leaves replies out when asked', async () => {
    built.person('maya_reads');
    const asked = built.post('maya_reads', '@centrallibrary hello');
    const { v2 } = built.client();
    const answered = await v2.reply('Hello Maya', asked);
    const native = built.post('centrallibrary', 'Good morning');
    const all = await v2.userTimeline(library.id, { start_time: new Date(startAt).toISOString() });
    expect(all.data.data.map(({ id }) => id)).toEqual([native, answered.data.id]);
    const own = await v2.userTimeline(library.id, { since_id: asked, exclude: ['replies'] });
    expect(own.data.data.map(({ id }) => id)).toEqual([native]);
  });
});

test('a repost names whom it repeats, and is in their mentions and in the timeline of who made it', async () => {
  const [maya] = [built.person('maya_reads'), built.person('lee')];
  const original = built.post('maya_reads', 'Thanks @centrallibrary & all');
  const { id } = built.act('repost', { by: 'lee', id: original });
  expect(() => built.act('repost', { by: 'maya_reads', id })).toThrow('cannot repost');
  const fields = { 'tweet.fields': 'referenced_tweets,entities,public_metrics' };
  const { data } = (await built.client().v2.userMentionTimeline(library.id, fields)).data;
  expect(data).toMatchObject([
    {
      id,
      text: 'RT @maya_reads: Thanks @centrallibrary &amp; all',
      referenced_tweets: [{ type: 'retweeted', id: original }],
      entities: {
        mentions: [
          { start: 3, end: 14, id: maya },
          { start: 23, end: 38 },
        ],
      },
    },
    { id: original, public_metrics: { retweet_count: 1 } },
  ]);
  built.act('delete', { id: original });
  expect((await built.client().v2.tweets([String(id)])).data).toBeUndefined();
});

test('what is excluded is left out after paging, and an empty page leads no further', async () => {
  const maya = built.person('maya_reads');
  const first = built.post('maya_reads', 'one');
  for (const n of [1, 2, 3, 4, 5]) built.post('maya_reads', `again ${n}`, { in_reply_to: first });
  const read = async (max_results: number) =>
    (await built.client().v2.userTimeline(maya, { exclude: 'replies', max_results })).data;
  expect((await read(5)).meta).toEqual({ result_count: 0 });
  expect((await read(6)).data).toMatchObject([{ id: first }]);
});

describe('looking things up', () => {
  test('what is there and what is not come together', async () => {
    const maya = built.person('maya_reads');
    const { v2 } = built.client();
    const users = await v2.users([maya, '42']);
    expect(users.data.map(({ id }) => id)).toEqual([maya]);
    expect(users.errors).toMatchObject([{ title: 'Not Found Error', resource_id: '42', parameter: 'ids' }]);
    expect((await v2.userByUsername('MAYA_reads')).data.id).toBe(maya);
    expect((await v2.userByUsername('nobody')).errors).toHaveLength(1);
    built.act('suspend', { handle: 'maya_reads' });
    expect((await v2.user(maya)).errors).toMatchObject([{ title: 'Forbidden' }]);
  });

  test('a deleted post looked up alone is a 404, and by ids a 200 with errors and no data', async () => {
    built.person('maya_reads');
    const id = built.post('maya_reads', 'Oops');
    built.act('delete', { id });
    const { v2 } = built.client();
    expect((await refusal(v2.singleTweet(id))).code).toBe(404);
    expect(await v2.tweets([id])).toEqual({ errors: [expect.objectContaining({ resource_id: id })] });
  });

  test('ids are at most a hundred', async () => {
    const ids = Array.from({ length: 101 }, (_, n) => String(n + 1));
    expect((await refusal(built.client().v2.tweets(ids))).code).toBe(400);
  });

  test('a user’s own words have entities, and their newest post can come along', async () => {
    built.person('maya_reads', { description: 'Reads at library.org' });
    const id = built.post('maya_reads', 'Finally finished Middlemarch');
    const { data, includes } = await built.client().v2.get('users/by/username/maya_reads', {
      'user.fields': 'description,entities',
      expansions: 'most_recent_tweet_id',
    });
    expect(data.description).toMatch(/^Reads at https:\/\/t\.co\/\w{10}$/);
    expect(data.entities?.description?.urls).toMatchObject([{ expanded_url: 'http://library.org' }]);
    expect(includes?.tweets).toMatchObject([{ id, text: 'Finally finished Middlemarch' }]);
  });

  test('a user says how they stand to us', async () => {
    const maya = built.person('maya_reads');
    built.act('follow', { by: 'maya_reads' });
    const fields = { 'user.fields': ['connection_status', 'receives_your_dm'] as const };
    const { v2 } = built.client();
    const read = () => v2.get(`users/${maya}`, { 'user.fields': fields['user.fields'].join(',') });
    expect(await read()).toMatchObject({
      data: { connection_status: ['followed_by'], receives_your_dm: true },
    });
    built.act('unfollow', { by: 'maya_reads' });
    built.act('follow', { by: 'centrallibrary', whom: 'maya_reads' });
    expect(await read()).toMatchObject({
      data: { connection_status: ['following'], receives_your_dm: false },
    });
  });
});
