import { expect, test } from 'vitest';
import { built, library, useX } from '../build.js';

useX();

async function mentions(): Promise<string[]> {
  const page = await built.client().v2.userMentionTimeline(library.id, { max_results: 100 });
  return (page.data.data ?? []).map(({ id }) => id);
}

async function timeline(of = library.id) {
  const page = await built.client().v2.userTimeline(of);
  return { ids: (page.data.data ?? []).map(({ id }) => id), errors: page.data.errors ?? [] };
}

test('an edit has a new id; its history holds all versions; lists show the newest alone', async () => {
  built.person('maya_reads');
  const first = built.post('maya_reads', '@centrallibrary wen do you open?');
  const second = String(built.act('edit', { id: first, text: '@centrallibrary when do you open?' }).id);
  expect(await mentions()).toEqual([second]);
  const { data } = await built.client().v2.tweets([first, second], { 'tweet.fields': ['conversation_id'] });
  expect(data.map(({ edit_history_tweet_ids }) => edit_history_tweet_ids)).toEqual([
    [first, second],
    [first, second],
  ]);
  expect(data[1]?.conversation_id).toBe(second);
  const answer = await built.client().v2.reply('At nine', second);
  expect(built.journal('POST /2/tweets')).toMatchObject([{ id: answer.data.id, conversation_id: first }]);
});

test('a post takes five edits, for an hour', () => {
  built.person('maya_reads');
  let id = built.post('maya_reads', 'version 0');
  for (const n of [1, 2, 3, 4, 5]) id = String(built.act('edit', { id, text: `version ${n}` }).id);
  expect(() => built.act('edit', { id, text: 'version 6' })).toThrow('five edits');
  const late = built.post('maya_reads', 'another');
  built.world.clock.advance(3_600_001);
  expect(() => built.act('edit', { id: late, text: 'too late' })).toThrow('one hour');
});

test('posts of suspended, deleted and protected people are not seen', async () => {
  built.person('ann');
  built.person('bob');
  built.person('cy');
  const kept = built.post('ann', '@centrallibrary a');
  const theirs = built.post('bob', '@centrallibrary b');
  built.post('cy', '@centrallibrary c');
  built.act('suspend', { handle: 'bob' });
  built.act('protect', { handle: 'cy' });
  expect(await mentions()).toEqual([kept]);
  const alone = await built.client().v2.tweets([theirs]);
  expect(alone.errors).toMatchObject([{ title: 'Not Found Error' }]);
  built.act('deleteAccount', { handle: 'ann' });
  expect(await mentions()).toEqual([]);
  built.act('suspend', { handle: 'bob', on: false });
  expect(await mentions()).toHaveLength(1);
});

test('a protected timeline opens to an accepted follower', async () => {
  const cy = built.person('cy', { protected: true });
  built.post('cy', 'private thoughts');
  built.act('follow', { by: 'centrallibrary', whom: 'cy' });
  expect((await timeline(cy)).errors).toMatchObject([{ title: 'Authorization Error' }]);
  built.act('acceptFollow', { by: 'cy', whom: 'centrallibrary' });
  expect(await timeline(cy)).toMatchObject({ ids: [expect.any(String)], errors: [] });
});

test('with lag a post shows later in its list, and at once by its id', async () => {
  built.act('lag', { timelineMs: 60_000, mentionsMs: 90_000, followersMs: 30_000 });
  built.person('maya_reads');
  const asked = built.post('maya_reads', '@centrallibrary hello');
  const { data } = await built.client().v2.reply('Hello Maya', asked);
  built.act('follow', { by: 'maya_reads' });
  const followers = async () => (await built.client().v2.followers(library.id)).data?.length ?? 0;
  const seen = async () => [
    (await timeline()).ids.includes(data.id),
    (await mentions()).includes(asked),
    (await followers()) === 1,
  ];
  expect(await seen()).toEqual([false, false, false]);
  expect((await built.client().v2.tweets([data.id])).data).toHaveLength(1);
  built.world.clock.advance(60_000);
  expect(await seen()).toEqual([true, false, true]);
  built.world.clock.advance(30_000);
  expect(await seen()).toEqual([true, true, true]);
});

test('a post that becomes visible late has a smaller id than those already seen', async () => {
  built.person('maya_reads');
  const late = built.post('maya_reads', '@centrallibrary first', { hideMs: 120_000 });
  const seen = built.post('maya_reads', '@centrallibrary second');
  built.act('hide', { id: seen, untilMs: 0 });
  expect(await mentions()).toEqual([seen]);
  built.world.clock.advance(120_000);
  expect(await mentions()).toEqual([seen, late]);
  expect(BigInt(late) < BigInt(seen)).toBe(true);
});

test('somebody whom the library blocks is not in its mentions, and cannot follow it', async () => {
  built.person('troll');
  built.post('troll', '@centrallibrary boo');
  built.act('block', { by: 'centrallibrary', whom: 'troll' });
  expect(await mentions()).toEqual([]);
  expect(() => built.act('follow', { by: 'troll' })).toThrow('blocks');
});

test('a bystander’s reply keeps our name in front and counts as a mention; a quote needs our name', async () => {
  built.person('maya_reads');
  built.person('lee');
  const asked = built.post('maya_reads', 'Any large print, @centrallibrary?');
  const aside = built.act('post', { by: 'lee', text: 'They have lots!', in_reply_to: asked });
  expect(aside.text).toBe('@maya_reads @centrallibrary They have lots!');
  const [ours] = (built.act('timeline', { handle: library.handle }).posts as { id: string }[]) ?? [];
  built.post('lee', 'How lovely', { quotes: ours?.id });
  expect(await mentions()).toEqual([aside.id, asked]);
});

test('who is suspended or gone does not come with a post or a message; an error says so', async () => {
  const lee = built.person('lee');
  const sam = built.person('sam');
  built.person('maya_reads');
  built.post('maya_reads', '@centrallibrary and @lee', { in_reply_to: built.post('sam', 'hm') });
  built.act('message', { by: 'lee', to: library.handle, text: 'Is my book in?' });
  built.act('suspend', { handle: 'lee' });
  built.act('deleteAccount', { handle: 'sam' });
  const { v2 } = built.client();
  const page = await v2.get(`users/${library.id}/mentions`, {
    expansions: 'author_id,in_reply_to_user_id,entities.mentions.username',
  });
  expect(page.includes.users.map(({ username }: { username: string }) => username)).toEqual([
    'maya_reads',
    'centrallibrary',
  ]);
  expect(page.errors).toMatchObject([
    { title: 'Not Found Error', resource_id: sam },
    { title: 'Forbidden', resource_id: lee, parameter: 'entities.mentions.username' },
  ]);
  const messages = await v2.get('dm_events', { expansions: 'sender_id' });
  expect(messages.data).toHaveLength(1);
  expect(messages.includes).toBeUndefined();
  expect(messages.errors).toMatchObject([{ resource_id: lee, parameter: 'sender_id' }]);
});
