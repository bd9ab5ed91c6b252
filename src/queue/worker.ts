import { type Job as QueueJob, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { type Job, type Poll, polls } from '../core/due-entries.js';
import { cardId } from '../core/ids.js';
import { Busy } from '../errors.js';
import { deliver } from '../flows/send.js';
import { settle } from '../flows/settle.js';
import { show } from '../flows/show.js';
import { watch } from '../flows/watch.js';
import type { Logger } from '../log.js';
import type { Ports } from '../ports.js';
import { payload, queueName, queuePrefix } from './catalog.js';

const flows: Record<Exclude<Job, 'poll'>, (ports: Ports, id: ReturnType<typeof cardId>) => Promise<void>> = {
  show,
  send: deliver,
  settle,
};

/** How many jobs run at once in one process: they mostly wait for Slack and X. */
const concurrency = 16;

export interface WorkerOptions {
  readonly connection: Redis;
  readonly prefix: string;
  readonly desks: ReadonlyMap<string, Ports>;
  readonly log: Logger;
  /** Told after each poll that ended well. */
  readonly polled: (desk: string, poll: Poll) => void;
}

/** Runs the desk's jobs. A failed one is logged and comes back from the due list; none of them carries meaning itself. */
export function createWorker({ connection, prefix, desks, log, polled }: WorkerOptions): Worker {
  const worker = new Worker(queueName, (job) => run(job, desks, polled), {
    connection,
    prefix: queuePrefix(prefix),
    concurrency,
    autorun: false,
    // A killed worker's jobs run again after at most this, however often it happens: they are safe to repeat.
    lockDuration: 15_000,
    stalledInterval: 5_000,
    maxStalledCount: 1_000,
  });
  worker.on('failed', (job, error) =>
    log.error({ job: job?.name, ...job?.data, error: error.message }, 'job failed'),
  );
  worker.on('error', (error) => log.warn({ error: error.message }, 'worker'));
  return worker;
}

async function run(
  job: QueueJob,
  desks: WorkerOptions['desks'],
  polled: WorkerOptions['polled'],
): Promise<void> {
  const { desk, id } = payload.parse(job.data);
  const ports = desks.get(desk);
  if (!ports) throw new Error(`Job for desk '${desk}', which this process does not serve.`);
  const name = job.name as Job;
  if (name !== 'poll') return flows[name](ports, cardId(id));
  const poll = polls.find((one) => one === id);
  if (!poll) throw new Error(`No poll '${id}'. There are: ${polls.join(', ')}.`);
  await pollOrWait(ports, poll);
  polled(desk, poll);
}

/** X's "wait until" moves the next poll; anything else is tried again. */
async function pollOrWait(ports: Ports, poll: Poll): Promise<void> {
  try {
    await watch(ports, poll);
  } catch (fault) {
    if (!(fault instanceof Busy)) throw fault;
    await ports.due.put({ job: 'poll', id: poll, at: fault.retryAt });
  }
}
