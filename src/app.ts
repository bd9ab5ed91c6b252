import { setTimeout as delay } from 'node:timers/promises';
import { createSeeing } from './app/seeing.js';
import { createServedDesks } from './app/served-desks.js';
import { showAtOnce } from './app/show-at-once.js';
import type { DeskConfig } from './config/desk-file.js';
import type { Env } from './config/env.js';
import { isNetworkPoll, type Poll } from './core/due/due-entries.js';
import { timings as defaultTimings, type Timings } from './core/due/timings.js';
import { addBills, type MonthlyBill } from './core/money/bill.js';
import type { IsKnownIncident } from './errors.js';
import { beginPolls } from './flows/team/polls.js';
import { introduce } from './flows/tell/first-words.js';
import { recordRedisBack, recordSlackAway, recordSlackBack } from './flows/tell/past-outages.js';
import { createLog, type Logger } from './log.js';
import { close } from './ops/close.js';
import { createDependencies } from './ops/dependencies.js';
import { createOutages, type RecordOutage } from './ops/outages.js';
import { watchPresence } from './ops/presence.js';
import { keysAmong } from './ops/refused-keys.js';
import { watchSilence } from './ops/silence.js';
import type { Clock } from './ports/due.js';
import type { Ports } from './ports.js';
import { createQueue, pendingJobs } from './queue/queue.js';
import { createTick } from './queue/tick.js';
import { createWorker } from './queue/worker.js';
import { createBolt } from './slack/connect/bolt.js';
import { backgroundClient, tokenWorks } from './slack/connect/client.js';
import { listen } from './slack/listeners/listen.js';
import { createDueLists } from './store/due-lists.js';
import { keysOf } from './store/keys.js';
import { createPresses } from './store/presses.js';
import { connectQueue, connectStore, type Store } from './store/redis.js';
import { createRedisState } from './store/server/redis-state.js';
import { upgradeStore } from './store/upgrade.js';
import { version } from './version.js';
import { postedAt } from './x/snowflake.js';

export interface AppConfig {
  readonly env: Env;
  readonly desks: readonly DeskConfig[];
}

/** What a sandbox, a test or a half of the program replaces. */
export interface Overrides {
  readonly clock?: Clock;
  readonly timings?: Partial<Timings>;
  readonly log?: Logger;
  /** Stands between the program and its storage, for what a test wants to see or to break. */
  readonly store?: (connection: Store) => Store;
  /** The same between the flows and all that they touch, for each desk. */
  readonly ports?: (ports: Ports) => Ports;
  /** `slack` answers people, `worker` watches, shows and sends; both unless told. */
  readonly roles?: readonly Role[];
  /** The version of the program, such as 0.1.0. */
  readonly version?: string;
}

export type { Store };
export type Role = 'slack' | 'worker';

export interface App {
  /** Rejects with one sentence when Redis, Slack or a token is not right. */
  start(): Promise<void>;
  /** Resolves when no press is being worked at, nothing is due now and no job waits. */
  idle(): Promise<void>;
  /** What X bills. */
  readonly ledger: {
    /** Of all desks together, in the UTC month of a time (Unix ms); now unless told. */
    month(at?: number): Promise<MonthlyBill>;
  };
  /** Has the desks that are new since a time (Unix ms) say their first words, and gives their ids. */
  introduce(sinceMs: number): Promise<readonly string[]>;
  /** Takes in nothing more, ends what runs, disconnects. May be called twice. */
  close(): Promise<void>;
}

const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** The whole program from its configuration: the only place that builds adapters. */
export function createApp({ env, desks }: AppConfig, overrides: Overrides = {}): App {
  const clock = overrides.clock ?? systemClock;
  const timings: Timings = { ...defaultTimings, ...overrides.timings };
  const log = overrides.log ?? createLog(env.logLevel);
  const prefix = env.redisPrefix;
  const roles = overrides.roles ?? ['slack', 'worker'];

  const ending = new AbortController();
  const connection = connectStore(env.redisUrl, log);
  const store = overrides.store?.(connection) ?? connection;
  const queueConnection = connectQueue(env.redisUrl, log);
  const seeing = createSeeing({
    log,
    sides: () => sides,
    jobs: () => queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized'),
    slackConnections: () => bolt?.connections(),
    problems: () => dependencies.problems(),
  });
  const background = backgroundClient(env.slack, timings.slackCallMs, log, seeing.called('slack'));
  const shared = {
    ...{ env, store, clock, timings, log, seeing },
    isKnownIncident: (...fault: Parameters<IsKnownIncident>) => dependencies.isKnownIncident(...fault),
    ending: ending.signal,
  };
  const { mains, sides, served } = createServedDesks(desks, shared, background, overrides.ports);

  const redisState = createRedisState(env.redisUrl, prefix);
  const dependencies = createDependencies({
    log,
    everyMs: timings.dependencyCheckMs,
    redis: redisState,
    slackConnections: () => bolt?.connections(),
    askSlack: () => tokenWorks(background),
    seen: createOutages(clock.now, recordOutage).seen,
    keysOfDesk: (id) => keysAmong(desks, id),
  });
  const { isKnownIncident, slackConnected } = dependencies;
  const silence = watchSilence(mains, log, timings.dependencyCheckMs);
  const queue = createQueue(queueConnection, prefix, log, isKnownIncident);
  const tick = createTick(createDueLists(store, prefix, sides), (id) => sides.get(id)?.due, queue, shared);
  const pollDone = (desk: string, poll: Poll) => {
    if (isNetworkPoll(poll)) dependencies.networkAnswers(desk);
    seeing.pollDone(desk, poll);
  };
  const worker = roles.includes('worker')
    ? createWorker({
        connection: queueConnection,
        prefix,
        desks: served,
        timings,
        log,
        pollDone,
        jobDone: tick.soon,
        isKnownIncident,
      })
    : undefined;
  const { answered, ...presence } = watchPresence(
    createPresses(store, prefix),
    () => bolt?.connections() ?? 0,
  );
  const bolt = roles.includes('slack')
    ? createBolt({
        ...env.slack,
        log,
        refused: isKnownIncident,
        connected: slackConnected,
        answered,
        called: seeing.called('slack'),
        pressed: seeing.pressed,
        ended: () => presses.ended(),
      })
    : undefined;
  const presses = showAtOnce(served, log, tick.soon);
  if (bolt) listen(bolt.app, presses.desks, log, isKnownIncident);
  let connected = false;
  let closing: Promise<void> | undefined;

  /** Only a worker tells people; it may do so for the other processes. */
  async function recordOutage(...[what, from, until]: Parameters<RecordOutage>): Promise<void> {
    for (const one of mains.values()) {
      if (what === 'redis') await recordRedisBack(one, from ?? clock.now(), until ?? clock.now());
      else if (until !== undefined) await recordSlackBack(one, from, until);
      else if (from !== undefined) await recordSlackAway(one, from);
    }
  }

  async function start(): Promise<void> {
    if (env.health) await seeing.count();
    await dependencies.check();
    await store.connect();
    const by = { version: overrides.version ?? version, where: redisState.name };
    await Promise.all(
      [...sides.values()].map((own) => upgradeStore(store, keysOf(prefix, own.desk), own, postedAt, by)),
    );
    await Promise.all([...mains.values()].map(({ forgotten }) => forgotten.check()));
    await queue.waitUntilReady();
    connected = true;
    if (worker) {
      const ofDesks = [...mains].map(([desk, { network }]) => ({ desk, ask: () => network.me() }));
      await dependencies.checkKeys([{ ask: () => tokenWorks(background) }, ...ofDesks]);
    }
    if (closing) return;
    if (worker) {
      await Promise.all([...sides.values()].map(beginPolls));
      worker.run().catch((error: Error) => log.error({ error: error.message }, 'worker ended'));
      tick.start();
    }
    await bolt?.start().catch((fault: unknown) => {
      throw dependencies.explained(fault);
    });
    dependencies.start();
    silence.start();
    presence.start();
    // Asked to end while it was starting: what started meanwhile ends too.
    if (closing) return bolt?.stop();
    if (env.health) await seeing.serve(env.health);
    log.info({ desks: [...sides.keys()], roles }, 'started');
  }

  async function idle(): Promise<void> {
    for (;;) {
      await bolt?.idle();
      await presses.idle();
      const pending = await pendingJobs(queue);
      const idle = (await tick.once()) === 'idle';
      // A tick of its own may have given work to the queue after the first count.
      if (idle && pending === 0 && (await pendingJobs(queue)) === 0) return;
      await delay(5);
    }
  }

  async function end(): Promise<void> {
    dependencies.stop();
    silence.stop();
    presence.stop();
    // Without Redis nothing runs, and what would wait for it is left.
    if (!connected) void worker?.close(true).catch(() => {});
    const drain = () =>
      Promise.all([bolt?.stop().then(presses.idle), tick.stop(), worker?.close()]).then(() => queue.close());
    const ended = await close({
      drain: connected ? drain : async () => {},
      cut: () => ending.abort(),
      cutAfterMs: timings.drainMs,
      overAfterMs: timings.closeMs,
    });
    if (!ended) log.warn('Ended in the middle of some work; whoever runs next finds it.');
    await seeing.close();
    redisState.end();
    store.disconnect();
    queueConnection.disconnect();
  }

  return {
    start,
    idle,
    ledger: {
      month: async (at = clock.now()) =>
        addBills(await Promise.all([...mains.values()].map(({ ledger }) => ledger.month(at)))),
    },
    introduce: async (sinceMs) => {
      const fresh: string[] = [];
      for (const [id, own] of mains) if (await introduce(own, sinceMs)) fresh.push(id);
      return fresh;
    },
    close: () => {
      closing ??= end();
      return closing;
    },
  };
}
