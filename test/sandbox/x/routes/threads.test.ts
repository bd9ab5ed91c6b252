import { beforeEach, describe, expect, test } from 'vitest';
import { built, library, useX } from '../build.js';

useX();

type Fields = Record<string, unknown>;

const fields = 'display_text_range,entities,in_reply_to_user_id,referenced_tweets';
async function mentions(): Promise<Fields[]> {
  const page = await built.client().v2.get(`users/${library.id}/mentions`, { 'tweet.fields': fields });
  return page.data ?? [];
}

let maya: string;
beforeEach(() => {
  maya = built.person('maya_reads');
  built.person('lee');
});

describe('among our mentions', () => {
  test('a bystander’s reply carries our name before its own words, and a typed name stands in them', async () => {
    const friend = built.post('maya_reads', 'Nice telescope shop');
    const typed = built.post('lee', '@centrallibrary do you lend telescopes?', { in_reply_to: friend });
    const carried = built.post('maya_reads', 'I want one too', { in_reply_to: typed });
    const [later, first] = await mentions();
    expect(first).toMatchObject({ id: typed, display_text_range: [12, 51], in_reply_to_user_id: maya });
    expect(first?.text).toBe('@maya_reads @centrallibrary do you lend telescopes?');
    expect(later).toMatchObject({ id: carried, display_text_range: [21, 35] });
    expect(later?.text).toBe('@lee @centrallibrary I want one too');
  });

  test('a patron’s own thread is there only while it carries or has our name', async () => {
    const first = built.post('maya_reads', '@centrallibrary Two questions');
    const second = built.post('maya_reads', 'Are you open?', { in_reply_to: first });
    built.post('maya_reads', 'And tomorrow?', { in_reply_to: second, carried: [] });
    expect(await mentions()).toMatchObject([
      { id: second, text: '@centrallibrary Are you open?', display_text_range: [16, 29] },
      { id: first },
    ]);
  });

  test('an answer to us is there with our name in front, and without it', async () => {
    const ours = built.post('centrallibrary', 'Which book?');
    const named = built.post('maya_reads', 'Middlemarch', { in_reply_to: ours });
    const bare = built.post('lee', 'Emma', { in_reply_to: ours, carried: [] });
    built.post('centrallibrary', 'Both good', { in_reply_to: ours });
    expect(await mentions()).toMatchObject([
      { id: bare, text: 'Emma', display_text_range: [0, 4], in_reply_to_user_id: library.id },
      { id: named, text: '@centrallibrary Middlemarch', display_text_range: [16, 27] },
    ]);
  });

  test('a quote of ours is there only with our name', async () => {
    const ours = built.post('centrallibrary', 'Which book?');
    built.post('maya_reads', 'What a question', { quotes: ours });
    const named = built.post('lee', 'Emma, @centrallibrary', { quotes: ours });
    expect(await mentions()).toMatchObject([
      { id: named, referenced_tweets: [{ type: 'quoted', id: ours }] },
    ]);
  });

  test('an edit that takes our name out is there no more, and one that keeps it carries the same names', async () => {
    const first = built.post('maya_reads', '@centrallibrary Are you open?');
    const reply = built.post('lee', 'I wonder too', { in_reply_to: first, carried: ['centrallibrary'] });
    const edited = built.act('edit', { id: reply, text: 'I wonder as well' });
    built.act('edit', { id: first, text: 'Never mind' });
    expect(await mentions()).toMatchObject([
      { id: edited.id, text: '@centrallibrary I wonder as well', display_text_range: [16, 32] },
    ]);
    built.act('edit', { id: String(edited.id), text: 'I wonder', carried: [] });
    expect(await mentions()).toEqual([]);
  });
});

describe('what X never gives of a post', () => {
  test('is left out of that post alone, also after an edit', async () => {
    const id = built.post('maya_reads', '@centrallibrary Hello', { omits: ['display_text_range'] });
    built.post('maya_reads', '@centrallibrary Hello again');
    const [whole, bare] = await mentions();
    expect([whole, bare].map((post) => post && 'display_text_range' in post)).toEqual([true, false]);
    built.act('edit', { id, text: '@centrallibrary Hi' });
    expect((await mentions())[0]).not.toHaveProperty('display_text_range');
    expect(() => built.post('lee', 'Hi', { omits: ['colour'] })).toThrow(
      "'omits' is 'colour', not one of replied_to,",
    );
  });

  test('may be what our own posts answer, from X and by API, until it is given again', async () => {
    const asked = built.post('maya_reads', '@centrallibrary Are you open?');
    const { v2 } = built.client();
    built.act('settings', { ownPostsOmit: ['replied_to'] });
    const byApi = (await v2.reply('Until five', asked)).data.id;
    const inX = built.post('centrallibrary', 'And on Sundays', { in_reply_to: asked });
    const hers = built.post('maya_reads', 'Thanks', { in_reply_to: inX });
    built.act('settings', { ownPostsOmit: [] });
    const told = built.post('centrallibrary', 'Welcome', { in_reply_to: asked });
    const { data } = await v2.get('tweets', { ids: [byApi, inX, hers, told].join(), 'tweet.fields': fields });
    expect(data.map(({ referenced_tweets }: Fields) => referenced_tweets)).toEqual([
      undefined,
      undefined,
      [{ type: 'replied_to', id: inX }],
      [{ type: 'replied_to', id: asked }],
    ]);
    expect(data[0]).toMatchObject({ in_reply_to_user_id: maya, text: '@maya_reads Until five' });
  });
});

describe('what a post answers or quotes', () => {
  const query = {
    expansions: 'author_id,referenced_tweets.id,referenced_tweets.id.author_id',
    'tweet.fields': 'referenced_tweets',
  };
  const read = () => built.client().v2.get(`users/${library.id}/mentions`, query);

  test('comes along with its author', async () => {
    const friend = built.post('maya_reads', 'Nice telescope shop');
    built.post('lee', '@centrallibrary do you lend them?', { in_reply_to: friend });
    const { includes } = await read();
    expect(includes.tweets).toMatchObject([{ id: friend, text: 'Nice telescope shop', author_id: maya }]);
    expect(includes.users.map(({ username }: Fields) => username)).toEqual(['lee', 'maya_reads']);
  });

  test('costs nothing, and once a day where X bills what is included', async () => {
    const friend = built.post('maya_reads', 'Nice telescope shop');
    built.post('lee', '@centrallibrary do you lend them?', { in_reply_to: friend });
    await read();
    expect(built.act('meter')).toMatchObject({ usd: 0.001 });
    expect(built.act('settings', { includesBilled: true })).toEqual({
      includesBilled: true,
      ownPostsOmit: [],
    });
    await read();
    await read();
    // The mention at our own price; the post that it answers, and two people, at everybody's.
    expect(built.act('meter')).toMatchObject({ usd: 0.026 });
  });
});
