import { Redis } from 'ioredis';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/redis-process.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { keptLog } from '../queue/open-queue.js';
import { ana } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const notSaved = "I couldn't save that. Nothing was sent; copy your words and try again in a minute.";
const words = 'Yes Maya, until eight.';

let redis: OwnRedis;
let healthPort: number;
let kept: ReturnType<typeof keptLog>;
beforeEach(async () => {
  redis = await startOwnRedis();
  onTestFinished(() => redis.close());
  kept = keptLog();
  healthPort = await freePort();
  await openScene({
    redisUrl: redis.url,
    mayLoseBooks: true,
    env: { HEALTH_PORT: String(healthPort) },
    overrides: { log: kept.log, timings: { dependencyCheckMs: 50 } },
  });
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Are you open tonight?');
  await scene.press(ana, 'Maya Ortiz', 'Answer');
  await hands.type(ana, words);
});

async function configure(...[command = '', ...args]: string[]): Promise<void> {
  const client = new Redis(redis.url);
  await client.call(command, ...args);
  client.disconnect();
}

async function health(path = '/'): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${healthPort}${path}`);
  return `${response.status} ${(await response.text()).trim()}`;
}

const at = () => `Redis at ${new URL(redis.url).host} (REDIS_URL)`;
/** What the log says beyond that the desk started, and of what goes well. */
const said = () =>
  kept.lines
    .filter(
      ({ action, everyMs, level }) => action === undefined && everyMs === undefined && Number(level) >= 30,
    )
    .map(({ msg, error }) => [msg, error].join(''));

describe.each<[string, () => Promise<void>, () => Promise<void>, string]>([
  [
    'away',
    () => redis.stop(),
    () => redis.restart(),
    "can't be reached (ECONNREFUSED). Start it, or correct the address.",
  ],
  [
    'full',
    () => configure('CONFIG', 'SET', 'maxmemory', '1kb'),
    () => configure('CONFIG', 'SET', 'maxmemory', '0'),
    'is full (maxmemory 1.00K). Give it more memory.',
  ],
  [
    'read-only',
    () => configure('REPLICAOF', '127.0.0.1', '1'),
    () => configure('REPLICAOF', 'NO', 'ONE'),
    "is a read-only copy of 127.0.0.1:1. Use the primary's address.",
  ],
])('while Redis is %s', (_what, begins, ends, line) => {
  it('people are told that nothing was saved, the log says it once, and afterwards all goes on', async () => {
    const before = said().length;
    await begins();
    await expect.poll(said).toContain(`${at()} ${line}`);
    // Whoever asks from outside learns no address.
    expect(await health()).toBe('503 Redis (REDIS_URL) is not well; the log says why.');
    expect(await health('/readyz')).toMatch(
      /^503 Redis \(REDIS_URL\) is not well; .*\nSlack: 2 connections/su,
    );
    expect(await health('/metrics')).toContain('greeting_desk_problems 1');
    expect(await health('/healthz')).toBe('200 ok');
    const sent = await scene.slack('submit', { user: ana });
    expect(sent).toMatchObject({ acked: true, closed: false });
    expect(Object.values(sent.errors as object)).toEqual([notSaved]);
    const { ts } = await scene.card('Maya Ortiz');
    const press = { user: ana, channel: 'x-desk', ts, action_id: 'more', option: 'No reply needed' };
    expect(await scene.slack('press', press)).toMatchObject({ acked: true });
    await expect.poll(() => hands.told(ana)).toBe(notSaved);

    await ends();
    await expect.poll(said).toContain(`${at()} is well again.`);
    // One that comes back may have to load first.
    const lines = said()
      .slice(before)
      .filter((one) => !one.includes('is still loading'));
    expect(lines).toEqual([`${at()} ${line}`, `${at()} is well again.`]);
    expect(await health()).toBe('200 ok');
    expect((await hands.submit(ana)).errors).toBeUndefined();
    await scene.pass(60_000);
    expect(scene.published(words)).toHaveLength(1);
  });
});
