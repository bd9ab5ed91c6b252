import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { pino } from 'pino';
import { timings } from '../../src/core/timings.js';
import type { Homes } from '../../src/ports/homes.js';
import type { OurPosts } from '../../src/ports/our-posts.js';
import type { Cards, Copies, Due, Ledger, Panels, Recovery, Settings, Watermarks } from '../../src/ports.js';
import { createCards } from '../../src/store/cards.js';
import { createCopies } from '../../src/store/copies.js';
import { createDue } from '../../src/store/due.js';
import { createHomes } from '../../src/store/homes.js';
import { createLedger } from '../../src/store/ledger.js';
import { createOurPosts } from '../../src/store/our-posts.js';
import { createPanels } from '../../src/store/panels.js';
import { createRecovery } from '../../src/store/recovery.js';
import { connectStore, type DeskKeys, deskKeys } from '../../src/store/redis.js';
import { createSettings } from '../../src/store/settings.js';
import { createWatermarks } from '../../src/store/watermarks.js';
import { aDesk } from '../build.js';

export const silent = pino({ level: 'silent' });

export function redisUrl(): string {
  const url = process.env.REDIS_URL;
  if (!url) throw new Error('REDIS_URL is not set: these tests need a Redis. `npm test` brings one.');
  return url;
}

export const aPrefix = () => `test-${randomUUID()}`;

export interface OpenStore {
  readonly prefix: string;
  readonly redis: Redis;
  readonly keys: DeskKeys;
  readonly cards: Cards;
  readonly panels: Panels;
  readonly settings: Settings;
  readonly copies: Copies;
  readonly homes: Homes;
  readonly ourPosts: OurPosts;
  readonly ledger: Ledger;
  readonly due: Due;
  readonly recovery: Recovery;
  readonly watermarks: Watermarks;
  close(): Promise<void>;
}

/** The desk's own records in Redis, recovered, over a connection of their own; one prefix, one desk. */
export async function openStore(
  prefix = aPrefix(),
  url = redisUrl(),
  { recovered = true } = {},
): Promise<OpenStore> {
  const redis = connectStore(url, silent);
  await redis.connect();
  const keys = deskKeys(prefix, 'central');
  const recovery = createRecovery(redis, keys);
  const needed = await recovery.needed();
  if (needed && recovered) await recovery.done(needed.boot, 0);
  return {
    prefix,
    redis,
    keys,
    cards: createCards(redis, keys, timings, aDesk()),
    panels: createPanels(redis, keys),
    settings: createSettings(redis, keys),
    copies: createCopies(redis, keys),
    homes: createHomes(redis, keys),
    ourPosts: createOurPosts(redis, keys),
    ledger: createLedger(redis, keys),
    due: createDue(redis, keys, timings),
    recovery,
    watermarks: createWatermarks(redis, keys),
    close: async () => {
      const left = await redis.keys(`{${prefix}:*`);
      if (left.length > 0) await redis.unlink(...left);
      redis.disconnect();
    },
  };
}
