import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { pino } from 'pino';
import { timings } from '../../src/core/timings.js';
import type { Cards, Due, Watermarks } from '../../src/ports.js';
import { createCards } from '../../src/store/cards.js';
import { createDue } from '../../src/store/due.js';
import { connectStore, type DeskKeys, deskKeys } from '../../src/store/redis.js';
import { createWatermarks } from '../../src/store/watermarks.js';

export const silent = pino({ level: 'silent' });

export function redisUrl(): string {
  const url = process.env.REDIS_URL;
  if (!url) throw new Error('REDIS_URL is not set: these tests need a Redis. `npm test` brings one.');
  return url;
}

export const aPrefix = () => `test-${randomUUID()}`;

export interface OpenStore {
  readonly redis: Redis;
  readonly keys: DeskKeys;
  readonly cards: Cards;
  readonly due: Due;
  readonly watermarks: Watermarks;
  close(): Promise<void>;
}

/** The desk's own records in Redis, over a connection of their own; one prefix, one desk. */
export async function openStore(prefix = aPrefix(), url = redisUrl()): Promise<OpenStore> {
  const redis = connectStore(url, silent);
  await redis.connect();
  const keys = deskKeys(prefix, 'central');
  return {
    redis,
    keys,
    cards: createCards(redis, keys, timings),
    due: createDue(redis, keys),
    watermarks: createWatermarks(redis, keys),
    close: async () => {
      const left = await redis.keys(`{${prefix}:*`);
      if (left.length > 0) await redis.unlink(...left);
      redis.disconnect();
    },
  };
}
