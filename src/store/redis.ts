import { Cluster, type Command, Redis } from 'ioredis';
import type { DueEntry } from '../core/due/due-entries.js';
import { type RedisPlace, readRedisPlace, redisAddresses } from '../core/redis-address.js';
import type { Logger } from '../log.js';

/** A connection to one server, or to all nodes of a cluster. */
export type Store = Redis | Cluster;

/** Waits between reconnects: soon back after a restart, never more than a second (ms). */
const retryStrategy = (times: number) => Math.min(50 * 2 ** Math.min(times, 5), 1000);

/**
 * How long a command may take before the person is told that nothing was saved (ms): Slack wants its ack within 3 s, and
 * a press reads before it writes.
 */
export const commandTimeoutMs = 1_200;

/**
 * A connection over which no answer comes for so long has nobody at its other end, as after a failover: it is made again
 * (ms). For the desk's own records longer than any command may take; a worker waits up to 10 s for its next job.
 */
const socketTimeoutMs = { store: 5_000, queue: 15_000 };

/** A primary that became a copy keeps its connections; a new one leads to whoever is the primary by then. */
const isDemoted = ({ message }: Error): boolean => message.startsWith('READONLY');

/** For ioredis: what a copy did not take is sent over the new connection. */
const reconnectAndResend = 2;

/** How often a cluster sends a command on: a slot that moves needs two, a replica takes seconds to take over. */
const maxRedirections = 6;

/** A connection for the desk's own records: fails fast, so that nobody waits for a storage that is down. */
export function connectStore(url: string, log: Logger): Store {
  const place = parsePlace(url);
  const options = {
    commandTimeout: commandTimeoutMs,
    maxRetriesPerRequest: 1,
    socketTimeout: socketTimeoutMs.store,
  };
  return logErrors(
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
        }),
    log,
  );
}

/** A connection for BullMQ, whose workers wait for Redis as long as it takes. */
export function connectQueue(url: string, log: Logger): Store {
  const place = parsePlace(url);
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

function parsePlace(url: string): RedisPlace {
  const place = readRedisPlace(url);
  if (!place) throw new RangeError(`No address of a Redis; allowed: ${redisAddresses}.`);
  return place;
}

function clusterOptions<Options extends object>(
  { username, password, tls }: RedisPlace & { readonly kind: 'cluster' },
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
 * Commands wait while a connection is made again, and are sent again when their reply was lost. One that was given up
 * meanwhile is not: somebody was told that nothing was saved.
 */
class StoreRedis extends Redis {
  override sendCommand(...[command, stream]: Parameters<Redis['sendCommand']>) {
    return hasTimedOut(command) ? command.promise : super.sendCommand(command, stream);
  }
}

class StoreCluster extends Cluster {
  override sendCommand(...[command, stream, node]: Parameters<Cluster['sendCommand']>) {
    if (hasTimedOut(command)) return command.promise;
    // By itself it begins to count only when a node has got the command.
    command.setTimeout(commandTimeoutMs);
    return super.sendCommand(command, stream, node);
  }
}

const hasTimedOut = (command: Command): boolean => 'isSettled' in command && command.isSettled === true;

/** That it is away is said by whoever looks at its condition, once. */
function logErrors<Connection extends Store>(redis: Connection, log: Logger): Connection {
  redis.on('error', (error: Error) => log.debug({ error: error.message }, 'Redis'));
  return redis;
}

/** The names of one desk's keys: one hash tag a desk, so that its scripts run on a cluster too. */
export function deskKeys(prefix: string, desk: string) {
  const tag = `{${prefix}:${desk}}`;
  return {
    card: (id: string) => `${tag}:card:${id}`,
    panel: (id: string) => `${tag}:panel:${id}`,
    due: `${tag}:due`,
    waiting: `${tag}:waiting`,
    /** Cards with a holder, by the holder's id. */
    held: (person: string) => `${tag}:held:${person}`,
    /** Open cards of one conversation. */
    conversation: (id: string) => `${tag}:conversation:${id}`,
    /** All cards of one person, by their newest act. */
    patron: (id: string) => `${tag}:patron:${id}`,
    /** All cards, by their newest act. */
    recent: `${tag}:recent`,
    /** Panels of one series that cards may join. */
    panels: (series: string) => `${tag}:panels:${series}`,
    /** Cards that a panel shows: all, and those that are open. */
    inPanel: (id: string) => `${tag}:in-panel:${id}`,
    automatedInPanel: (id: string) => `${tag}:automated-in-panel:${id}`,
    openInPanel: (id: string) => `${tag}:open-in-panel:${id}`,
    settings: `${tag}:settings`,
    /** What others keep: the channel's members, a rota's feed. */
    snapshots: `${tag}:copies`,
    /** Whose App Homes are kept up to date, and what they show. */
    homes: `${tag}:homes`,
    /** When each poll last ended well. */
    polled: `${tag}:polled`,
    /** Which boot of Redis the desk has recovered from, and when it was last at work. */
    boot: `${tag}:boot`,
    /** What stood in Slack already when a new boot was recovered from, and no record knew. */
    found: `${tag}:found`,
    /** Which threads were read under which boot, while it is being recovered from. */
    readThreads: `${tag}:read-threads`,
    /** Cards whose answer is on its way. */
    underway: `${tag}:underway`,
    ledger: (month: string) => `${tag}:ledger:${month}`,
    /** What was billed on a UTC day. */
    billed: (day: string) => `${tag}:billed:${day}`,
    /** Counters that end by themselves. */
    count: (name: string) => `${tag}:count:${name}`,
    posts: `${tag}:posts`,
    /** What we posted in the last 90 days: by id, and by time. */
    saidTexts: `${tag}:said-texts`,
    saidTimes: `${tag}:said-times`,
    slot: `${tag}:slot`,
    watermarks: `${tag}:watermarks`,
    followers: `${tag}:followers`,
  };
}

export type DeskKeys = ReturnType<typeof deskKeys>;

export const dueMember = ({ job, id }: Pick<DueEntry, 'job' | 'id'>): string => `${job}:${id}`;
