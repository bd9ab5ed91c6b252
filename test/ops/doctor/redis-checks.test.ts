import { rm } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Check } from '../../../src/core/doctor/check.js';
import { redisChecks } from '../../../src/ops/doctor/redis-checks.js';
import { createRedisState } from '../../../src/store/server/redis-state.js';
import { type OwnRedis, startOwnRedis } from '../../fakes/own-redis.js';

let redis: OwnRedis;
let client: Redis;
beforeAll(async () => {
  redis = await startOwnRedis({ options: ['--appendfsync', 'always', '--enable-debug-command', 'local'] });
  client = new Redis(redis.url);
});
afterAll(async () => {
  client.disconnect();
  await redis.close();
});

/** What doctor says of the Redis, by a clock that may be another one. */
async function examine(url = redis.url, now: () => number = Date.now): Promise<readonly Check[]> {
  const state = createRedisState(url, 'test', now);
  try {
    return await redisChecks(state);
  } finally {
    state.end();
  }
}

/** The lines that are not fine: on a busy machine a write may be slow. */
const odd = (checks: readonly Check[]) =>
  checks.filter(({ id, mark }) => mark !== 'ok' && id !== 'redis.latency');

/** What is odd while a setting has another value. */
async function whileSet(setting: string, value: string): Promise<readonly Check[]> {
  const [, before = ''] = (await client.config('GET', setting)) as string[];
  await client.config('SET', setting, value);
  try {
    return odd(await examine());
  } finally {
    await client.config('SET', setting, before);
  }
}

describe('a Redis', () => {
  it('that is fine has a line for each thing looked at, and nothing is left in it', async () => {
    const checks = await examine();
    expect(checks.map(({ id }) => id)).toEqual([
      'redis.reached',
      'redis.version',
      'redis.role',
      'redis.policy',
      'redis.memory',
      'redis.appendonly',
      'redis.appendfsync',
      'redis.disk',
      'redis.latency',
      'redis.clock',
    ]);
    expect(odd(checks)).toEqual([]);
    expect(checks[1]?.found).toMatch(/^(?:Redis|Valkey) \d+\.\d+\.\d+\.$/u);
    await expect.poll(() => client.dbsize()).toBe(0);
  });

  it('that is away is said to be in the words that the log has, and nothing else is said of it', async () => {
    const away = await startOwnRedis();
    await away.close();
    const host = new URL(away.url).host;
    expect(await examine(away.url)).toEqual([
      {
        id: 'redis.reached',
        mark: 'wrong',
        found: `Redis at ${host} (REDIS_URL) can't be reached (ECONNREFUSED).`,
        fix: 'Start it, or correct the address.',
      },
    ]);
  });

  it.each([
    ['maxmemory-policy', 'allkeys-lru', 'redis.policy', 'wrong', 'Set maxmemory-policy noeviction.'],
    ['maxmemory', '1kb', 'redis.memory', 'wrong', 'Give it more memory.'],
    ['appendonly', 'no', 'redis.appendonly', 'wrong', 'Set appendonly yes and appendfsync always.'],
    ['appendfsync', 'everysec', 'redis.appendfsync', 'note', 'Set appendfsync always.'],
    ['appendfsync', 'no', 'redis.appendfsync', 'wrong', 'Set appendfsync always.'],
  ])('with %s %s is said to have it, and what to set', async (setting, value, id, mark, fix) => {
    expect(await whileSet(setting, value)).toMatchObject([{ id, mark, fix }]);
  });

  it('that is full has no other line about writing, and no advice on rights', async () => {
    await client.config('SET', 'maxmemory', '1kb');
    const checks = await examine().finally(() => client.config('SET', 'maxmemory', '0'));
    expect(checks.map(({ id }) => id)).not.toContain('redis.latency');
  });

  it('that has used most of its memory is worth a thought', async () => {
    const used = Number(/used_memory:(\d+)/u.exec(await client.info('memory'))?.[1]);
    expect(await whileSet('maxmemory', String(Math.round(used * 1.2)))).toMatchObject([
      { id: 'redis.memory', mark: 'note', fix: 'Give it more memory before it is full.' },
    ]);
  });

  it('that is a copy of another is no place to write to', async () => {
    await client.call('REPLICAOF', '127.0.0.1', '1');
    const [one, ...more] = odd(await examine());
    await client.call('REPLICAOF', 'NO', 'ONE');
    expect([one?.id, one?.mark, one?.fix, more]).toEqual([
      'redis.role',
      'wrong',
      "Use the primary's address.",
      [],
    ]);
  });

  it('whose clock is more than two seconds away from ours is wrong, and which way', async () => {
    const apart = async (ms: number) => odd(await examine(redis.url, () => Date.now() + ms));
    expect(await apart(1_500)).toEqual([]);
    const [ahead] = await apart(-60_000);
    const [behind] = await apart(60_000);
    expect(ahead).toMatchObject({ id: 'redis.clock', mark: 'wrong' });
    expect(ahead?.found).toContain("its clock is 60 seconds ahead of this machine's");
    expect(behind?.found).toContain("its clock is 60 seconds behind this machine's");
  });

  it('that lets nobody ask for its settings leaves open how it writes to its disk, and nothing else', async () => {
    await client.call('ACL', 'SETUSER', 'host', 'on', '>secret', '~*', '&*', '+@all', '-config');
    const url = redis.url.replace('//', '//host:secret@');
    expect(odd(await examine(url))).toMatchObject([{ id: 'redis.appendfsync', mark: 'unknown' }]);
    await client.call('ACL', 'SETUSER', 'host', '-eval', '-time');
    expect((await examine(url)).filter(({ mark }) => mark !== 'ok')).toMatchObject([
      { id: 'redis.appendfsync', mark: 'unknown' },
      { id: 'redis.latency', mark: 'unknown' },
      { id: 'redis.clock', mark: 'unknown' },
    ]);
  });

  it('whose last write to its disk failed is said to have no room there', async () => {
    const other = await startOwnRedis({ options: ['--appendfsync', 'always', '--appendonly', 'yes'] });
    const own = new Redis(other.url);
    await rm(other.folder, { recursive: true });
    await own.bgsave();
    await expect
      .poll(async () => /rdb_last_bgsave_status:(\w+)/u.exec(await own.info('persistence'))?.[1])
      .toBe('err');
    const found = odd(await examine(other.url));
    own.disconnect();
    await other.close();
    expect(found).toMatchObject([{ id: 'redis.disk', mark: 'wrong' }]);
  });
});

it('a cluster has a line for all of its servers together', async () => {
  const cluster = await startOwnRedis({ cluster: true, options: ['--appendfsync', 'always'] });
  const url = cluster.url.replace('redis:', 'redis+cluster:');
  const fine = await examine(url);
  const own = new Redis(cluster.url);
  await own.config('SET', 'maxmemory-policy', 'volatile-lru');
  const wrong = await examine(url);
  own.disconnect();
  await cluster.close();
  expect(odd(fine)).toEqual([]);
  expect(fine.map(({ id }) => id)).toContain('redis.latency');
  expect(odd(wrong)).toMatchObject([{ id: 'redis.policy', mark: 'wrong' }]);
  expect(odd(wrong)[0]?.found).toContain(', its primary ');
});

describe('how fast it is', () => {
  const server = { name: 'Redis', info: new Map(), aheadMs: 0 };
  const measured = async (pingMs: number, writeMs: number) => {
    const checks = await redisChecks({
      name: 'Redis',
      look: async () => [],
      examine: async () => [{ ...server, pingMs, writeMs }],
    });
    return checks.find(({ id }) => id === 'redis.latency')?.mark;
  };

  it.each([
    [0.2, 5, 'ok'],
    [0.2, 40, 'note'],
    [40, 5, 'note'],
    [0.2, 400, 'wrong'],
  ])('with %d ms for a round trip and %d ms for a write', async (pingMs, writeMs, mark) => {
    expect(await measured(pingMs, writeMs)).toBe(mark);
  });
});
