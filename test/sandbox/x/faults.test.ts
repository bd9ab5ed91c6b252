import { ApiPartialResponseError, ApiRequestError } from 'twitter-api-v2';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fault } from '../../../src/sandbox/faults.js';
import { type Built, buildX, library, moved, refusal } from './build.js';

let built: Built;
beforeEach(async () => {
  built = await buildX();
});
afterEach(() => built.x.close());

const plan = (fault: Omit<Fault, 'side' | 'call'>) =>
  built.world.faults.plan({ side: 'x', call: 'POST /2/tweets', ...fault });
const published = () => (built.act('timeline', { handle: library.handle }).posts as unknown[]).length - 3;
const impatient = () => moved(built.x.url, library.keys, undefined, 300);
const post = () => impatient().v2.tweet('hello');
const journal = () => built.journal('POST /2/tweets');

test('a call that is reset before it took effect leaves nothing', async () => {
  plan({ when: 'before', how: 'reset' });
  await expect(post()).rejects.toThrow(ApiRequestError);
  expect(published()).toBe(0);
  expect(journal()).toMatchObject([{ fault: 'before reset', tookEffect: false }]);
  await post();
  expect(published()).toBe(1);
});

test.each(['reset', 'hang'] as const)(
  'a call that ends in a %s after it took effect has published',
  async (how) => {
    plan({ when: 'after', how });
    await expect(post()).rejects.toThrow(ApiRequestError);
    expect(published()).toBe(1);
    expect(journal()).toMatchObject([
      { fault: `after ${how}`, tookEffect: true, status: 201, text: 'hello' },
    ]);
  },
);

test('a call that is cut off after it took effect has published', async () => {
  plan({ when: 'after', how: 'cut' });
  await expect(post()).rejects.toThrow(ApiPartialResponseError);
  expect(journal()).toMatchObject([{ fault: 'after cut', tookEffect: true }]);
});

test('a call may answer anything at all', async () => {
  plan({ when: 'after', how: 'status', status: 502, body: '<html>Bad Gateway</html>' });
  const { code, data } = await refusal(post());
  expect([code, data]).toEqual([502, '<html>Bad Gateway</html>']);
  expect(published()).toBe(1);
});

test.each(['hang', 'cut'] as const)(
  'a call may fail at once with a %s and take effect later, once',
  async (how) => {
    plan({ when: 'late', how, lateMs: 700 });
    const failed = expect(post()).rejects.toThrow();
    await vi.waitFor(() => expect(journal()).toMatchObject([{ fault: `late ${how}`, tookEffect: false }]));
    expect(published()).toBe(0);
    await vi.waitFor(
      () => expect(journal()[1]).toMatchObject({ fault: `late ${how}`, tookEffect: true }),
      5000,
    );
    await failed;
    expect(published()).toBe(1);
  },
);

test('a refusal under a fault is told apart from an effect', async () => {
  plan({ when: 'after', how: 'reset' });
  await expect(built.client().v2.reply('hello', '1')).rejects.toThrow(ApiRequestError);
  expect(journal()).toMatchObject([{ fault: 'after reset', tookEffect: false, status: 403 }]);
});

test('reads fail by their route’s name', async () => {
  built.world.faults.plan({ side: 'x', call: 'GET /2/users/:id/mentions', when: 'before', how: 'status' });
  expect((await refusal(built.client().v2.userMentionTimeline(library.id))).code).toBe(503);
});
