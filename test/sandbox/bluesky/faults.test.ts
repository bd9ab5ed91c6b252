import { beforeEach, expect, test } from 'vitest';
import { built, type Client, useBluesky } from './build.js';

useBluesky();

const collection = 'app.bsky.feed.post';
const call = `POST com.atproto.repo.putRecord`;
let library: Client;
beforeEach(async () => {
  library = await built.signIn();
});
const put = () =>
  library.put(collection, '3lbo6vcuc222a', { text: 'hello', createdAt: '2026-11-28T10:00:00.000Z' });
const stands = () => (built.act('timeline', { handle: 'centrallibrary' }).posts as unknown[]).length === 1;
const entries = () => built.world.journal.read().filter(({ kind }) => kind === call);

test('before: the call never takes effect', async () => {
  built.world.faults.plan({ side: 'bluesky', call, when: 'before', how: 'reset' });
  await expect(put()).rejects.toThrow();
  expect(stands()).toBe(false);
  expect(entries()).toMatchObject([{ tookEffect: false, fault: 'before reset', text: 'hello' }]);
  expect((await put()).status).toBe(200);
});

test('after: it took effect, and the caller does not know', async () => {
  built.world.faults.plan({ side: 'bluesky', call, when: 'after', how: 'status', status: 504, body: 'late' });
  await expect(put()).rejects.toThrow();
  expect(stands()).toBe(true);
  expect(entries()).toMatchObject([{ tookEffect: true, changed: true, fault: 'after status' }]);
  expect((await put()).body.commit).toBeUndefined();
});

test('late: it takes effect when the caller has given up, and changes nothing that stands there by then', async () => {
  const fault = { side: 'bluesky', call, when: 'late', how: 'reset', lateMs: 60_000 } as const;
  built.world.faults.plan(fault);
  await expect(put()).rejects.toThrow();
  expect(stands()).toBe(false);
  expect((await put()).status).toBe(200);
  built.pass(60_000);
  await expect.poll(() => entries().length).toBe(3);
  expect(entries().at(-1)).toMatchObject({ tookEffect: true, changed: false, fault: 'late reset' });
});

test('a call that Bluesky does not have can have no fault', () => {
  const plan = () =>
    built.world.faults.plan({ side: 'bluesky', call: 'POST /2/tweets', when: 'before', how: 'reset' });
  expect(plan).toThrow(
    "bluesky has no call 'POST /2/tweets'. There is: POST com.atproto.server.createSession,",
  );
});
