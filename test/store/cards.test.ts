import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timings } from '../../src/core/due/timings.js';
import { slackUserId } from '../../src/core/ids.js';
import { act } from '../../src/flows/act.js';
import { createCards } from '../../src/store/document-kinds.js';
import { connectStore } from '../../src/store/redis.js';
import { aCard, aDesk, carla } from '../build.js';
import { aCardIn } from '../core/card/card-in.js';
import { fakeClock } from '../fakes/clock.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { type RedisProxy, startRedisProxy } from '../fakes/redis-proxy.js';
import { aPrefix, type OpenStore, openStore, silent } from './open-store.js';

/** Stands only in the script that writes a card. */
const writing = 'ZREM';

describe('one card, many people', () => {
  it('fifty people press it at once: one holds it, and forty-nine are told who', async () => {
    const prefix = aPrefix();
    const processes = await Promise.all(Array.from({ length: 5 }, () => openStore(prefix)));
    const [first] = processes;
    if (!first) throw new Error('five processes');
    const card = aCard();
    await first.cards.change(card.id, () => ({ next: card, result: undefined }));
    const presses = Array.from({ length: 50 }, (_, n) => {
      const who = {
        kind: 'staff',
        id: slackUserId(`U${n}`),
        lead: false,
        trainee: false,
        xSignIn: true,
      } as const;
      const { cards } = processes[n % processes.length] ?? first;
      return act({ cards, clock: fakeClock() }, card.id, { do: 'claim' }, who);
    });
    const results = await Promise.all(presses);
    const stored = await first.cards.get(card.id);
    const told = results.filter((result) => 'refused' in result);
    expect(told).toHaveLength(49);
    for (const refusal of told) expect(refusal).toMatchObject({ refused: 'taken', by: stored?.holder?.id });
    expect(stored).toMatchObject({ state: 'claimed', version: 2 });
    expect(stored?.history).toHaveLength(1);
    await Promise.all(processes.map(({ close }) => close()));
  });
});

describe('a card of another format', () => {
  it('is not touched, and the message says what was found', async () => {
    const store = await openStore();
    const { id } = aCard();
    const foreign = JSON.stringify({ ...aCard(), format: 7 });
    await store.redis.hset(store.keys.card(id), { rev: '1', doc: foreign });
    const message = `Card ${id} has format 7; this version reads format 2.`;
    await expect(store.cards.get(id)).rejects.toThrow(message);
    const change = store.cards.change(id, () => ({ next: aCard(), result: undefined }));
    await expect(change).rejects.toThrow(message);
    expect(await store.redis.hget(store.keys.card(id), 'doc')).toBe(foreign);
    await store.close();
  });
});

describe('a reply that is lost', () => {
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

  it('makes the write come twice and count once', async () => {
    const card = aCard();
    await store.cards.change(card.id, () => ({ next: card, result: undefined }));
    const clock = fakeClock();
    const carlas = { kind: 'staff', id: carla, lead: true, trainee: false, xSignIn: true } as const;
    proxy.loseReplyTo(writing);
    const result = await act({ cards: store.cards, clock }, card.id, { do: 'claim' }, carlas);
    expect(result).toMatchObject({ card: { state: 'claimed', holder: { id: carla } } });
    expect(proxy.faults).toBe(1);
    expect(await store.redis.hget(store.keys.card(card.id), 'rev')).toBe('2');
    expect(await store.cards.get(card.id)).toMatchObject({ version: 2 });
  });
});

describe('after a restart of Redis', () => {
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

  it('a write that was under way sees the new boot, and nothing that was stored is lost', async () => {
    const card = aCardIn('sending');
    await store.cards.change(card.id, () => ({ next: card, result: undefined }));
    const boots: string[] = [];
    proxy.before(writing, redis.restart);
    const seen = await store.cards.change(card.id, (now, { boot }) => {
      boots.push(boot);
      return { next: now && { ...now, version: 9 }, result: now };
    });
    expect(seen).toEqual(card);
    expect(new Set(boots).size).toBe(2);
    expect(boots).toHaveLength(2);
    expect(await store.cards.get(card.id)).toEqual({ ...card, version: 9 });
  });

  it('a connection that was there before goes on', async () => {
    const connection = connectStore(redis.url, silent);
    await connection.connect();
    const cards = createCards(connection, store.keys, timings, aDesk());
    const card = aCardIn('claimed');
    await redis.restart();
    await cards.change(card.id, () => ({ next: card, result: undefined }));
    expect(await cards.get(card.id)).toEqual(card);
    connection.disconnect();
  });
});
