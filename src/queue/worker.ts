import { type Job as QueueJob, Worker } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import { type Job, type Poll, polls } from '../core/due/due-entries.js';
import type { Timings } from '../core/due/timings.js';
import { accountId, cardId, panelId } from '../core/ids.js';
import { Busy, type IsKnownIncident } from '../errors.js';
import { followUp } from '../flows/after/after.js';
import { clearScreen } from '../flows/keep/clear-screen.js';
import { forget } from '../flows/keep/forget.js';
import { watchKeeping } from '../flows/keep/keeping.js';
import { purge, purgePanel } from '../flows/keep/purge.js';
import { lookAtOutcomes } from '../flows/outcomes/look.js';
import { adopt } from '../flows/recover/adopt.js';
import { recover } from '../flows/recover/recover.js';
import { askIfIdle } from '../flows/remind/idle.js';
import { remind } from '../flows/remind/remind.js';
import { closeList, watchShifts } from '../flows/remind/shifts.js';
import { expire, wake } from '../flows/remind/snooze.js';
import { reportWeekly } from '../flows/report/weekly.js';
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
  views: (ports, id, desks) => showOpenViews(ports, cardId(id), desks),
  send: (ports, id) => deliver(ports, cardId(id)),
  settle: (ports, id) => resolveUnknown(ports, cardId(id)),
  wake: (ports, id) => wake(ports, cardId(id)),
  expire: (ports, id) => expire(ports, cardId(id)),
  panel: (ports, id, desks) => showPanel(ports, panelId(id), desks),
  covers: (ports) => tellCovers(ports),
  pauses: async (ports, _id, desks) => {
    await showPauseInViews(ports, desks);
    if (ports.inPrivate) await showPauseInViews(ports.inPrivate, desks);
    await tellPauses(ports);
  },
  outages: (ports) => tellOutages(ports),
  report: (ports) => reportWeekly(ports),
  remind: (ports, id) => remind(ports, cardId(id)),
  idle: (ports, id) => askIfIdle(ports, cardId(id)),
  close: (ports, id) => closeList(ports, panelId(id)),
  home: (ports, _id, desks) => showHomes(ports, desks),
  recover: (ports) => recover(ports),
  adopt: (ports, id) => adopt(ports, id),
  purge: (ports, id) => purge(ports, cardId(id)),
  'purge-panel': (ports, id) => purgePanel(ports, panelId(id)),
  screen: (ports, id) => clearScreen(ports, id),
  forget: (ports, id) => forget(ports, accountId(id)),
  outcomes: lookAtOutcomes,
};

const watchers: Record<Poll, (ports: Ports) => Promise<void>> = {
  mentions: (ports) => watch(ports, 'mentions'),
  followers: (ports) => watch(ports, 'followers'),
  'own-posts': (ports) => watch(ports, 'own-posts'),
  recheck: (ports) => watch(ports, 'recheck'),
  'private-messages': (ports) => watch(ports, 'private-messages'),
  colleagues: watchColleagues,
  rota: watchRota,
  outlook: watchOutlook,
  shifts: watchShifts,
  keeping: watchKeeping,
};

/**
 * How many jobs run at once in one process. They mostly wait for Slack and X: so many that the answers of one desk to an X that
 * takes its time leave room for the work of all others.
 */
const concurrency = 64;

interface WorkerOptions {
  readonly connection: Redis | Cluster;
  readonly prefix: string;
  readonly desks: Desks;
  readonly timings: Pick<Timings, 'jobLockMs' | 'jobStalledMs'>;
  readonly log: Logger;
  /** Told after each poll that ended well. */
  readonly pollDone: (desk: string, poll: Poll) => void;
  /** Told of a desk's id after each of its jobs: something may be due now that was not before. */
  readonly jobDone?: (desk: string) => void;
  readonly isKnownIncident?: IsKnownIncident;
}

/** Runs the desk's jobs. A job that fails is logged and comes back from the due list: all that it means is in the store. */
export function createWorker(options: WorkerOptions): Worker {
  const { connection, prefix, desks, timings, log, pollDone } = options;
  const { isKnownIncident = () => false, jobDone = () => {} } = options;
  // A poll that fails is tried again every few seconds: each of its faults is logged once, until it ends well. An outage is
  // said elsewhere.
  const failing = new Map<string, ReadonlySet<string>>();
  const nameOf = (desk: string, poll: string) => `${desk}/${poll}`;
  const endedWell: typeof pollDone = (desk, poll) => {
    failing.delete(nameOf(desk, poll));
    pollDone(desk, poll);
  };
  function isRepeated({ data: { desk, id } }: QueueJob, { message }: Error): boolean {
    const before = failing.get(nameOf(desk, id)) ?? new Set();
    failing.set(nameOf(desk, id), new Set([...before, message]));
    return before.has(message);
  }
  const worker = new Worker(queueName, (job) => run(job, desks, endedWell), {
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
  worker.on('completed', (job) => {
    jobDone(job.data.desk);
    log.debug({ job: job.name, ...job.data }, 'job done');
  });
  worker.on('failed', (job, error) => {
    if (job) jobDone(job.data.desk);
    const isOld = job?.name === 'poll' && isRepeated(job, error);
    if (!isKnownIncident(error, job?.data.desk) && !isOld) {
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
  'report',
  'settle',
  'home',
  'remind',
  'idle',
  'close',
  'recover',
  'adopt',
  'purge',
  'purge-panel',
  'screen',
  'forget',
  'outcomes',
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
    if (fault instanceof Busy) return due.postpone({ job: name, id, at: fault.retryAt });
    if (repeatable.includes(name))
      await due.postpone({ job: name, id, at: clock.now() + timings.readRetryMs });
    throw fault;
  }
  if (poll) pollDone(desk, poll);
}
