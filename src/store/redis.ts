import { createHash } from 'node:crypto';
import { Cluster, type Command, Redis } from 'ioredis';
import { parseRedisAddress, type RedisAddress, redisAddressForms } from '../core/redis-address.js';
import type { Logger } from '../log.js';

/** A connection to one server, or to all nodes of a cluster. */
export type Store = Redis | Cluster;

/** How long to wait before the next attempt to connect (ms): short at first, never more than a second. */
const retryStrategy = (times: number) => Math.min(50 * 2 ** Math.min(times, 5), 1000);

/**
 * How long a command may take before the person is told that nothing was saved (ms). Slack wants its ack within 3 s, and a
 * press reads before it writes.
 */
export const commandTimeoutMs = 1_200;

/**
 * How long a connection may be silent before it is made again (ms): after a failover nobody may be at its other end. For
 * the desk's records this is longer than any command may take; a worker of the queue waits up to 10 s for its next job.
 */
const socketTimeoutMs = { store: 5_000, queue: 15_000 };

/** A primary that became a replica keeps its connections; a new connection leads to the new primary. */
const isDemoted = ({ message }: Error): boolean => message.startsWith('READONLY');

/** ioredis's value for: connect again, and send the refused command over the new connection. */
const reconnectAndResend = 2;

/** How often a command may be sent on to another node of a cluster: a moving slot needs two, a failover takes seconds. */
const maxRedirections = 6;

/**
 * A connection for the desk's records. It fails fast, so that no person waits for a Redis that is down. Throws RangeError
 * for a bad `url`.
 */
export function connectStore(url: string, log: Logger): Store {
  const place = readAddress(url);
  const options = {
    commandTimeout: commandTimeoutMs,
    maxRetriesPerRequest: 1,
    socketTimeout: socketTimeoutMs.store,
  };
  const connection =
    place.kind === 'cluster'
      ? new StoreCluster([...place.nodes], {
          ...clusterOptions(place, options),
          maxRedirections,
          lazyConnect: true,
        })
      : new StoreRedis(place.url, {
          ...options,
          retryStrategy,
          reconnectOnError: isDemoted,
          lazyConnect: true,
        });
  return logErrors(withDigests(connection), log);
}

/** A connection for BullMQ, whose workers wait for Redis as long as it takes. Throws RangeError for a bad `url`. */
export function connectQueue(url: string, log: Logger): Store {
  const place = readAddress(url);
  const options = { maxRetriesPerRequest: null, socketTimeout: socketTimeoutMs.queue };
  return logErrors(
    place.kind === 'cluster'
      ? new Cluster([...place.nodes], clusterOptions(place, options))
      : new Redis(place.url, {
          ...options,
          retryStrategy,
          reconnectOnError: (error) => isDemoted(error) && reconnectAndResend,
        }),
    log,
  );
}

/** The address of a Redis in `url`. Throws RangeError when there is none. */
export function readAddress(url: string): RedisAddress {
  const place = parseRedisAddress(url);
  if (!place) throw new RangeError(`No address of a Redis; allowed: ${redisAddressForms}.`);
  return place;
}

function clusterOptions<Options extends object>(
  { username, password, tls }: RedisAddress & { readonly kind: 'cluster' },
  options: Options,
) {
  return {
    clusterRetryStrategy: retryStrategy,
    redisOptions: {
      ...options,
      ...(username ? { username } : {}),
      ...(password ? { password } : {}),
      ...(tls ? { tls: {} } : {}),
    },
  };
}

/**
 * ioredis keeps commands while it connects again, and repeats those whose reply was lost. A command that has timed out is
 * not sent: somebody was told that nothing was saved.
 */
class StoreRedis extends Redis {
  override sendCommand(...[command, stream]: Parameters<Redis['sendCommand']>) {
    return hasTimedOut(command) ? command.promise : super.sendCommand(command, stream);
  }
}

class StoreCluster extends Cluster {
  override sendCommand(...[command, stream, node]: Parameters<Cluster['sendCommand']>) {
    if (hasTimedOut(command)) return command.promise;
    // ioredis starts the timeout of a cluster's command only when it sends it to a node.
    command.setTimeout(commandTimeoutMs);
    return super.sendCommand(command, stream, node);
  }
}

const hasTimedOut = (command: Command): boolean => 'isSettled' in command && command.isSettled === true;

type RunScript = (script: string, ...words: readonly (string | number | Buffer)[]) => Promise<unknown>;

/**
 * The connection, whose `eval` sends a script by its digest, and whole only to a Redis that does not know it, as after a restart
 * or a failover. A script that is unknown has done nothing.
 */
function withDigests<Connection extends Store>(redis: Connection): Connection {
  const whole = redis.eval.bind(redis) as RunScript;
  const byDigest = redis.evalsha.bind(redis) as RunScript;
  const run: RunScript = async (script, ...words) => {
    try {
      return await byDigest(digestOf(script), ...words);
    } catch (fault) {
      if (!isUnknownScript(fault)) throw fault;
      return whole(script, ...words);
    }
  };
  return Object.assign(redis, { eval: run });
}

/** Whether Redis does not know the script, or lets this user send whole scripts alone. */
const isUnknownScript = (fault: unknown): boolean =>
  fault instanceof Error && /^(?:NOSCRIPT|NOPERM)/u.test(fault.message);

const digests = new Map<string, string>();

/** The digest by which Redis knows a script. The program has some thirty of them, which never change. */
function digestOf(script: string): string {
  const digest = digests.get(script) ?? createHash('sha1').update(script).digest('hex');
  digests.set(script, digest);
  return digest;
}

/** Errors of connections go to the debug log alone: redis-state.ts finds an outage, which is announced once. */
function logErrors<Connection extends Store>(redis: Connection, log: Logger): Connection {
  redis.on('error', (error: Error) => log.debug({ error: error.message }, 'Redis'));
  return redis;
}
