import { Redis, type RedisOptions } from 'ioredis';
import { type RedisPlace, readRedisPlace } from '../core/redis-address.js';
import { lookAtCluster } from './cluster-condition.js';
import { type Finding, faultFinding, findingsOf, isCopy, readInfo, type Seen } from './findings.js';

/** How long a look may take (ms). */
const lookTimeoutMs = 1_500;

export interface StoreCondition {
  /** What Redis is called in messages: where it is, and which setting says so. */
  readonly name: string;
  /** Looks at Redis now: whether it is there, may be written to, and keeps what it gets. Never throws. */
  look(): Promise<readonly Finding[]>;
  end(): void;
}

/** Connects to one server; throws with the reason, which the library only emits. */
export type Connect = (at: string) => Promise<Redis>;

/** Looks at the Redis of a URL over connections of its own, which give up at once where the others go on trying. */
export function createCondition(url: string, prefix: string): StoreCondition {
  const place = readRedisPlace(url);
  if (!place) throw new RangeError('No address of a Redis.');
  const name = `Redis at ${place.where} (REDIS_URL)`;
  const connected = new Map<string, Redis>();

  async function connect(at: string): Promise<Redis> {
    const known = connected.get(at);
    if (known) return known;
    const client = clientFor(place, at);
    let reason: Error | undefined;
    client.on('error', (error) => {
      reason = error;
    });
    client.on('end', () => connected.delete(at));
    await client.connect().catch((error: Error) => {
      client.disconnect();
      throw reason ?? error;
    });
    connected.set(at, client);
    return client;
  }

  function disconnect(): void {
    for (const client of connected.values()) client.disconnect();
    connected.clear();
  }

  async function look(): Promise<readonly Finding[]> {
    const isFresh = connected.size === 0;
    try {
      if (place?.kind === 'cluster') return await lookAtCluster(name, place.nodes.map(addressOf), connect);
      const client = await connect('');
      const seen = await lookAt(client, `${prefix}:look`);
      // What became a copy keeps its connections: the next look sees whom the address leads to by then.
      if (isCopy(seen)) disconnect();
      return findingsOf(name, seen);
    } catch (error) {
      disconnect();
      // A connection that breaks doesn't say why; making another one does.
      if (!isFresh) return look();
      return [faultFinding(name, error instanceof Error ? error : new Error(String(error)))];
    }
  }

  return { name, look, end: disconnect };
}

const addressOf = ({ host, port }: { readonly host: string; readonly port: number }) => `${host}:${port}`;

function clientFor(place: RedisPlace | undefined, at: string): Redis {
  const options = {
    lazyConnect: true,
    retryStrategy: () => null,
    // One that is still loading answers too.
    enableReadyCheck: false,
    maxRetriesPerRequest: 0,
    connectTimeout: lookTimeoutMs,
    commandTimeout: lookTimeoutMs,
  } satisfies RedisOptions;
  if (place?.kind !== 'cluster') return new Redis(place?.url ?? '', options);
  const { tls, username, password } = place;
  const colon = at.lastIndexOf(':');
  return new Redis(Number(at.slice(colon + 1)), at.slice(0, colon), {
    ...options,
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...(tls ? { tls: {} } : {}),
  });
}

/**
 * What a server says of itself and how it takes a write, whose key is gone at once. Sent together they are answered
 * together: a server that becomes another one's copy does so before both or after both.
 */
async function lookAt(redis: Redis, key: string): Promise<Seen> {
  const [info, written] = (await redis.pipeline().info().set(key, '', 'PX', 1).exec()) ?? [];
  if (info?.[0]) throw info[0];
  return { info: readInfo(String(info?.[1])), refused: written?.[0] ?? undefined };
}
