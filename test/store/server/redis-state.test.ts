import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { readInfo, serverFindings } from '../../../src/store/server/redis-findings.js';
import { createRedisState, type RedisState } from '../../../src/store/server/redis-state.js';
import { type OwnRedis, startOwnRedis } from '../../fakes/own-redis.js';

let redis: OwnRedis;
let condition: RedisState;
afterEach(async () => {
  condition.end();
  await redis.close();
});

async function start(given: Parameters<typeof startOwnRedis>[0] = {}, url = (own: string) => own) {
  redis = await startOwnRedis({ ...given, options: ['--appendfsync', 'everysec', ...(given.options ?? [])] });
  condition = createRedisState(url(redis.url), 'test');
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
    expect(await condition.look()).toMatchObject([{ line: away, serious: true }]);
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
    expect(await condition.look()).toMatchObject([{ line: `${at()} ${said}`, serious: true }]);
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
    expect(await condition.look()).toMatchObject([
      {
        line: `${at()} throws records away when its memory is full (maxmemory-policy allkeys-lru). Set maxmemory-policy noeviction.`,
        serious: true,
      },
    ]);
  });

  it('without a database of the number in the address says so', async () => {
    await start({}, (url) => `${url}/99`);
    expect(await condition.look()).toMatchObject([
      {
        line: `${at()} has no database with the number in the address. Use a smaller one, or leave it out.`,
        serious: true,
      },
    ]);
  });

  it('with one is well', async () => {
    await start({}, (url) => `${url}/3`);
    expect(await lines()).toEqual([]);
  });

  it('that takes no more connections says so', async () => {
    await start();
    const held = new Redis(redis.url);
    await held.config('SET', 'maxclients', '1');
    expect(await condition.look()).toMatchObject([
      {
        line: `${at()} takes no more connections (maxclients). Raise maxclients, or end programs that hold some.`,
        serious: true,
      },
    ]);
    await held.config('SET', 'maxclients', '100');
    held.disconnect();
    expect(await lines()).toEqual([]);
  });

  it('that is asked for TLS at a plain port says so, with a password or without', async () => {
    await start({ password: 'hunter2' }, (url) => url.replace('redis:', 'rediss:'));
    expect(await condition.look()).toMatchObject([
      {
        line: `${at()} speaks no TLS at this port. Write redis:// in the address, or use the port that does.`,
        serious: true,
      },
    ]);
  });

  it('that hangs up may want TLS', async () => {
    await start();
    const closing = createServer((socket) => socket.on('data', () => socket.end()));
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
    const { port } = closing.address() as AddressInfo;
    condition = createRedisState(`redis://127.0.0.1:${port}`, 'test');
    expect(await lines()).toEqual([
      `Redis at 127.0.0.1:${port} (REDIS_URL) closes the connection. If it wants TLS, write rediss:// in the address.`,
    ]);
    closing.close();
  });

  it('that leaves writing to the machine is a warning', async () => {
    await start();
    await configure('CONFIG', 'SET', 'appendfsync', 'no');
    expect(await condition.look()).toMatchObject([
      {
        line: `${at()} may lose half a minute of records when its machine fails (appendfsync no). Set appendfsync always.`,
        serious: false,
      },
    ]);
  });

  it('without an append-only file is a warning', async () => {
    await start();
    await configure('CONFIG', 'SET', 'appendonly', 'no');
    expect(await condition.look()).toMatchObject([
      {
        line: `${at()} loses its newest records when it ends in a crash (appendonly no). Set appendonly yes and appendfsync always.`,
        serious: false,
      },
    ]);
  });
});

it('a Redis that is still loading is said to be, though it answers', () => {
  const info = readInfo('# Persistence\r\nloading:1\r\nrole:slave\r\n');
  expect(serverFindings('Redis', { info })).toMatchObject([
    { line: 'Redis is still loading its data. Wait until it has.', serious: true },
  ]);
});
