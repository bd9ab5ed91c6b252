import { beforeEach, describe, expect, test } from 'vitest';
import { built, library, refusal, useX } from './build.js';
import { specification } from './check-answer.js';

useX();

/** The names that X had before 2.167, of what the sandbox shows. */
const before: Readonly<Record<string, string>> = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,display_text_range,edit_controls,entities,in_reply_to_user_id,lang,non_public_metrics,note_tweet,organic_metrics,possibly_sensitive,promoted_metrics,public_metrics,referenced_tweets,reply_settings,source,text,withheld',
  'user.fields':
    'connection_status,created_at,description,entities,location,most_recent_tweet_id,name,pinned_tweet_id,profile_image_url,protected,public_metrics,receives_your_dm,url,username,verified,verified_type',
  'media.fields': 'alt_text,duration_ms,height,media_key,preview_image_url,type,url,width',
  'dm_event.fields':
    'attachments,created_at,dm_conversation_id,entities,event_type,id,participant_ids,sender_id,text',
  PostExpansionsParameter:
    'attachments.media_keys,attachments.poll_ids,author_id,edit_history_tweet_ids,entities.mentions.username,in_reply_to_user_id,referenced_tweets.id,referenced_tweets.id.author_id',
  UserExpansionsParameter: 'most_recent_tweet_id,pinned_tweet_id',
  DmEventExpansionsParameter: 'participant_ids,sender_id',
};

/** All fields and expansions of a route, in one spelling. */
function everything(route: string, spelling: 'old' | 'new'): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, list] of Object.entries(specification.routes[route]?.query ?? {})) {
    if (typeof list !== 'string') continue;
    if (spelling === 'new') query[name] = specification.lists[list]?.join(',') ?? '';
    else {
      const old = name === 'post.fields' ? 'tweet.fields' : name;
      const asked = before[old] ?? before[list];
      if (asked !== undefined) query[old] = asked;
    }
  }
  return query;
}

/** A town with everything that a post, a person and a message can be. */
function fillTown(): { maya: string; asked: string; gone: string } {
  const maya = built.person('maya_reads', {
    description: 'Reads #crime at library.org with @centrallibrary',
    messagesFrom: 'everyone',
  });
  for (const handle of ['lee', 'sam', 'cy', 'ann']) built.person(handle, { messagesFrom: 'everyone' });
  for (const by of ['maya_reads', 'lee', 'sam']) built.act('follow', { by });
  const first = built.post('maya_reads', '@centrallibrary wen do you open?', { photos: ['A door', ''] });
  const asked = String(
    built.act('edit', { id: first, text: '@centrallibrary when do you open? $HPQ #ask' }).id,
  );
  built.post('lee', 'They open at 9, library.org says', { in_reply_to: asked });
  const [ours] = built.act('timeline', { handle: library.handle }).posts as { id: string }[];
  built.post('lee', 'See, @centrallibrary', { quotes: ours?.id });
  built.act('repost', { by: 'lee', id: asked });
  built.act('repost', { by: 'sam', id: built.post('ann', 'Just words') });
  built.act('premium', { handle: 'maya_reads' });
  built.post('maya_reads', `${'long '.repeat(70)} @centrallibrary #long library.org`, { photos: ['A wall'] });
  built.act('pin', { by: 'maya_reads', id: first });
  built.act('pin', { by: 'centrallibrary', id: ours?.id });
  const gone = built.post('sam', '@centrallibrary, where is that?', { in_reply_to: built.post('cy', 'hm') });
  built.act('protect', { handle: 'cy' });
  built.act('message', { by: 'maya_reads', to: library.handle, text: 'Is my #book in? @lee library.org' });
  built.act('message', { by: 'maya_reads', to: [library.handle, 'lee'], text: 'hello both' });
  return { maya, asked, gone };
}

describe.each(['old', 'new'] as const)(
  'with everything asked for in the %s names, an answer is as specified',
  (spelling) => {
    let town: ReturnType<typeof fillTown>;
    beforeEach(() => {
      town = fillTown();
    });
    const read = (path: string, route: string, more: Record<string, string> = {}) =>
      built.client().v2.get(path, { ...everything(route, spelling), ...more });

    test.each([
      ['GET /2/users/me', () => 'users/me', {}],
      ['GET /2/users/{id}', () => `users/${town.maya}`, {}],
      ['GET /2/users/by/username/{username}', () => 'users/by/username/maya_reads', {}],
      ['GET /2/users', () => 'users', { ids: `${library.id},42` }],
      ['GET /2/users/{id}/followers', () => `users/${library.id}/followers`, { max_results: '2' }],
      ['GET /2/users/{id}/mentions', () => `users/${library.id}/mentions`, {}],
      ['GET /2/users/{id}/tweets', () => `users/${town.maya}/tweets`, {}],
      ['GET /2/users/{id}/tweets', () => `users/${library.id}/tweets`, { max_results: '5' }],
      ['GET /2/tweets/{id}', () => `tweets/${town.asked}`, {}],
      ['GET /2/tweets', () => 'tweets', { ids: 'ASKED,GONE,42' }],
      ['GET /2/dm_events', () => 'dm_events', { max_results: '1' }],
      ['GET /2/dm_events', () => 'dm_events', {}],
      [
        'GET /2/dm_conversations/with/{participant_id}/dm_events',
        () => `dm_conversations/with/${town.maya}/dm_events`,
        {},
      ],
    ])('%s', async (route, path, more: Record<string, string>) => {
      const ids = more.ids?.replace('ASKED', town.asked).replace('GONE', town.gone);
      const body = await read(path(), route, { ...more, ...(ids !== undefined && { ids }) });
      expect(body.data).toBeDefined();
    });

    test('lists of a protected account and things that are gone', async () => {
      const cy = String(built.act('account', { handle: 'cy' }).id);
      for (const path of ['users/42', `users/${cy}/tweets`, `users/${cy}/followers`, 'users/42/mentions']) {
        const route = `GET /2/${path.replace(/\d+/, '{id}')}`;
        expect((await read(path, route)).errors).toHaveLength(1);
      }
    });
  },
);

test('what is written is answered as specified', async () => {
  const { maya, asked } = fillTown();
  const { v2 } = built.client();
  const { data } = await v2.reply('At nine, library.org says so', asked);
  await v2.deleteTweet(data.id);
  await v2.sendDmToParticipant(maya, { text: 'It is' });
  built.act('plan', { plan: 'enterprise' });
  expect((await v2.follow(library.id, maya)).data.following).toBe(true);
});

describe('a refusal is as specified, or as X was seen to refuse', () => {
  const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code;

  test.each([
    ['a parameter that is none', 400, () => built.client().v2.get('users/me', { limit: '1' })],
    ['a body that is none', 400, () => built.client().v2.post('tweets', { text: 5 })],
    ['keys that are unknown', 401, () => built.client({ ...library.keys, appSecret: 'x' }).v2.me()],
    ['a plan that lacks it', 403, () => built.client().v2.follow(library.id, '42')],
    ['somebody who did not ask', 403, () => built.client().v2.reply('hello', built.post('sam', 'hm'))],
    ['somebody else’s post', 403, () => built.client().v2.deleteTweet(built.post('sam', 'hm'))],
    ['a post that is gone, read alone', 404, () => built.client().v2.singleTweet('42')],
    ['a post that is gone, deleted', 404, () => built.client().v2.deleteTweet('42')],
    ['a route that is none', 404, () => built.client().v2.get('nothing')],
    ['another method', 405, () => built.client().v2.patch('tweets')],
  ])('%s: %i', async (_name, code, call) => {
    built.person('sam');
    expect(await codeOf(call())).toBe(code);
  });

  test.each([
    ['no credits', 402, { creditsUsd: 0 }],
    ['the spend cap', 403, { spendCapUsd: 0 }],
  ])('%s: %i', async (_name, code, money) => {
    built.act('money', money);
    expect([await codeOf(built.client().v2.me()), await codeOf(built.client().v2.tweet('hi'))]).toEqual([
      code,
      code,
    ]);
  });

  test('too few permissions, and a suspended caller: 403', async () => {
    built.act('permissions', { handle: library.handle, may: 'read' });
    expect(await codeOf(built.client().v2.tweet('hi'))).toBe(403);
    built.act('suspend', { handle: library.handle });
    expect(await codeOf(built.client().v2.me())).toBe(403);
  });

  test('too many reads and too many writes: 429', async () => {
    const { v2 } = built.client();
    for (let n = 0; n < 15; n += 1) await v2.listDmEvents();
    expect(await codeOf(v2.listDmEvents())).toBe(429);
    for (let n = 0; n < 50; n += 1) await refusal(v2.deleteTweet('42'));
    expect(await codeOf(v2.deleteTweet('42'))).toBe(429);
  });
});
