import type { Redis } from 'ioredis';

/** How a server answers now. What it lets nobody ask is undefined. */
export interface RedisMeasures {
  /** The median of a few round trips (ms). */
  readonly pingMs: number;
  /** The median of a few scripts that write, with what the server does before it says that it wrote (ms). */
  readonly writeMs?: number | undefined;
  /** How far its clock is ahead of this machine's (ms); negative when it is behind. */
  readonly aheadMs?: number | undefined;
}

/** One alone may meet a moment in which the disk is busy. */
const pings = 5;
const writes = 3;

/** KEYS: a key of nobody's. It is gone at once. */
const writeLua = `redis.call('SET', KEYS[1], '', 'PX', 1) return 1`;

/** With fewer than this many tries, hardly any node of a cluster of a dozen stays without a key. */
const mostKeys = 100;

/** Measures a server by commands that leave nothing behind; keys begin with `prefix`, and `now` is this machine's clock (Unix ms). */
export async function measureRedis(redis: Redis, prefix: string, now: () => number): Promise<RedisMeasures> {
  const pingMs = await medianOf(pings, () => redis.ping());
  return { pingMs, writeMs: await writeDuration(redis, prefix), aheadMs: await aheadBy(redis, now) };
}

/** Undefined where the server takes no such write: its findings say why. */
async function writeDuration(redis: Redis, prefix: string): Promise<number | undefined> {
  for (let n = 0; n < mostKeys; n += 1) {
    try {
      return await medianOf(writes, () => redis.eval(writeLua, 1, `${prefix}:measure:${n}`));
    } catch (error) {
      // This key belongs to another node of the cluster.
      if (!(error instanceof Error && error.message.startsWith('MOVED'))) return undefined;
    }
  }
  return undefined;
}

async function aheadBy(redis: Redis, now: () => number): Promise<number | undefined> {
  const before = now();
  const time = await redis.time().catch(() => undefined);
  if (!time) return undefined;
  const [seconds, micros] = time;
  return Number(seconds) * 1000 + Number(micros) / 1000 - (before + now()) / 2;
}

async function medianOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const durations: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    await work();
    durations.push(performance.now() - begun);
  }
  return durations.toSorted((a, b) => a - b)[count >> 1] ?? 0;
}
