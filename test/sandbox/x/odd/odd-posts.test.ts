import { beforeEach, describe, expect, test } from 'vitest';
import { type OddKind, type OddPost, oddKinds } from '../../../../src/sandbox/world/shapes.js';
import { built, library, refusal, useX } from '../build.js';

useX();

type Fields = Record<string, unknown>;
interface Read {
  readonly data?: (Fields | null)[];
  readonly includes?: Record<string, Fields[]>;
  readonly errors?: Fields[];
  readonly meta?: Fields;
}

const asked = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,display_text_range,entities,public_metrics,referenced_tweets,reply_settings',
  expansions: 'author_id,attachments.media_keys',
  'user.fields': 'public_metrics',
  'media.fields': 'alt_text,width',
};
const read = (path: string, query: Record<string, string> = {}): Promise<Read> =>
  built.client().v2.get(path, { ...asked, ...query });
const mentions = (query?: Record<string, string>) => read(`users/${library.id}/mentions`, query);
const plan = (odd: OddKind, more: Partial<OddPost> = {}) =>
  built.world.faults.plan({ side: 'x', how: 'odd', odd, ...more });

let maya: string;
let older: string;
let odd: string;
let newer: string;
beforeEach(() => {
  maya = built.person('maya_reads');
  built.person('lee');
  older = built.post('lee', '@centrallibrary Are you open?');
  odd = built.post('maya_reads', '@centrallibrary See library.org', { photos: ['A shelf'] });
  newer = built.post('lee', '@centrallibrary Thanks');
});

/** What stands in place of the odd post, in an answer whose other posts are whole. */
async function oddOne(kind: OddKind): Promise<{ page: Read; post: Fields | null | undefined }> {
  const whole = await mentions();
  plan(kind, { post: odd });
  const page = await mentions();
  const [first, second, third] = page.data ?? [];
  expect([first?.id, third?.id]).toEqual([newer, older]);
  expect([first, third]).toEqual([whole.data?.[0], whole.data?.[2]]);
  return { page, post: second };
}

describe('one post of a page', () => {
  test.each<[OddKind, string]>([
    ['no-conversation-id', 'conversation_id'],
    ['no-text', 'text'],
    ['no-author-id', 'author_id'],
  ])('with %s lacks it, and the others do not', async (kind, field) => {
    const { post } = await oddOne(kind);
    expect(post?.id).toBe(odd);
    expect(Object.keys(post ?? {})).not.toContain(field);
  });

  test('may come without its author', async () => {
    const { page, post } = await oddOne('no-author');
    expect(post?.author_id).toBe(maya);
    expect(page.includes?.users?.map(({ username }) => username)).toEqual(['lee']);
  });

  test('may tell its time in words, or as a number', async () => {
    const at = String((await mentions()).data?.[1]?.created_at);
    const inWords = String((await oddOne('time-format')).post?.created_at);
    expect(inWords).toMatch(/^Tue Nov 24 12:\d\d:\d\d \+0000 2026$/);
    expect(new Date(inWords).toISOString()).toBe(at);
    expect((await oddOne('time-number')).post?.created_at).toBe(Date.parse(at) / 1000);
  });

  test('may have fields and values that nobody knows', async () => {
    const { page, post } = await oddOne('unknown-values');
    expect(post).toMatchObject({
      edition: 'evening',
      reply_settings: 'neighbours',
      referenced_tweets: [{ type: 'remixed' }],
      attachments: { media_keys: [expect.any(String), `99_${odd}`] },
    });
    expect(page.includes?.media?.map(({ type }) => type)).toEqual(['hologram', 'hologram']);
  });

  test('may have numbers beyond all measure', async () => {
    const { page, post } = await oddOne('huge-numbers');
    expect(post).toMatchObject({
      display_text_range: [2 ** 63, 2 ** 63],
      entities: { urls: [{ start: 5e9, end: 2 ** 63 }, {}], mentions: [{ start: 5e9 }] },
      public_metrics: { like_count: 1e30 },
    });
    const author = page.includes?.users?.find(({ id }) => id === maya);
    expect([author, page.includes?.media?.[0]]).toMatchObject([
      { public_metrics: { followers_count: 1e30 } },
      { width: 1e30 },
    ]);
  });

  test('may name others by numbers', async () => {
    const { post } = await oddOne('number-ids');
    expect(post).toMatchObject({ id: odd, author_id: Number(maya), conversation_id: Number(odd) });
  });

  test('may have half characters wherever words are, sent as escapes', async () => {
    const { page, post } = await oddOne('half-characters');
    const author = page.includes?.users?.find(({ id }) => id === maya);
    const entities = post?.entities as { urls: Fields[] } | undefined;
    for (const words of [
      post?.text,
      author?.name,
      page.includes?.media?.[0]?.alt_text,
      entities?.urls[0]?.display_url,
    ]) {
      expect(words).toMatch(/\udc96 \ud83d$/);
    }
  });

  test('may have nothing in its lists, in three ways', async () => {
    expect((await oddOne('empty-entities')).post?.entities).toEqual({});
    expect((await oddOne('empty-lists')).post).toMatchObject({
      entities: { urls: [], mentions: [] },
      referenced_tweets: [],
    });
    expect((await oddOne('null-lists')).post).toMatchObject({
      entities: { urls: null, mentions: null },
      referenced_tweets: null,
    });
  });

  test('may be null', async () => {
    expect((await oddOne('null-item')).post).toBeNull();
  });

  test('may lack a field and say so', async () => {
    const { page, post } = await oddOne('hydration-failure');
    expect(Object.keys(post ?? {})).not.toContain('conversation_id');
    expect(page.errors).toMatchObject([{ field: 'conversation_id', resource_id: odd }]);
  });

  test('may be missing with an error that names it, and is not billed then', async () => {
    plan('partial-error', { post: odd });
    const page = await mentions();
    expect(page.data?.map((post) => post?.id)).toEqual([newer, older]);
    expect(page.errors).toMatchObject([
      { type: expect.stringMatching(/problems\/field-hydration-failure$/), resource_id: odd },
    ]);
    expect(page.meta).toMatchObject({ result_count: 2, newest_id: newer, oldest_id: older });
    expect(built.act('meter')).toMatchObject({ usd: 0.002 });
  });

  test('may leave errors alone, which cost nothing', async () => {
    plan('errors-alone');
    const page = await mentions();
    expect(Object.keys(page)).toEqual(['errors']);
    expect(page.errors).toHaveLength(3);
    expect(built.act('meter')).toMatchObject({ usd: 0 });
  });
});

describe('a planned odd post', () => {
  test('is odd for so many reads, by whichever call, and whole then', async () => {
    plan('no-text', { post: odd, times: 2 });
    const texts = [
      (await mentions()).data?.[1]?.text,
      (await read('tweets', { ids: odd })).data?.[0]?.text,
      (await mentions()).data?.[1]?.text,
    ];
    expect(texts).toEqual([undefined, undefined, expect.stringContaining('See')]);
  });

  test('waits for an answer that has it', async () => {
    plan('no-text', { post: odd });
    expect((await read('tweets', { ids: newer })).data?.[0]).toHaveProperty('text');
    expect((await mentions()).data?.[1]).not.toHaveProperty('text');
    expect(built.world.faults.planned()).toEqual([]);
  });

  test('may be odd for ever, in one call alone', async () => {
    const call = 'GET /2/users/:id/mentions';
    plan('no-text', { call, post: odd, times: 'always' });
    for (let n = 0; n < 3; n += 1) expect((await mentions()).data?.[1]).not.toHaveProperty('text');
    expect((await read('tweets', { ids: odd })).data?.[0]).toHaveProperty('text');
    expect(built.world.faults.planned()).toMatchObject([{ call, times: 'always' }]);
    await built.world.faults.clear();
    expect((await mentions()).data?.[1]).toHaveProperty('text');
  });

  test('without an id is the newest one, and the next one is the next', async () => {
    plan('no-text');
    plan('null-item');
    const page = await mentions();
    expect(page.data).toMatchObject([{ id: newer }, null, { id: older }]);
    expect(page.data?.[0]).not.toHaveProperty('text');
  });

  test('is odd where it came along, and alone', async () => {
    built.post('lee', '@centrallibrary Same here', { in_reply_to: odd });
    plan('no-text', { post: odd, times: 2 });
    const page = await mentions({ expansions: 'referenced_tweets.id', max_results: '5', since_id: newer });
    expect(page.includes?.tweets?.map(({ text }) => text)).toEqual([undefined]);
    const alone = await built.client().v2.get(`tweets/${odd}`);
    expect(alone.data).toMatchObject({ id: odd });
    expect(alone.data).not.toHaveProperty('text');
  });

  test('is in the journal, and leaves what X keeps alone', async () => {
    const whole = await mentions();
    plan('half-characters', { post: odd });
    await mentions();
    expect(built.journal('GET /2/users/:id/mentions')[1]).toMatchObject({
      fault: 'odd',
      odd: `half-characters ${odd}`,
    });
    expect(await mentions()).toEqual(whole);
  });

  test('may come slowly too, and the journal has both', async () => {
    const call = 'GET /2/users/:id/mentions';
    built.world.faults.plan({ side: 'x', call, when: 'after', how: 'slow', ms: 1 });
    plan('no-text', { post: odd });
    expect((await mentions()).data?.[1]).not.toHaveProperty('text');
    expect(built.journal(call)).toMatchObject([{ fault: 'after slow', odd: `no-text ${odd}` }]);
  });

  test('can be of every kind, alone and on a page of its own', async () => {
    for (const kind of oddKinds) {
      plan(kind, { post: odd, times: 2 });
      await read('tweets', { ids: odd });
      await built.client().v2.get(`tweets/${odd}`, asked);
    }
    expect(built.world.faults.planned()).toEqual([]);
    expect(built.journal('GET /2/tweets/:id').map((entry) => entry.odd)).toEqual(
      oddKinds.map((kind) => `${kind} ${odd}`),
    );
  });
});

describe('a refused field', () => {
  const refuse = (more = {}) =>
    built.world.faults.plan({ side: 'x', how: 'refused-field', field: 'author_id', ...more });

  test('is refused by name for as long as the request has it', async () => {
    refuse();
    for (let n = 0; n < 2; n += 1) {
      const { code, data } = await refusal(mentions());
      expect(code).toBe(400);
      expect(data.errors).toMatchObject([
        {
          parameters: { 'tweet.fields': [asked['tweet.fields']] },
          message: expect.stringMatching(
            /^The `tweet\.fields` query parameter value \[author_id\] is not one of/,
          ),
        },
      ]);
    }
    expect((await mentions({ 'tweet.fields': 'entities' })).data).toHaveLength(3);
  });

  test('may be taken again after so many calls', async () => {
    refuse({ times: 1, call: 'GET /2/users/:id/mentions' });
    expect((await read('tweets', { ids: odd })).data).toHaveLength(1);
    expect((await refusal(mentions())).code).toBe(400);
    expect((await mentions()).data).toHaveLength(3);
  });
});
