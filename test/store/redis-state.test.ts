import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { readInfo, serverFindings } from '../../src/store/redis-findings.js';
import { createCondition, type StoreCondition } from '../../src/store/redis-state.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';

let redis: OwnRedis;
let condition: StoreCondition;
afterEach(async () => {
  condition.end();
  await redis.close();
});

async function start(given: Parameters<typeof startOwnRedis>[0] = {}, url = (own: string) => own) {
  redis = await startOwnRedis(given);
  condition = createCondition(url(redis.url), 'test');
}

async function configure(...words: string[]): Promise<void> {
  const client = new Redis(redis.url);
  await client.call(words[0] ?? '', ...words.slice(1));
  client.disconnect();
}

const at = () => `Redis at ${new URL(redis.url).host} (REDIS_URL)`;
const lines = async () => (await condition.look()).map(({ line }) => line);

describe('a Redis', () => {
  it('that keeps everything has nothing wrong with it, and a look leaves nothing behind', async () => {
    await start();
    expect(await condition.look()).toEqual([]);
    const client = new Redis(redis.url);
    await expect.poll(() => client.dbsize()).toBe(0);
    client.disconnect();
  });

  it('that is away is said to be, and found again when it is back', async () => {
    await start();
    await redis.stop();
    const away = `${at()} can't be reached (ECONNREFUSED). Start it, or correct the address.`;
    expect(await condition.look()).toEqual([{ line: away, serious: true }]);
    await redis.restart();
    expect(await condition.look()).toEqual([]);
    await redis.stop();
    expect(await lines()).toEqual([away]);
  });

  it.each([
    [
      'no password',
      (url: string) => url.replace(':hunter2@', ''),
      'wants a password. Put it into the address.',
    ],
    [
      'a wrong one',
      (url: string) => url.replace('hunter2', 'hunter3'),
      "doesn't take the name and password in the address. Correct them.",
    ],
  ])('that gets %s says so, without it', async (_what, url, said) => {
    await start({ password: 'hunter2' }, url);
    expect(await condition.look()).toEqual([{ line: `${at()} ${said}`, serious: true }]);
  });

  it('that gets the right password is well', async () => {
    await start({ password: 'hunter2' });
    expect(await lines()).toEqual([]);
  });

  it('that becomes a copy of another is read-only', async () => {
    await start();
    expect(await lines()).toEqual([]);
    await configure('REPLICAOF', '127.0.0.1', '1');
    expect(await lines()).toEqual([`${at()} is a read-only copy of 127.0.0.1:1. Use the primary's address.`]);
    await configure('REPLICAOF', 'NO', 'ONE');
    expect(await lines()).toEqual([]);
  });

  it('that is full says how much it may hold', async () => {
    await start();
    await configure('CONFIG', 'SET', 'maxmemory', '1kb');
    expect(await lines()).toEqual([`${at()} is full (maxmemory 1.00K). Give it more memory.`]);
    await configure('CONFIG', 'SET', 'maxmemory', '0');
    expect(await lines()).toEqual([]);
  });

  it('that throws records away when it is full is no place for them, even before it is', async () => {
    await start({ options: ['--maxmemory-policy', 'allkeys-lru'] });
    expect(await condition.look()).toEqual([
      {
        line: `${at()} throws records away when its memory is full (maxmemory-policy allkeys-lru). Set maxmemory-policy noeviction.`,
        serious: true,
      },
    ]);
  });

  it('without an append-only file is a warning', async () => {
    await start();
    await configure('CONFIG', 'SET', 'appendonly', 'no');
    expect(await condition.look()).toEqual([
      {
        line: `${at()} loses its newest records when it ends in a crash (appendonly no). Set appendonly yes and appendfsync always.`,
        serious: false,
      },
    ]);
  });
});

it('a Redis that is still loading is said to be, though it answers', () => {
  const info = readInfo('# Persistence\r\nloading:1\r\nrole:slave\r\n');
  expect(serverFindings('Redis', { info })).toEqual([
    { line: 'Redis is still loading its data. Wait until it has.', serious: true },
  ]);
});
