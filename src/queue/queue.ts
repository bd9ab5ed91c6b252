import { setTimeout as delay } from 'node:timers/promises';
import { type JobsOptions, Queue } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import { z } from 'zod';
import type { Job } from '../core/due/due-entries.js';
import type { Timings } from '../core/due/timings.js';
import type { IsKnownIncident } from '../errors.js';
import type { Logger } from '../log.js';
import type { Clock, Due } from '../ports/due.js';

/** The one queue of all desks. `prefix` keeps deployments apart that share a Redis. */
export function createQueue(
  connection: Redis | Cluster,
  prefix: string,
  log: Logger,
  isKnownIncident: IsKnownIncident = () => false,
): Queue {
  const queue = new Queue(queueName, { connection, prefix: queuePrefix(prefix), skipVersionCheck: true });
  queue.on('error', (error) => {
    if (!isKnownIncident(error)) log.warn({ error: error.message }, 'queue');
  });
  return queue;
}

/** How many jobs wait, run, or wait to run again. */
export async function pendingJobs(queue: Queue): Promise<number> {
  const counts = await queue.getJobCounts('active', 'waiting', 'delayed', 'prioritized');
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** One queue for all desks. Its prefix is one hash tag, so that it runs on a cluster. */
export const queueName = 'desk-jobs';
/** BullMQ's prefix: one hash tag, so that the queue runs on a cluster. */
export const queuePrefix = (prefix: string) => `{${prefix}}`;

/** What a job carries: everything else is read from the store when it runs. `id` is a card's or a poll's. */
export const payload = z.object({ desk: z.string().min(1), id: z.string().min(1) });
type Payload = z.infer<typeof payload>;

/**
 * Options of a job: the same work waits once, and runs once more when it came up again while running. BullMQ tries once:
 * only the desk's own records know what may be done again, and when; it comes back from the due list.
 */
export const jobOptions = (job: Job, { desk, id }: Payload): JobsOptions => ({
  attempts: 1,
  deduplication: { id: `${desk}/${job}/${id}`, keepLastIfActive: true },
  removeOnComplete: true,
  removeOnFail: true,
});

/** A desk with its due list. */
interface TickingDesk {
  readonly id: string;
  readonly due: Due;
}

/** Moves what is due into the queue. */
interface Tick {
  /** Puts everything that is due now into the queue; says whether nothing was due, and no other tick is running. */
  once(): Promise<'idle' | 'busy'>;
  /** Ticks on until stopped; a tick that fails is logged, and the next one tries again. */
  start(): void;
  stop(): Promise<void>;
}

interface TickOptions {
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'dueLeaseMs' | 'tickMs'>;
  readonly log: Logger;
  readonly isKnownIncident?: IsKnownIncident;
}

/** How much one tick takes from a desk's due list. */
const most = 200;

/** Puts due entries into the queue, time and again. Any number of processes may do it: an entry is taken under a lease. */
export function createTick(
  desks: readonly TickingDesk[],
  queue: Queue,
  { clock, timings, log, isKnownIncident = () => false }: TickOptions,
): Tick {
  const stopped = new AbortController();
  let running = Promise.resolve();

  /** Calls of `once` that have not ended. */
  let underway = 0;
  /** Entries taken since the start. */
  let taken = 0;

  async function once(): Promise<'idle' | 'busy'> {
    const before = taken;
    underway += 1;
    try {
      const each = desks.map(enqueueDue);
      // One desk's list may be away while the others' are there, as in a cluster: they go on, then what failed is said.
      await Promise.allSettled(each);
      await Promise.all(each);
    } finally {
      underway -= 1;
    }
    return taken === before && underway === 0 ? 'idle' : 'busy';
  }

  async function enqueueDue({ id: desk, due }: TickingDesk): Promise<void> {
    const entries = await due.take(clock.now(), timings.dueLeaseMs, most);
    taken += entries.length;
    if (entries.length === 0) return;
    await queue.addBulk(
      entries.map(({ job, id }) => {
        const data = { desk, id };
        return { name: job, data, opts: jobOptions(job, data) };
      }),
    );
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      await once().catch((error: Error): void => {
        if (!isKnownIncident(error)) log.warn({ error: error.message }, 'tick');
      });
      await delay(timings.tickMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  return {
    once,
    start: () => {
      running = run();
    },
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}
