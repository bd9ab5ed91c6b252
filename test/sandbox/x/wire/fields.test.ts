import { describe, expect, test } from 'vitest';
import { built, library, refusal, useX } from '../build.js';
import { specification } from '../check-answer.js';

useX();

const me = (query: Record<string, string>) => built.client().v2.get('users/me', query);
const mentions = (query: Record<string, string>) =>
  built.client().v2.get(`users/${library.id}/mentions`, query);
const why = async (call: Promise<unknown>) => {
  const [first] = (await refusal(call)).data.errors as { message?: string }[];
  return first?.message;
};

describe('while X takes both spellings', () => {
  test('requests may have either', async () => {
    await mentions({ 'tweet.fields': 'referenced_tweets', expansions: 'referenced_tweets.id' });
    await mentions({ 'post.fields': 'note_post', expansions: 'referenced_posts' });
    await me({ 'user.fields': 'pinned_tweet_id' });
    await me({ expansions: 'pinned_post_id' });
  });

  test('a name of neither is refused, by its name', async () => {
    expect(await why(mentions({ 'tweet.fields': 'text,colour' }))).toContain('[colour] is not one of');
    expect(await why(me({ 'user.fields': 'pinned_post_id' }))).toContain('[pinned_post_id] is not one of');
  });
});

describe('once X takes the new spelling alone', () => {
  test.each([
    ['a parameter', () => mentions({ 'tweet.fields': 'text' }), '[tweet.fields] is not one of'],
    ['a field of posts', () => mentions({ 'post.fields': 'note_tweet' }), '[note_tweet] is not one of'],
    ['what is an expansion now', () => mentions({ 'post.fields': 'author_id' }), '[author_id] is not one of'],
    ['a field of users', () => me({ 'user.fields': 'pinned_tweet_id' }), '[pinned_tweet_id] is not one of'],
    ['an expansion', () => me({ expansions: 'pinned_tweet_id' }), '[pinned_tweet_id] is not one of'],
    [
      'a field of messages',
      () => built.client().v2.get('dm_events', { 'dm_event.fields': 'sender_id' }),
      '[sender_id] is not one of',
    ],
  ])('the old name of %s is refused as unknown', async (_name, call, message) => {
    built.act('spelling', { takes: 'new' });
    expect(await why(call())).toContain(message);
  });

  test('it takes exactly what the specification lists', async () => {
    built.act('spelling', { takes: 'new' });
    for (const [name, list] of Object.entries(
      specification.routes['GET /2/users/{id}/mentions']?.query ?? {},
    )) {
      if (typeof list !== 'string') continue;
      const taken = /is not one of \[(.*)\]$/.exec(String(await why(mentions({ [name]: 'colour' }))))?.[1];
      expect(taken?.split(',').sort(), name).toEqual(specification.lists[list]);
    }
  });

  test('answers have the new names, whatever was asked for', async () => {
    built.act('spelling', { takes: 'new' });
    built.person('maya_reads');
    built.post('maya_reads', '@centrallibrary hello');
    expect((await mentions({})).data).toMatchObject([{ edit_history_post_ids: expect.any(Array) }]);
  });
});

test('before X takes the new spelling, a new name is refused as unknown', async () => {
  built.act('spelling', { takes: 'old' });
  expect(await why(mentions({ 'post.fields': 'text' }))).toContain('[post.fields] is not one of');
  expect(await why(mentions({ expansions: 'referenced_posts' }))).toContain(
    '[referenced_posts] is not one of',
  );
  await mentions({ 'tweet.fields': 'author_id,referenced_tweets', expansions: 'referenced_tweets.id' });
  built.act('spelling', { takes: 'both' });
  await mentions({ 'post.fields': 'text' });
});
