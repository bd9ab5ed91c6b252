import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import type { Job } from '../core/due/due-entries.js';

/** One queue for all desks. Its prefix is one hash tag, so that it runs on a cluster. */
export const queueName = 'desk-jobs';
export const queuePrefix = (prefix: string) => `{${prefix}}`;

/** What a job carries: everything else is read from the store when it runs. `id` is a card's or a poll's. */
export const payload = z.object({ desk: z.string().min(1), id: z.string().min(1) });
export type Payload = z.infer<typeof payload>;

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
