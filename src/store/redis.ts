import { type Command, Redis } from 'ioredis';
import type { Logger } from '../log.js';

/** Waits between reconnects: soon back after a restart, never more than a second (ms). */
const retryStrategy = (times: number) => Math.min(50 * 2 ** Math.min(times, 5), 1000);

/**
 * How long a command may take before the person is told that nothing was saved (ms): Slack wants its ack within 3 s, and
 * a press reads before it writes.
 */
export const commandTimeoutMs = 1_200;

/** A connection for the desk's own records: fails fast, so that nobody waits for a storage that is down. */
export function connectStore(url: string, log: Logger): Redis {
  return watched(
    new StoreRedis(url, {
      retryStrategy,
      commandTimeout: commandTimeoutMs,
      maxRetriesPerRequest: 1,
      lazyConnect: true,
    }),
    log,
  );
}

/**
 * Commands wait while a connection is made again, and are sent again when their reply was lost. One that was given up
 * meanwhile is not: somebody was told that nothing was saved.
 */
class StoreRedis extends Redis {
  override sendCommand(...[command, stream]: Parameters<Redis['sendCommand']>) {
    return isGivenUp(command) ? command.promise : super.sendCommand(command, stream);
  }
}

const isGivenUp = (command: Command): boolean => 'isSettled' in command && command.isSettled === true;

/** A connection for BullMQ, whose workers wait for Redis as long as it takes. */
export function connectQueue(url: string, log: Logger): Redis {
  return watched(new Redis(url, { retryStrategy, maxRetriesPerRequest: null }), log);
}

/** That it is away is said by whoever looks at its condition, once. */
function watched(redis: Redis, log: Logger): Redis {
  redis.on('error', (error) => log.debug({ error: error.message }, 'Redis'));
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
    /** All cards, by their newest act. */
    recent: `${tag}:recent`,
    /** Panels of one series that cards may join. */
    panels: (series: string) => `${tag}:panels:${series}`,
    /** Cards that a panel shows: all, and those that are open. */
    inPanel: (id: string) => `${tag}:in-panel:${id}`,
    openInPanel: (id: string) => `${tag}:open-in-panel:${id}`,
    settings: `${tag}:settings`,
    /** What others keep: the channel's members, a rota's feed. */
    copies: `${tag}:copies`,
    /** Whose App Homes are kept up to date, and what they show. */
    homes: `${tag}:homes`,
    /** Which boot of Redis the desk has recovered from, and when it was last at work. */
    boot: `${tag}:boot`,
    /** What stood in Slack already when a new boot was recovered from, and no record knew. */
    found: `${tag}:found`,
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
