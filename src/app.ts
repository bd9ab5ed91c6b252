import { setTimeout as delay } from 'node:timers/promises';
import { createDeskPorts } from './app/desk-ports.js';
import type { DeskConfig } from './config/desk-file.js';
import type { Env } from './config/env.js';
import type { Desk } from './core/desk/desk.js';
import { isNetworkPoll, type Poll } from './core/due/due-entries.js';
import { timings as defaultTimings, type Timings } from './core/due/timings.js';
import { addBills, type MonthlyBill } from './core/money/bill.js';
import type { IsKnownIncident } from './errors.js';
import { withDeskNow } from './flows/desk-now.js';
import { beginPolls, pollsOf } from './flows/team/polls.js';
import { recordRedisBack, recordSlackAway, recordSlackBack } from './flows/tell/past-outages.js';
import { createLog, type Logger } from './log.js';
import { close } from './ops/close.js';
import { createDependencies } from './ops/dependencies.js';
import { createHealth, serveHealth } from './ops/health.js';
import { createOutages, type RecordOutage } from './ops/outages.js';
import { deskIncidents, watchSilence } from './ops/silence.js';
import type { Clock } from './ports/due.js';
import type { Desks, Ports } from './ports.js';
import { createQueue, createTick, pendingJobs } from './queue/queue.js';
import { createWorker } from './queue/worker.js';
import { type Conversations, createBoard } from './slack/board/board.js';
import { createBolt } from './slack/connect/bolt.js';
import { backgroundClient, tokenWorks } from './slack/connect/client.js';
import { listen } from './slack/listeners/listen.js';
import { connectQueue, connectStore, deskKeys, type Store } from './store/redis.js';
import { createRedisState } from './store/redis-state.js';
import { upgradeStore } from './store/upgrade.js';
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
  const background = backgroundClient(env.slack, timings.slackCallMs, log);
  const conversations: Conversations = new Map();
  const desksNow = new Map<string, Desk>();
  const ports = new Map(desks.map((desk) => [desk.id as string, portsOf(desk)]));
  const served: Desks = {
    now: async (id) => {
      const one = ports.get(id);
      return one && refreshed(one);
    },
    all: () => Promise.all([...ports.values()].map(refreshed)),
  };

  const redisState = createRedisState(env.redisUrl, prefix);
  const dependencies = createDependencies({
    log,
    everyMs: timings.dependencyCheckMs,
    redis: redisState,
    slackConnections: () => bolt?.connections(),
    askSlack: () => tokenWorks(background),
    seen: createOutages(clock.now, recordOutage).seen,
    secretsOf: (id) => desks.find((desk) => desk.id === id)?.account.secrets ?? id,
  });
  const { isKnownIncident } = dependencies;
  const health = createHealth(timings, ports, dependencies.problems, Date.now, () => deskIncidents(ports));
  const silence = watchSilence(ports, log, timings.dependencyCheckMs);
  const queue = createQueue(queueConnection, prefix, log, isKnownIncident);
  const tick = createTick(
    [...ports].map(([id, { due }]) => ({ id, due })),
    queue,
    { clock, timings, log, isKnownIncident },
  );
  const pollDone = (desk: string, poll: Poll) => {
    if (isNetworkPoll(poll)) dependencies.networkAnswers(desk);
    health.pollDone(desk, poll);
  };
  const worker = roles.includes('worker')
    ? createWorker({
        connection: queueConnection,
        prefix,
        desks: served,
        timings,
        log,
        pollDone,
        isKnownIncident,
      })
    : undefined;
  const bolt = roles.includes('slack')
    ? createBolt({ ...env.slack, log, refused: isKnownIncident, connected: dependencies.slackConnected })
    : undefined;
  if (bolt) listen(bolt.app, served, log, isKnownIncident);
  let healthServer: Awaited<ReturnType<typeof serveHealth>> | undefined;
  let connected = false;
  let closing: Promise<void> | undefined;

  /** Only a worker tells people; it may do so for the other processes. */
  async function recordOutage(...[what, from, until]: Parameters<RecordOutage>): Promise<void> {
    for (const one of ports.values()) {
      if (what === 'redis') await recordRedisBack(one, from ?? clock.now(), until ?? clock.now());
      else if (until !== undefined) await recordSlackBack(one, from, until);
      else if (from !== undefined) await recordSlackAway(one, from);
    }
  }

  function portsOf(desk: DeskConfig): Ports {
    const deskNow = () => desksNow.get(desk.id) ?? desk;
    const board = createBoard(background, deskNow, clock, conversations);
    const isKnownIncident: IsKnownIncident = (fault) => dependencies.isKnownIncident(fault);
    const shared = { env, store, clock, timings, log, board, isKnownIncident, ending: ending.signal };
    const own = createDeskPorts(desk, shared);
    return overrides.ports?.(own) ?? own;
  }

  /** Each press and job begins with the desk as it is then; from then on Slack is shown its people and shifts. */
  async function refreshed(ports: Ports): Promise<Ports> {
    const now = await withDeskNow(ports);
    desksNow.set(now.desk.id, now.desk);
    return now;
  }

  async function start(): Promise<void> {
    await dependencies.check();
    await store.connect();
    for (const [id, { cards }] of ports) await upgradeStore(store, deskKeys(prefix, id), cards, postedAt);
    await queue.waitUntilReady();
    connected = true;
    if (worker) {
      const ofX = [...ports].map(([desk, { network }]) => ({ desk, ask: () => network.me() }));
      await dependencies.checkKeys([{ ask: () => tokenWorks(background) }, ...ofX]);
    }
    if (closing) return;
    if (worker) {
      for (const own of ports.values()) {
        for (const id of pollsOf(own.desk)) health.expect(own.desk.id, id);
        await beginPolls(own);
      }
      worker.run().catch((error: Error) => log.error({ error: error.message }, 'worker ended'));
      tick.start();
    }
    await bolt?.start().catch((fault: unknown) => {
      throw dependencies.explained(fault);
    });
    dependencies.start();
    silence.start();
    // Asked to end while it was starting: what started meanwhile ends too.
    if (closing) return bolt?.stop();
    if (env.health) healthServer = await serveHealth(health, env.health);
    log.info({ desks: [...ports.keys()], roles }, 'started');
  }

  async function idle(): Promise<void> {
    for (;;) {
      await bolt?.idle();
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
    // Without Redis nothing runs, and what would wait for it is left.
    if (!connected) void worker?.close(true).catch(() => {});
    const drain = () => Promise.all([bolt?.stop(), tick.stop(), worker?.close()]).then(() => queue.close());
    const ended = await close({
      drain: connected ? drain : async () => {},
      cut: () => ending.abort(),
      cutAfterMs: timings.drainMs,
      overAfterMs: timings.closeMs,
    });
    if (!ended) log.warn('Ended in the middle of some work; whoever runs next finds it.');
    await healthServer?.close();
    redisState.end();
    store.disconnect();
    queueConnection.disconnect();
  }

  return {
    start,
    idle,
    ledger: {
      month: async (at = clock.now()) =>
        addBills(await Promise.all([...ports.values()].map(({ ledger }) => ledger.month(at)))),
    },
    close: () => {
      closing ??= end();
      return closing;
    },
  };
}
