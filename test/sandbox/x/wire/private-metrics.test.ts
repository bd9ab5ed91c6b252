import { beforeEach, expect, test } from 'vitest';
import { built, library, useX } from '../build.js';

useX();

const fields = { 'tweet.fields': 'non_public_metrics,organic_metrics' };
let hers: string;
beforeEach(() => {
  built.person('maya_reads');
  hers = built.post('maya_reads', '@centrallibrary hello');
});

test('of our own posts are given, for 30 days', async () => {
  const { data } = await built.client().v2.tweet('hello');
  const read = async () =>
    (await built.client().v2.get('tweets', { ids: data.id, ...fields })) as Record<string, unknown>;
  expect(await read()).toMatchObject({
    data: [{ non_public_metrics: { impression_count: 0 }, organic_metrics: { reply_count: 0 } }],
  });
  built.world.clock.advance(30 * 24 * 3_600_000);
  const later = await read();
  expect(later).toMatchObject({ errors: [{ field: 'non_public_metrics' }, { field: 'organic_metrics' }] });
  expect(later.data).toEqual([{ id: data.id, text: 'hello', edit_history_tweet_ids: [data.id] }]);
});

test('of others’ posts are left out, with an error for each beside the post', async () => {
  const list = await built.client().v2.get(`users/${library.id}/mentions`, fields);
  expect(list.data).toEqual([{ id: hers, text: '@centrallibrary hello', edit_history_tweet_ids: [hers] }]);
  expect(list.errors).toMatchObject([
    {
      title: 'Field Authorization Error',
      detail: `Sorry, you are not authorized to access 'non_public_metrics' on the Tweet with id : [${hers}].`,
      field: 'non_public_metrics',
      resource_id: hers,
      section: 'data',
      type: 'https://api.twitter.com/2/problems/not-authorized-for-field',
    },
    { field: 'organic_metrics' },
  ]);
  const alone = await built.client().v2.get(`tweets/${hers}`, fields);
  expect([alone.data.non_public_metrics, alone.errors.length]).toEqual([undefined, 2]);
});

test('of a stranger’s post that comes along are left out too', async () => {
  const { data } = await built.client().v2.reply('Hello Maya', hers);
  const read = await built.client().v2.get(`tweets/${data.id}`, {
    'tweet.fields': 'non_public_metrics',
    expansions: 'referenced_tweets.id',
  });
  expect(read.data.non_public_metrics).toBeDefined();
  expect(read.includes.tweets[0].non_public_metrics).toBeUndefined();
  expect(read.errors).toMatchObject([{ section: 'includes', resource_id: hers }]);
});

test('of the newest post that comes with a person are left out too', async () => {
  const read = await built.client().v2.get('users/by/username/maya_reads', {
    expansions: 'most_recent_tweet_id',
    'tweet.fields': 'organic_metrics',
  });
  expect(read.includes.tweets).toEqual([
    { id: hers, text: '@centrallibrary hello', edit_history_tweet_ids: [hers] },
  ]);
  expect(read.errors).toMatchObject([{ section: 'includes', field: 'organic_metrics' }]);
});
