import { describe, expect, test } from 'vitest';
import { built, library, refusal, startAt, useX } from '../build.js';

useX();

const quarterMs = 15 * 60_000;
const keys = { appKey: library.keys.appKey, appSecret: library.keys.appSecret };

describe('rate limits', () => {
  test('every answer says what is left of the 15 minutes, and the next one over is a 429', async () => {
    const { v2 } = built.client();
    for (let n = 1; n <= 15; n += 1) {
      const { rateLimit } = await v2.get('dm_events', {}, { fullResponse: true });
      expect(rateLimit).toMatchObject({ limit: 15, remaining: 15 - n });
      expect(Math.abs((rateLimit?.reset ?? 0) * 1000 - startAt - quarterMs)).toBeLessThan(10_000);
    }
    const refused = await refusal(v2.listDmEvents());
    expect([refused.code, refused.errors, refused.rateLimit]).toMatchObject([
      429,
      [{ code: 88, message: 'Rate limit exceeded' }],
      { limit: 15, remaining: 0 },
    ]);
    built.world.clock.advance(quarterMs);
    await v2.listDmEvents();
  });

  test('a refused write says so with a problem body, and takes no effect', async () => {
    const { v2 } = built.client();
    for (let n = 0; n < 50; n += 1) expect((await refusal(v2.deleteTweet('1'))).code).toBe(404);
    const [post] = built.act('timeline', { handle: library.handle }).posts as { id: string }[];
    const { code, data } = await refusal(v2.deleteTweet(post?.id ?? ''));
    expect([code, data]).toMatchObject([429, { title: 'Too Many Requests', status: 429 }]);
    expect(built.act('timeline', { handle: library.handle }).posts).toHaveLength(3);
  });

  test('two accounts of one app share the app’s limit and have their own', async () => {
    const second = { ...keys, accessToken: 'second', accessSecret: 'second-secret' };
    built.person('branch', { credentials: second });
    const [main, branch] = [built.client().v2, built.client(second).v2];
    for (let n = 0; n < 250; n += 1) await main.get(`users/${library.id}/mentions`);
    const ours = await main.get(`users/${library.id}/mentions`, {}, { fullResponse: true });
    expect(ours.rateLimit).toMatchObject({ limit: 300, remaining: 49 });
    for (let n = 0; n < 199; n += 1) await branch.get(`users/${library.id}/mentions`);
    const { code, rateLimit } = await refusal(branch.userMentionTimeline(library.id));
    expect([code, rateLimit]).toMatchObject([429, { limit: 450, remaining: 0 }]);
  });

  test('posts are counted per app and day, messages per user and day', async () => {
    built.person('maya_reads');
    built.act('message', { by: 'maya_reads', to: library.handle, text: 'hello' });
    const { v2 } = built.client();
    const { rateLimit: posting } = await v2.post('tweets', { text: 'hello' }, { fullResponse: true });
    expect(posting).toMatchObject({ limit: 100, remaining: 99, day: { limit: 10_000, remaining: 9999 } });
    const maya = String(built.act('account', { handle: 'maya_reads' }).id);
    const { rateLimit: writing } = await v2.post(
      `dm_conversations/with/${maya}/messages`,
      { text: 'hello' },
      { fullResponse: true },
    );
    expect(writing).toMatchObject({ limit: 15, remaining: 14, userDay: { limit: 1440, remaining: 1439 } });
  });
});

describe('the meter', () => {
  const usd = () => built.act('meter').usd;

  test('charges what is returned, once per UTC day, and less for what is ours', async () => {
    const maya = built.person('maya_reads');
    built.post('maya_reads', '@centrallibrary hello');
    built.act('follow', { by: 'maya_reads' });
    const { v2 } = built.client();
    await v2.userMentionTimeline(library.id);
    await v2.userMentionTimeline(library.id);
    expect(usd()).toBe(0.001);
    await v2.userTimeline(library.id);
    expect(usd()).toBe(0.004);
    await v2.followers(library.id);
    expect(usd()).toBe(0.005);
    await v2.userTimeline(maya);
    expect(usd()).toBe(0.005);
    built.world.clock.advance(12 * 3_600_000);
    await v2.userTimeline(maya);
    expect(usd()).toBe(0.01);
    await v2.users([maya, '42']);
    expect(usd()).toBe(0.02);
  });

  test('an account that does not own the app pays the full price', async () => {
    const second = { ...keys, accessToken: 'second', accessSecret: 'second-secret' };
    const branch = built.person('branch', { credentials: second });
    built.post('branch', 'Open');
    await built.client(second).v2.userTimeline(branch);
    expect(usd()).toBe(0.005);
  });

  test.each([
    ['a post', 'hello', undefined, 0.015],
    ['an answer that was asked for', 'hello', '@centrallibrary hi', 0.01],
    ['a link', 'see library.org', undefined, 0.2],
    ['an answer with a link by accident', 'open today.It is free', '@centrallibrary hi', 0.2],
  ])('charges for %s', async (_name, text, asked, price) => {
    built.person('maya_reads');
    const { v2 } = built.client();
    if (asked) await v2.reply(text, built.post('maya_reads', asked));
    else await v2.tweet(text);
    expect(usd()).toBe(price);
  });

  test('charges nothing for what is empty or refused', async () => {
    const { v2 } = built.client();
    await v2.userMentionTimeline(library.id);
    await refusal(v2.reply('hello', '1'));
    await refusal(v2.userMentionTimeline(library.id, { max_results: 1 }));
    expect(usd()).toBe(0);
  });

  test('without credits everything is a 402', async () => {
    built.act('money', { creditsUsd: 0.015 });
    const { v2 } = built.client();
    await v2.tweet('the last one');
    const write = await refusal(v2.tweet('one too many'));
    expect([write.code, write.data]).toMatchObject([
      402,
      { title: 'Payment Required', detail: 'credits depleted' },
    ]);
    const read = await refusal(v2.userTimeline(library.id));
    expect([read.code, read.data]).toMatchObject([402, { title: 'CreditsDepleted' }]);
    expect(built.act('timeline', { handle: library.handle }).posts).toHaveLength(4);
  });

  test('the spend cap is a 403 that says when it ends, and ends then', async () => {
    built.act('money', { spendCapUsd: 0.01 });
    const { v2 } = built.client();
    await v2.tweet('a');
    const { code, data } = await refusal(v2.tweet('b'));
    expect([code, data]).toMatchObject([403, { title: 'SpendCapReached', reset_date: '2026-12-01' }]);
    built.world.clock.advance(7 * 24 * 3_600_000);
    await v2.tweet('b');
  });
});
