import { Queue } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import type { Notices } from '../errors.js';
import type { Logger } from '../log.js';
import { queueName, queuePrefix } from './catalog.js';

/** The one queue of all desks. `prefix` keeps deployments apart that share a Redis. */
export function createQueue(
  connection: Redis | Cluster,
  prefix: string,
  log: Logger,
  notices: Notices = () => false,
): Queue {
  const queue = new Queue(queueName, { connection, prefix: queuePrefix(prefix), skipVersionCheck: true });
  queue.on('error', (error) => {
    if (!notices(error)) log.warn({ error: error.message }, 'queue');
  });
  return queue;
}

/** How many jobs wait, run, or wait to run again. */
export async function pendingJobs(queue: Queue): Promise<number> {
  const counts = await queue.getJobCounts('active', 'waiting', 'delayed', 'prioritized');
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
