import { type JobsOptions, Queue } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import * as z from 'zod';
import type { Job } from '../core/due/due-entries.js';
import type { IsKnownIncident } from '../errors.js';
import type { Logger } from '../log.js';

/** The one queue of all desks. `prefix` keeps deployments apart that share a Redis. */
export function createQueue(
  connection: Redis | Cluster,
  prefix: string,
  log: Logger,
  isKnownIncident: IsKnownIncident = () => false,
): Queue {
  const queue = new Queue(queueName, {
    connection,
    prefix: queuePrefix(prefix),
    skipVersionCheck: true,
    // Nobody listens to them, and an error among them may say too much.
    streams: { events: { maxLen: 0 } },
  });
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
  // Polls come seldom and go before all that waits: nobody's flood of acts holds up what another desk reads.
  lifo: job === 'poll',
});
