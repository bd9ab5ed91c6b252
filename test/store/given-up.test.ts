import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Panel } from '../../src/core/board/panel.js';
import { type DeskSettings, emptySettings } from '../../src/core/desk/desk-settings.js';
import { panelId } from '../../src/core/ids.js';
import { aCard, ana, carla, tuesday } from '../build.js';
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

const pause = { by: carla, at: tuesday, reason: 'statement coming' };
const note = { text: 'Central closes at 16:00', by: carla, at: tuesday, until: tuesday + 1 };
const cover = { id: '1', whose: ana, fromMs: tuesday, toMs: tuesday + 1, askedBy: ana, askedAt: tuesday };
const said: Panel = {
  id: panelId('notice-1'),
  format: 1,
  kind: 'notice',
  version: 1,
  startedAt: 1,
  closed: true,
};

/** Each writes, with `meanwhile` between its read and its write, and says whether that is stored. */
const writes: readonly [string, (meanwhile: () => void) => Promise<unknown>, () => Promise<boolean>][] = [
  [
    'a card',
    (meanwhile) =>
      store.cards.change(aCard().id, () => {
        meanwhile();
        return { next: aCard(), result: 'saved' };
      }),
    async () => (await store.cards.get(aCard().id)) !== undefined,
  ],
  [
    'a panel',
    (meanwhile) =>
      store.panels.change(said.id, () => {
        meanwhile();
        return { next: said, result: 'saved' };
      }),
    async () => (await store.panels.get(said.id)) !== undefined,
  ],
  setting('a pause', { pause }),
  setting('a note', { notes: [note] }),
  setting('a cover', { covers: [{ ...cover, version: 1, told: 0 }] }),
];

function setting(what: string, set: Partial<DeskSettings>): (typeof writes)[number] {
  return [
    what,
    (meanwhile) =>
      store.settings.change((settings) => {
        meanwhile();
        return { next: { ...settings, ...set }, result: 'saved' };
      }),
    async () => {
      const hasPause = (await store.redis.hexists(store.keys.settings, 'pause')) === 1;
      return hasPause || !isDeepStrictEqual(await store.settings.get(), emptySettings);
    },
  ];
}

it.each(writes)(
  '%s that was given up while Redis stood still is not there when it goes on',
  async (_what, write, isStored) => {
    await store.redis.ping();
    await expect(write(redis.freeze)).rejects.toThrow('Command timed out');
    redis.thaw();
    expect(await isStored()).toBe(false);
    expect(await store.redis.zcard(store.keys.due)).toBe(0);
    expect(await write(() => {})).toBe('saved');
    expect(await isStored()).toBe(true);
  },
);

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
