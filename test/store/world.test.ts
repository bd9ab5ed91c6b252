import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pause } from '../../src/core/card/card.js';
import { type DueEntry, recoverEntry } from '../../src/core/due/due-entries.js';
import { timings } from '../../src/core/due/timings.js';
import { boot as asBoot, cardId, token } from '../../src/core/ids.js';
import type { Recovery } from '../../src/ports/recovery.js';
import { deskKeys } from '../../src/store/keys.js';
import { aCard, carla, minutes, tuesday } from '../build.js';
import { aCardIn } from '../core/card/card-in.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { type RedisProxy, startRedisProxy } from '../fakes/redis-proxy.js';
import { keysOf } from './connect.js';
import { aPrefix, type OpenStore, openStore } from './open-store.js';

describe('a pause that is set between the read and the write of a card', () => {
  let redis: OwnRedis;
  let proxy: RedisProxy;
  let store: OpenStore;
  beforeAll(async () => {
    redis = await startOwnRedis();
    proxy = await startRedisProxy(redis.url);
    store = await openStore(aPrefix(), proxy.url);
  });
  afterAll(async () => {
    await store.close();
    await proxy.close();
    await redis.close();
  });

  it('makes the step run again, with the pause', async () => {
    const other = await openStore(store.prefix, redis.url);
    const pause: Pause = { by: carla, at: tuesday, reason: 'statement coming' };
    proxy.before('ZREM', () =>
      other.settings.change((settings) => ({ next: { ...settings, pause }, result: undefined })),
    );
    const seen: unknown[] = [];
    await store.cards.change(aCard().id, (_card, world) => {
      seen.push(world.pause);
      return { next: aCard(), result: undefined };
    });
    expect(seen).toEqual([undefined, pause]);
    await other.close();
  });
});

describe('under a boot that nobody recovered from', () => {
  let redis: OwnRedis;
  let store: OpenStore;
  beforeAll(async () => {
    redis = await startOwnRedis();
  });
  afterAll(() => redis.close());
  beforeEach(async () => {
    store = await openStore(aPrefix(), redis.url);
  });
  afterEach(() => store.close());

  const take = (now: number) => store.due.take(now, minutes(1), 10);
  const poll: DueEntry = { job: 'poll', id: 'mentions', at: tuesday };
  const jobs = async (now: number) => (await take(now)).map(({ job }) => job);
  const neededBoot = async (recovery: Recovery) => (await recovery.needed())?.boot ?? asBoot('none');

  it('only the recovery is due: after calls that were under way have ended, to one taker, and again when that one died', async () => {
    await store.due.put(poll);
    await take(tuesday - 1);
    await redis.restart();
    expect(await jobs(tuesday)).toEqual([]);
    const due = tuesday + timings.recoverAfterMs;
    expect(await jobs(due - 1)).toEqual([]);
    expect((await Promise.all([jobs(due), jobs(due), jobs(due)])).flat()).toEqual(['recover']);
    expect(await jobs(due + minutes(1) - 1)).toEqual([]);
    expect(await jobs(due + minutes(1))).toEqual(['recover']);
    await store.recovery.done(await neededBoot(store.recovery), due);
    expect(await jobs(due)).toEqual(['poll']);
    expect(await store.recovery.needed()).toBeUndefined();
  });

  it('a message without a record is kept until it is forgotten, or another one is kept in its place', async () => {
    const { recovery } = store;
    const message = { of: cardId('mention-1-2'), key: 'card', token: token('t'), ts: '17.1' };
    const next = { ...message, token: token('u'), ts: '17.2' };
    await recovery.keep(message);
    expect(await recovery.kept()).toEqual([message]);
    await recovery.keep(next);
    await recovery.forget(message);
    expect(await recovery.found(message.of, message.key)).toEqual(next);
    await recovery.forget(next);
    expect(await recovery.kept()).toEqual([]);
  });

  it('what a person does is written, and says that nothing may leave', async () => {
    const worldOf = () => store.cards.change(aCard().id, (_, world) => ({ next: aCard(), result: world }));
    expect(await worldOf()).not.toHaveProperty('unread');
    await redis.restart();
    expect(await worldOf()).toMatchObject({ unread: 'channel' });
    expect(await store.cards.get(aCard().id)).toEqual(aCard());
  });

  it('once the channel was read all that is due comes again, and only X waits for the rest', async () => {
    await store.due.put(poll);
    await take(tuesday - 1);
    await redis.restart();
    const due = tuesday + timings.recoverAfterMs;
    await take(tuesday);
    expect(await jobs(due)).toEqual(['recover']);
    await store.recovery.channelRead(await neededBoot(store.recovery));
    expect(await jobs(due)).toEqual(['poll']);
    expect(await jobs(due + minutes(1))).toEqual(['recover']);
    const world = await store.cards.change(aCard().id, (_, now) => ({ next: aCard(), result: now }));
    expect(world).toMatchObject({ unread: 'timeline' });
    expect(await store.recovery.needed()).toMatchObject({ unread: 'timeline', aliveAt: tuesday - 1 });
    await store.recovery.done(await neededBoot(store.recovery), due);
    expect(await store.recovery.needed()).toBeUndefined();
  });

  it('a recovery that is put down again when it is done does not come', async () => {
    await redis.restart();
    await take(tuesday);
    await store.recovery.done(await neededBoot(store.recovery), tuesday);
    await store.due.put({ ...recoverEntry, at: tuesday });
    expect(await jobs(tuesday + minutes(1))).toEqual([]);
    expect(await store.redis.zcard(store.keys.due)).toBe(0);
  });

  it('a recovery that another boot overtook does not count', async () => {
    await redis.restart();
    const boot = await neededBoot(store.recovery);
    await redis.restart();
    await store.recovery.channelRead(boot);
    await store.recovery.done(boot, tuesday);
    expect(await store.recovery.needed()).toMatchObject({ unread: 'channel' });
  });

  it('it is known when the desk was last at work, and recovering does not change that before it is done', async () => {
    await take(tuesday);
    await take(tuesday + minutes(3));
    await redis.restart();
    await take(tuesday + minutes(8));
    await redis.restart();
    await take(tuesday + minutes(9));
    expect(await store.recovery.needed()).toMatchObject({ aliveAt: tuesday + minutes(3) });
  });

  it('at the very first start there is nothing to wait for', async () => {
    const prefix = aPrefix();
    const first = await openStore(prefix, redis.url, { recovered: false });
    expect(await first.recovery.needed()).not.toHaveProperty('aliveAt');
    expect(await first.due.take(tuesday, minutes(1), 10)).toEqual([
      { job: 'recover', id: 'desk', at: tuesday },
    ]);
    await first.close();
  });

  it('which threads were read is known for one boot, until its channel was read', async () => {
    await redis.restart();
    const [thread, boot] = ['1795516920.000001', await neededBoot(store.recovery)];
    expect(await store.recovery.hasRead(thread, boot)).toBe(false);
    await store.recovery.read(thread, boot);
    expect(await store.recovery.hasRead(thread, boot)).toBe(true);
    expect(await store.recovery.hasRead(thread, asBoot('another'))).toBe(false);
    await store.recovery.channelRead(boot);
    expect(await store.redis.exists(store.keys.readThreads)).toBe(0);
  });

  it('a message without a record is kept until its record is made, and not for ever', async () => {
    const of = cardId('mention-5001-2001');
    const message = { of, key: 'card', token: token('t'), ts: '1795516920.000001' };
    await store.recovery.keep(message);
    await store.recovery.keep(message);
    expect(await store.recovery.found(of, 'card')).toEqual(message);
    expect(await store.recovery.found(of, 'line-5001')).toBeUndefined();
    expect(await store.redis.ttl(store.keys.found)).toBeGreaterThan(0);
  });
});

describe('the keys of a desk', () => {
  const names = (keys: ReturnType<typeof deskKeys>) =>
    Object.values(keys).map((key) => (typeof key === 'string' ? key : key('x')));

  it('all carry its one hash tag, and no other desk shares one', () => {
    const central = names(deskKeys('greeting-desk', 'central'));
    expect(central.every((key) => key.startsWith('{greeting-desk:central}:'))).toBe(true);
    expect(new Set(central).size).toBe(central.length);
    expect(names(deskKeys('greeting-desk', 'branch')).some((key) => central.includes(key))).toBe(false);
  });

  it('that lists leave behind are none, and those that count end by themselves', async () => {
    const store = await openStore();
    await store.cards.change(aCard().id, () => ({ next: aCardIn('claimed'), result: undefined }));
    await store.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }));
    await store.cards.change(aCard().id, () => ({ next: aCardIn('sent'), result: undefined }));
    await store.due.count('pings', minutes(1));
    await store.ledger.charge({ call: 'c', priceMicroUsd: 1, count: 1, resources: ['post:1'], at: tuesday });
    const left = await keysOf(store.redis, `{${store.prefix}:*`);
    const short = (key: string) => key.slice(key.indexOf('}:') + 2);
    const lasting = new Map<string, boolean>();
    for (const key of left) lasting.set(short(key), (await store.redis.ttl(key)) === -1);
    expect(Object.fromEntries(lasting)).toMatchObject({
      'count:pings': false,
      'ledger:2026-11': false,
      'billed:2026-11-24': false,
    });
    const kept = [...lasting].flatMap(([key, lasts]) => (lasts ? [key] : []));
    expect(kept.sort()).toEqual([
      'boot',
      'card:mention-5001-2001',
      'due',
      'handle:maya_reads',
      'in-state:sent',
      'kept',
      'patron:2001',
      'posts',
      'recent',
    ]);
    await store.close();
  });
});

it('a counter begins anew when its time is over', async () => {
  const store = await openStore();
  expect([await store.due.count('a', 30), await store.due.count('a', 30)]).toEqual([1, 2]);
  await expect.poll(() => store.redis.exists(store.keys.count('a'))).toBe(0);
  expect(await store.due.count('a', 30)).toBe(1);
  await store.close();
});
