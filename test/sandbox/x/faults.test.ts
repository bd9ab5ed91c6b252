import { ApiPartialResponseError, ApiRequestError } from 'twitter-api-v2';
import { expect, test, vi } from 'vitest';
import type { Fault } from '../../../src/sandbox/world/faults.js';
import { built, library, refusal, useX } from './build.js';

useX();

const plan = (fault: Omit<Fault, 'side' | 'call'>) =>
  built.world.faults.plan({ side: 'x', call: 'POST /2/tweets', ...fault });
const published = () => (built.act('timeline', { handle: library.handle }).posts as unknown[]).length - 3;
const post = () => built.client().v2.tweet('hello');
const journal = () => built.journal('POST /2/tweets');

test('a call that is reset before it took effect leaves nothing', async () => {
  plan({ when: 'before', how: 'reset' });
  await expect(post()).rejects.toThrow(ApiRequestError);
  expect(published()).toBe(0);
  expect(journal()).toMatchObject([{ fault: 'before reset', tookEffect: false }]);
  await post();
  expect(published()).toBe(1);
});

test('a call that is reset after it took effect has published', async () => {
  plan({ when: 'after', how: 'reset' });
  await expect(post()).rejects.toThrow(ApiRequestError);
  expect(published()).toBe(1);
  expect(journal()).toMatchObject([{ fault: 'after reset', tookEffect: true, status: 201, text: 'hello' }]);
});

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

test('a call may fail at once and take effect later, once', async () => {
  plan({ when: 'late', how: 'reset', lateMs: 60_000 });
  await expect(post()).rejects.toThrow(ApiRequestError);
  expect(journal()).toMatchObject([{ fault: 'late reset', tookEffect: false }]);
  expect(published()).toBe(0);
  built.world.clock.advance(60_000);
  await vi.waitFor(() => expect(journal()[1]).toMatchObject({ fault: 'late reset', tookEffect: true }));
  expect(published()).toBe(1);
});

test('a refusal under a fault is told apart from an effect', async () => {
  plan({ when: 'after', how: 'reset' });
  await expect(built.client().v2.reply('hello', '1')).rejects.toThrow(ApiRequestError);
  expect(journal()).toMatchObject([{ fault: 'after reset', tookEffect: false, status: 403 }]);
});

test('reads fail by their route’s name', async () => {
  built.world.faults.plan({ side: 'x', call: 'GET /2/users/:id/mentions', when: 'before', how: 'status' });
  expect((await refusal(built.client().v2.userMentionTimeline(library.id))).code).toBe(503);
});
