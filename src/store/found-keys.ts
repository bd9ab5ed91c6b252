import { Cluster } from 'ioredis';
import type { Store } from './redis.js';

/** The keys that begin so, without that beginning; each may come twice. Reads all keys: for what happens seldom. */
export async function* foundKeys(redis: Store, begin: string): AsyncIterable<string> {
  const nodes = redis instanceof Cluster ? redis.nodes('master') : [redis];
  const match = `${begin.replace(/[*?[\]\\]/gu, '\\$&')}*`;
  for (const node of nodes) {
    for await (const found of node.scanStream({ match, count: 500 })) {
      for (const key of found as string[]) yield key.slice(begin.length);
    }
  }
}
