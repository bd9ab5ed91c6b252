import { Redis } from 'ioredis';
import { type Finding, faultFinding, findingsOf, readInfo } from './findings.js';

/** How long a look may take (ms). */
const lookTimeoutMs = 1_500;

export interface StoreCondition {
  /** What Redis is called in messages: where it is, and which setting says so. */
  readonly name: string;
  /** Looks at Redis now: whether it is there, may be written to, and keeps what it gets. Never throws. */
  look(): Promise<readonly Finding[]>;
  end(): void;
}

/** Looks at the Redis at a URL over a connection of its own, which gives up at once where the others go on trying. */
export function createCondition(url: string, prefix: string): StoreCondition {
  const name = `Redis at ${new URL(url).host} (REDIS_URL)`;
  let connected: Redis | undefined;

  async function connect(): Promise<Redis> {
    const client = new Redis(url, {
      lazyConnect: true,
      retryStrategy: () => null,
      // One that is still loading answers too.
      enableReadyCheck: false,
      maxRetriesPerRequest: 0,
      connectTimeout: lookTimeoutMs,
      commandTimeout: lookTimeoutMs,
    });
    let reason: Error | undefined;
    client.on('error', (error) => {
      reason = error;
    });
    client.on('end', () => {
      if (connected === client) connected = undefined;
    });
    await client.connect().catch((error: Error) => {
      client.disconnect();
      // What it says itself is only that the connection is closed.
      throw reason ?? error;
    });
    return client;
  }

  async function look(): Promise<readonly Finding[]> {
    const before = connected;
    try {
      connected ??= await connect();
      const info = readInfo(await connected.info());
      return findingsOf(name, { info, refused: await write(connected, `${prefix}:look`) });
    } catch (error) {
      connected?.disconnect();
      connected = undefined;
      // A connection that breaks doesn't say why; making another one does.
      return before
        ? look()
        : [faultFinding(name, error instanceof Error ? error : new Error(String(error)))];
    }
  }

  return { name, look, end: () => connected?.disconnect() };
}

/** Why a write is refused, if it is; the key is gone at once. */
const write = (redis: Redis, key: string): Promise<Error | undefined> =>
  redis.set(key, '', 'PX', 1).then(
    () => undefined,
    (error: Error) => error,
  );
