import { Redis } from 'ioredis';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/redis-process.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { type RedisProxy, startRedisProxy } from '../fakes/redis-proxy.js';
import { ana } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const words = 'Yes Maya, until eight.';

let primary: OwnRedis;
let copy: OwnRedis;
/** The name by which the desk knows its Redis: what it leads to may change. */
let name: RedisProxy;
let healthPort: number;
beforeEach(async () => {
  [primary, copy] = await Promise.all([startOwnRedis(), startOwnRedis()]);
  onTestFinished(async () => void (await Promise.all([primary.close(), copy.close()])));
  await follow(copy, primary);
  name = await startRedisProxy(primary.url);
  onTestFinished(() => name.close());
  healthPort = await freePort();
  await openScene({
    redisUrl: name.url,
    mayLoseBooks: true,
    env: { HEALTH_PORT: String(healthPort) },
    overrides: { timings: { dependencyCheckMs: 50 } },
  });
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Are you open tonight?');
  await scene.press(ana, 'Maya Ortiz', 'Answer');
  await hands.type(ana, words);
});

/** One server becomes the copy of another, and has all that it has; of none, it is a primary. */
async function follow(server: OwnRedis, other?: OwnRedis): Promise<void> {
  const client = new Redis(server.url);
  if (!other) {
    await client.replicaof('NO', 'ONE');
  } else {
    const { hostname, port } = new URL(other.url);
    await client.replicaof(hostname, Number(port));
    const isWhole = async () => (await client.info('replication')).includes('master_link_status:up');
    await expect.poll(isWhole, { timeout: 10_000 }).toBe(true);
  }
  client.disconnect();
}

/** What the primary has, the copy has too: what it had not yet copied would be lost. */
async function copied(): Promise<void> {
  const client = new Redis(primary.url);
  await client.set('copied', '1');
  expect(await client.wait(1, 20_000)).toBe(1);
  client.disconnect();
}

async function health(): Promise<string> {
  return (await (await fetch(`http://127.0.0.1:${healthPort}`)).text()).trim();
}

it.each<[string, () => Promise<void>]>([
  ['the old primary serves its connections on, as a copy', () => follow(primary, copy)],
  ['the old primary is gone without a word', async () => name.swallow()],
])(
  'after a failover the desk goes on with the new primary by itself: %s',
  async (_what, fails) => {
    await copied();
    await follow(copy);
    name.leadTo(copy.url);
    await fails();
    await expect.poll(goesOn, { timeout: 60_000, interval: 100 }).toBe('ok');
    expect((await hands.submit(ana)).errors).toBeUndefined();
    await scene.pass(60_000);
    expect(scene.published(words)).toHaveLength(1);
    await scene.mention('leo_b', 'Leo Brandt', '@centrallibrary Is the lift working?');
    expect(await hands.shown('Leo Brandt')).toContain('Is the lift working?');
  },
  120_000,
);

/** What health says once nothing is left to do, or why there is. */
async function goesOn(): Promise<string> {
  try {
    await scene.due();
    await scene.app.idle();
    return await health();
  } catch (error) {
    return String(error);
  }
}
