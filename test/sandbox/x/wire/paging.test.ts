import { beforeEach, describe, expect, test } from 'vitest';
import { built, library, refusal, useX } from '../build.js';

useX();

const second = { ...library.keys, accessToken: 'second', accessSecret: 'second-secret' };

type Params = Record<string, string>;
const read = async (path: string, query: Params = {}, keys = library.keys) =>
  built.client(keys).v2.get(path, query);
const mentions = `users/${library.id}/mentions`;
const own = `users/${library.id}/tweets`;
const followers = `users/${library.id}/followers`;

describe('a page’s token', () => {
  let maya: string;
  let token: string;
  beforeEach(async () => {
    maya = built.person('maya_reads', { messagesFrom: 'everyone' });
    built.person('branch', { credentials: second });
    for (let n = 0; n < 7; n += 1) {
      built.post('maya_reads', `@centrallibrary @branch ${n}`);
      built.post('centrallibrary', `Word ${n}`);
      built.act('message', { by: 'maya_reads', to: library.handle, text: `Message ${n}` });
    }
    token = (await read(mentions, { max_results: '5' })).meta.next_token;
  });
  const refused = async (call: Promise<unknown>) => {
    const { code, data } = await refusal(call);
    const message = expect.stringMatching(/pagination_token.*is not valid/);
    expect([code, data.errors]).toMatchObject([400, [{ message }]]);
  };

  test('leads on in its own list, with a page of another size and other fields', async () => {
    const next = await read(mentions, {
      pagination_token: token,
      max_results: '10',
      'tweet.fields': 'author_id',
    });
    expect(next.meta.result_count).toBe(2);
  });

  test('is refused in another list of the account', async () => {
    await refused(read(own, { pagination_token: token }));
    await refused(read(followers, { pagination_token: token }));
    const messages = (await read('dm_events', { max_results: '2' })).meta.next_token;
    await refused(read(`dm_conversations/with/${maya}/dm_events`, { pagination_token: messages }));
  });

  test('is refused in the list of another account, and from another caller', async () => {
    await refused(read(`users/${maya}/mentions`, { pagination_token: token }));
    await refused(read(mentions, { pagination_token: token }, second));
  });

  test('is refused with other parameters than it was made for', async () => {
    await refused(read(mentions, { pagination_token: token, since_id: '1' }));
    await refused(read(mentions, { pagination_token: token, start_time: '2020-01-01T00:00:00Z' }));
    const without = (await read(own, { exclude: 'replies', max_results: '5' })).meta.next_token;
    await refused(read(own, { pagination_token: without }));
    expect((await read(own, { pagination_token: without, exclude: 'replies' })).meta.result_count).toBe(5);
  });
});

describe('a page of followers after suspended people were taken out', () => {
  test('may be empty and lead on, or be short', async () => {
    for (const handle of ['ann', 'bob', 'cy', 'dee', 'eve']) {
      built.person(handle);
      built.act('follow', { by: handle });
    }
    for (const handle of ['eve', 'dee', 'bob']) built.act('suspend', { handle });
    const first = await read(followers, { max_results: '2' });
    expect(first).toEqual({ meta: { result_count: 0, next_token: expect.any(String) } });
    const next = await read(followers, { max_results: '2', pagination_token: first.meta.next_token });
    expect(next.data).toMatchObject([{ username: 'cy' }]);
    const last = await read(followers, { max_results: '2', pagination_token: next.meta.next_token });
    expect(last).toMatchObject({ data: [{ username: 'ann' }], meta: { result_count: 1 } });
    expect(last.meta.next_token).toBeUndefined();
  });
});
