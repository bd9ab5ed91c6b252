import { type Job as QueueJob, Worker } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import { type Job, type Poll, polls } from '../core/due/due-entries.js';
import type { Timings } from '../core/due/timings.js';
import { cardId, panelId } from '../core/ids.js';
import { Busy, type IsKnownIncident } from '../errors.js';
import { followUp } from '../flows/after/after.js';
import { recover } from '../flows/recover/recover.js';
import { askIfIdle } from '../flows/remind/idle.js';
import { remind } from '../flows/remind/remind.js';
import { closeList, watchShifts } from '../flows/remind/shifts.js';
import { expire, wake } from '../flows/remind/snooze.js';
import { resolveUnknown } from '../flows/send/resolve-unknown.js';
import { deliver } from '../flows/send/send.js';
import { showHomes } from '../flows/show/homes.js';
import { showOpenViews, showPauseInViews } from '../flows/show/open-views.js';
import { showPanel } from '../flows/show/panel.js';
import { show } from '../flows/show/show.js';
import { watchColleagues } from '../flows/team/colleagues.js';
import { tellCovers } from '../flows/team/cover.js';
import { watchOutlook } from '../flows/team/outlook.js';
import { tellPauses } from '../flows/team/pause.js';
import { watchRota } from '../flows/team/rota.js';
import { tellOutages } from '../flows/tell/outages.js';
import { watch } from '../flows/watch/watch.js';
import type { Logger } from '../log.js';
import type { Desks, Ports } from '../ports.js';
import { payload, queueName, queuePrefix } from './queue.js';

const flows: Record<Exclude<Job, 'poll'>, (ports: Ports, id: string, desks: Desks) => Promise<void>> = {
  show: (ports, id) => show(ports, cardId(id)),
  after: (ports, id) => followUp(ports, cardId(id)),
  views: (ports, id) => showOpenViews(ports, cardId(id)),
  send: (ports, id) => deliver(ports, cardId(id)),
  settle: (ports, id) => resolveUnknown(ports, cardId(id)),
  wake: (ports, id) => wake(ports, cardId(id)),
  expire: (ports, id) => expire(ports, cardId(id)),
  panel: (ports, id) => showPanel(ports, panelId(id)),
  covers: (ports) => tellCovers(ports),
  pauses: async (ports) => {
    await showPauseInViews(ports);
    await tellPauses(ports);
  },
  outages: (ports) => tellOutages(ports),
  remind: (ports, id) => remind(ports, cardId(id)),
  idle: (ports, id) => askIfIdle(ports, cardId(id)),
  close: (ports, id) => closeList(ports, panelId(id)),
  home: (ports, _id, desks) => showHomes(ports, desks),
  recover: (ports) => recover(ports),
};

const watchers: Record<Poll, (ports: Ports) => Promise<void>> = {
  mentions: (ports) => watch(ports, 'mentions'),
  followers: (ports) => watch(ports, 'followers'),
  'own-posts': (ports) => watch(ports, 'own-posts'),
  recheck: (ports) => watch(ports, 'recheck'),
  colleagues: watchColleagues,
  rota: watchRota,
  outlook: watchOutlook,
  shifts: watchShifts,
};

/** How many jobs run at once in one process: they mostly wait for Slack and X. */
const concurrency = 16;

interface WorkerOptions {
  readonly connection: Redis | Cluster;
  readonly prefix: string;
  readonly desks: Desks;
  readonly timings: Pick<Timings, 'jobLockMs' | 'jobStalledMs'>;
  readonly log: Logger;
  /** Told after each poll that ended well. */
  readonly pollDone: (desk: string, poll: Poll) => void;
  readonly isKnownIncident?: IsKnownIncident;
}

/** Runs the desk's jobs. A job that fails is logged and comes back from the due list: all that it means is in the store. */
export function createWorker(options: WorkerOptions): Worker {
  const { connection, prefix, desks, timings, log, pollDone, isKnownIncident = () => false } = options;
  const worker = new Worker(queueName, (job) => run(job, desks, pollDone), {
    connection,
    prefix: queuePrefix(prefix),
    concurrency,
    autorun: false,
    // ops/dependencies says what is wrong with Redis, once.
    skipVersionCheck: true,
    lockDuration: timings.jobLockMs,
    stalledInterval: timings.jobStalledMs,
    // Jobs are safe to repeat, however often.
    maxStalledCount: 1_000,
  });
  // A poll that fails is tried again every few seconds: it is logged once, until it works. An outage is said elsewhere.
  const failing = new Map<string, string>();
  const nameOf = ({ name, data }: QueueJob) => `${data.desk}/${name}/${data.id}`;
  worker.on('completed', (job) => {
    failing.delete(nameOf(job));
    log.debug({ job: job.name, ...job.data }, 'job done');
  });
  worker.on('failed', (job, error) => {
    const isRepeated = job?.name === 'poll' && failing.get(nameOf(job)) === error.message;
    if (job?.name === 'poll') failing.set(nameOf(job), error.message);
    if (!isKnownIncident(error, job?.data.desk) && !isRepeated) {
      log.error({ job: job?.name, ...job?.data, error: error.message }, 'job failed');
    }
  });
  worker.on('error', (error) => {
    if (!isKnownIncident(error)) log.warn({ error: error.message }, 'worker');
  });
  return worker;
}

/** These read, or write what may be written again: when they fail they are tried again soon. */
const repeatable: readonly Job[] = [
  'poll',
  'after',
  'views',
  'pauses',
  'outages',
  'settle',
  'home',
  'remind',
  'idle',
  'close',
  'recover',
];

/** Runs a job. "Wait until" moves it, and is no failure. */
async function run(
  job: QueueJob,
  desks: WorkerOptions['desks'],
  pollDone: WorkerOptions['pollDone'],
): Promise<void> {
  const { desk, id } = payload.parse(job.data);
  const ports = await desks.now(desk);
  if (!ports) throw new Error(`Job for desk '${desk}', which this process does not serve.`);
  const name = job.name as Job;
  const poll = polls.find((one) => one === id);
  if (name === 'poll' && !poll) throw new Error(`No poll '${id}'. There are: ${polls.join(', ')}.`);
  try {
    if (name !== 'poll') await flows[name](ports, id, desks);
    else if (poll) await watchers[poll](ports);
  } catch (fault) {
    const { clock, due, timings } = ports;
    if (fault instanceof Busy) return due.put({ job: name, id, at: fault.retryAt });
    if (repeatable.includes(name)) await due.put({ job: name, id, at: clock.now() + timings.readRetryMs });
    throw fault;
  }
  if (poll) pollDone(desk, poll);
}
