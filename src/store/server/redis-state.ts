import { Redis, type RedisOptions } from 'ioredis';
import type { RedisAddress } from '../../core/redis-address.js';
import { readAddress } from '../redis.js';
import { plainAnswer } from './plain-answer.js';
import {
  awayPrimaryFinding,
  faultFinding,
  isHangUp,
  isRedisError,
  isReplica,
  plainPortFinding,
  type RedisFinding,
  readInfo,
  type ServerReply,
  serverFindings,
} from './redis-findings.js';
import { measureRedis, type RedisMeasures } from './redis-measure.js';

/** How long connecting and each command may take (ms). */
const lookTimeoutMs = 1_500;

/** A server, which messages call `name`, looked at closely. */
export interface ExaminedRedis extends ServerReply, RedisMeasures {
  readonly name: string;
}

export interface RedisState {
  /** What Redis is called in messages: where it is, and which setting says so. */
  readonly name: string;
  /** What is wrong with Redis now: whether it can be reached, can be written to, and keeps what it gets. Never throws. */
  look(): Promise<readonly RedisFinding[]>;
  /** The server, or each primary of a cluster that answers: what it says of itself, and how fast it is. Rejects when it can't be reached. */
  examine(): Promise<readonly ExaminedRedis[]>;
  /** Closes the connections. */
  end(): void;
}

/** Connects to the node at `host:port`, or to the one server there is. Throws the reason, which ioredis only emits. */
type Connect = (at: string) => Promise<Redis>;

/**
 * Reads the state of the Redis at `url`, over connections of its own that give up at once. Keys begin with `prefix`. Throws
 * RangeError for a `url` that is no address of a Redis. `now` is this machine's clock (Unix ms).
 */
export function createRedisState(url: string, prefix: string, now: () => number = Date.now): RedisState {
  const place = readAddress(url);
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

  async function connectToOne(): Promise<Redis> {
    const client = await connect('');
    // The library goes on with another database when there is none of this number.
    const database = databaseOf(url);
    if (database > 0) await client.select(database);
    return client;
  }

  function disconnect(): void {
    for (const client of connected.values()) client.disconnect();
    connected.clear();
  }

  async function look(): Promise<readonly RedisFinding[]> {
    const isFresh = connected.size === 0;
    try {
      if (place.kind === 'cluster') return await clusterFindings(name, place.nodes.map(addressOf), connect);
      const client = await connectToOne();
      const seen = await readServer(client, `${prefix}:look`);
      // A primary that became a replica keeps its connections; the next look connects to the new primary.
      if (isReplica(seen)) disconnect();
      return serverFindings(name, seen);
    } catch (error) {
      disconnect();
      // A broken connection doesn't say why; the attempt to make another one does.
      if (!isFresh) return look();
      return [await explain(name, place, error instanceof Error ? error : new Error(String(error)))];
    }
  }

  async function examine(): Promise<readonly ExaminedRedis[]> {
    const key = `${prefix}:look`;
    if (place.kind === 'single') {
      const client = await connectToOne();
      return [{ name, ...(await readServer(client, key)), ...(await measureRedis(client, prefix, now)) }];
    }
    const primaries = await primariesOf(await connectToAny(place.nodes.map(addressOf), connect));
    const answering = primaries.filter(({ isDead }) => !isDead);
    return Promise.all(
      answering.map(async ({ address }) => {
        const client = await connect(address);
        const seen = { ...(await readPrimary(client)), ...(await measureRedis(client, prefix, now)) };
        return { name: primaryName(name, address), ...seen };
      }),
    );
  }

  return { name, look, examine, end: disconnect };
}

/** What is wrong with a Redis that could not be looked at. A plain connection tells what the library does not. */
async function explain(name: string, place: RedisAddress, error: Error): Promise<RedisFinding> {
  if (place.kind !== 'single' || isRedisError(error)) return faultFinding(name, error);
  const { hostname, port, protocol } = new URL(place.url);
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || usualPort) };
  if (protocol === 'rediss:') {
    const answer = await plainAnswer(at, lookTimeoutMs, 'PING');
    return /^[+-]/.test(answer ?? '') ? plainPortFinding(name) : faultFinding(name, error);
  }
  const answer = isHangUp(error) ? await plainAnswer(at, lookTimeoutMs) : undefined;
  return faultFinding(name, answer?.startsWith('-') ? new Error(answer.slice(1)) : error);
}

/** The number of the database at the end of a URL; 0, which every Redis has, where there is none. */
const databaseOf = (url: string): number => Number(new URL(url).pathname.slice(1));

const usualPort = 6379;

const addressOf = ({ host, port }: { readonly host: string; readonly port: number }) => `${host}:${port}`;

function clientFor(place: RedisAddress, at: string): Redis {
  const options = {
    lazyConnect: true,
    retryStrategy: () => null,
    // A server that is still loading its data is asked, too.
    enableReadyCheck: false,
    maxRetriesPerRequest: 0,
    connectTimeout: lookTimeoutMs,
    commandTimeout: lookTimeoutMs,
  } satisfies RedisOptions;
  if (place.kind !== 'cluster') return new Redis(place.url, options);
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
 * A server's INFO, and whether it accepts a write; the key that is written expires at once. Both travel in one pipeline,
 * so that a server cannot become a replica between the two.
 */
async function readServer(redis: Redis, key: string): Promise<ServerReply> {
  const [info, written, fsync] =
    (await redis.pipeline().info().set(key, '', 'PX', 1).config('GET', 'appendfsync').exec()) ?? [];
  if (info?.[0]) throw info[0];
  return {
    info: readInfo(String(info?.[1])),
    refused: written?.[0] ?? undefined,
    appendfsync: settingOf(fsync?.[1]),
  };
}

/** What CONFIG GET answered; some hosts let nobody ask. */
const settingOf = (answer: unknown): string | undefined =>
  Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : undefined;

/** What is wrong with a cluster as a whole and with each of its primaries; `addresses` are those of some of its nodes. */
async function clusterFindings(
  name: string,
  addresses: readonly string[],
  connect: Connect,
): Promise<readonly RedisFinding[]> {
  const client = await connectToAny(addresses, connect);
  const state = String(await client.call('CLUSTER', 'INFO'));
  const primaries = await primariesOf(client);
  const found = (await Promise.all(primaries.map((one) => primaryFindings(one, name, connect)))).flat();
  const isWhole = state.includes('cluster_state:ok') && state.includes('cluster_slots_fail:0');
  return isWhole || found.length > 0 ? found : [faultFinding(name, new Error('CLUSTERDOWN'))];
}

interface Primary {
  readonly address: string;
  /** The other nodes agree that it is down. */
  readonly isDead: boolean;
}

/** A connection to the first node that answers; throws the reason of the last one when none does. */
async function connectToAny(addresses: readonly string[], connect: Connect): Promise<Redis> {
  let reason: unknown = new Error('no node');
  for (const address of addresses) {
    try {
      return await connect(address);
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

const primariesOf = async (client: Redis): Promise<readonly Primary[]> =>
  primariesIn(String(await client.call('CLUSTER', 'NODES')));

/** The primaries that have slots. A line of CLUSTER NODES is: id address@bus flags primary ping pong epoch link slots … */
function primariesIn(nodes: string): readonly Primary[] {
  return nodes.split('\n').flatMap((line) => {
    const [, address = '', flags = '', , , , , , ...slots] = line.trim().split(' ');
    const words = flags.split(',');
    const primary = { address: address.replace(/@.*$/, ''), isDead: words.includes('fail') };
    return words.includes('master') && slots.length > 0 ? [primary] : [];
  });
}

async function primaryFindings(
  { address, isDead }: Primary,
  name: string,
  connect: Connect,
): Promise<readonly RedisFinding[]> {
  if (isDead) return [awayPrimaryFinding(name, address)];
  const primary = primaryName(name, address);
  try {
    return serverFindings(primary, await readPrimary(await connect(address)));
  } catch (error) {
    const isAnswer = error instanceof Error && isRedisError(error);
    return [isAnswer ? faultFinding(primary, error) : awayPrimaryFinding(name, address)];
  }
}

const primaryName = (cluster: string, address: string): string => `${cluster}, its primary ${address},`;

/** The same of a primary, which is not asked to write: a key of ours may belong to another one. */
async function readPrimary(client: Redis): Promise<ServerReply> {
  const info = readInfo(await client.info());
  const fsync = await client.config('GET', 'appendfsync').catch(() => undefined);
  return { info, appendfsync: settingOf(fsync) };
}
