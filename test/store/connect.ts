import { Cluster } from 'ioredis';
import { pino } from 'pino';
import { connectStore, type Store } from '../../src/store/redis.js';

export const silent = pino({ level: 'silent' });

/** The Redis of this run: one server, or a cluster. */
export function redisUrl(): string {
  const url = process.env.REDIS_URL;
  if (!url) throw new Error('REDIS_URL is not set: these tests need a Redis. `npm test` brings one.');
  return url;
}

/** Connects at the first command. */
export const connect = (url = redisUrl()): Store => connectStore(url, silent);

/** The keys of a pattern, on all nodes. */
export async function keysOf(store: Store, pattern: string): Promise<string[]> {
  // A cluster's nodes are known once it is connected.
  await store.ping();
  const nodes = store instanceof Cluster ? store.nodes('master') : [store];
  return (await Promise.all(nodes.map((node) => node.keys(pattern)))).flat();
}
