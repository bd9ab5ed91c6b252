import { afterEach, beforeEach, expect, it } from 'vitest';
import { aCard } from '../build.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { aPrefix, type OpenStore, openStore } from './open-store.js';

let redis: OwnRedis;
let store: OpenStore;
beforeEach(async () => {
  redis = await startOwnRedis();
  store = await openStore(aPrefix(), redis.url);
});
afterEach(async () => {
  await store.close();
  await redis.close();
});

const write = () => store.cards.change(aCard().id, () => ({ next: aCard(), result: 'saved' }));

it('a write that was given up while Redis stood still does not happen when it goes on', async () => {
  await store.cards.get(aCard().id);
  const written = store.cards.change(aCard().id, () => {
    redis.freeze();
    return { next: aCard(), result: 'saved' };
  });
  await expect(written).rejects.toThrow('Command timed out');
  redis.thaw();
  expect(await store.cards.get(aCard().id)).toBeUndefined();
  expect(await write()).toBe('saved');
});

it('a write that waits for Redis to come back in time happens once', async () => {
  const stopped = redis.stop();
  const written = write().catch(() => 'given up');
  await stopped;
  await redis.restart();
  expect((await written) === 'saved' ? 'saved' : await write()).toBe('saved');
  expect(await store.redis.hget(store.keys.card(aCard().id), 'rev')).toBe('1');
});

it('a command that was given up before the connection stood is not sent when it does', async () => {
  redis.freeze();
  store.redis.disconnect(true);
  const put = store.due.put({ job: 'show', id: 'mention-1-1', at: 0 });
  await expect(put).rejects.toThrow('Command timed out');
  redis.thaw();
  await expect.poll(() => store.redis.ping().catch(() => 'not yet')).toBe('PONG');
  expect(await store.redis.exists(store.keys.due)).toBe(0);
});
