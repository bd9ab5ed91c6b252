import { setTimeout as delay } from 'node:timers/promises';
import type { DeskConfig } from './config/desk-file.js';
import type { Env } from './config/env.js';
import { type MonthlyBill, together } from './core/bill.js';
import { polls } from './core/due-entries.js';
import { timings as defaultTimings, type Timings } from './core/timings.js';
import { Unreachable } from './errors.js';
import { thrift } from './flows/budget.js';
import { withDeskNow } from './flows/desk-now.js';
import { createLog, type Logger } from './log.js';
import { createHealth, serveHealth } from './ops/health.js';
import type { Clock, Desks, Ledger, Ports } from './ports.js';
import { createQueue, pendingJobs } from './queue/queue.js';
import { createTick } from './queue/tick.js';
import { createWorker } from './queue/worker.js';
import { backgroundClient, type Conversations, createBoard } from './slack/board.js';
import { createBolt } from './slack/bolt.js';
import { listen } from './slack/listeners.js';
import { createCards } from './store/cards.js';
import { createCopies } from './store/copies.js';
import { createDue } from './store/due.js';
import { createLedger } from './store/ledger.js';
import { createOurPosts } from './store/our-posts.js';
import { createPanels } from './store/panels.js';
import { createRecovery } from './store/recovery.js';
import { connectQueue, connectStore, deskKeys } from './store/redis.js';
import { createSettings } from './store/settings.js';
import { createWatermarks } from './store/watermarks.js';
import { createNetwork } from './x/client.js';
import { withinBudget } from './x/within-budget.js';

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

/** A connection to Redis. */
export type Store = ReturnType<typeof connectStore>;
export type Role = 'slack' | 'worker';

export interface App {
  /** Rejects with one sentence when Redis, Slack or a token is not right. */
  start(): Promise<void>;
  /** Resolves when no press is being worked at, nothing is due now and no job waits. */
  settled(): Promise<void>;
  /** What X bills. */
  readonly ledger: {
    /** Of all desks together, in the UTC month of a time (Unix ms); now unless told. */
    month(at?: number): Promise<MonthlyBill>;
  };
  /** Takes in nothing more, ends what runs, disconnects. May be called twice. */
  close(): Promise<void>;
}

/** A bill that can't be written must not undo a call that X took. */
function neverFailing(ledger: Ledger, log: Logger): Ledger {
  return {
    ...ledger,
    charge: (charge) =>
      ledger
        .charge(charge)
        .catch((error: Error) => log.error({ error: error.message, call: charge.call }, 'not charged')),
  };
}

const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** The whole program from its configuration: the only place that builds adapters. */
export function createApp({ env, desks }: AppConfig, overrides: Overrides = {}): App {
  const clock = overrides.clock ?? systemClock;
  const timings: Timings = { ...defaultTimings, ...overrides.timings };
  const log = overrides.log ?? createLog(env.logLevel);
  const prefix = env.redisPrefix;
  const roles = overrides.roles ?? ['slack', 'worker'];

  const connection = connectStore(env.redisUrl, log);
  const store = overrides.store?.(connection) ?? connection;
  const queueConnection = connectQueue(env.redisUrl, log);
  const background = backgroundClient(env.slack, timings.slackCallMs, log);
  const conversations: Conversations = new Map();
  const ports = new Map(desks.map((desk) => [desk.id as string, overriddenPortsOf(desk)]));
  const served: Desks = {
    now: async (id) => {
      const one = ports.get(id);
      return one && standing(one);
    },
    all: () => Promise.all([...ports.values()].map(standing)),
  };

  const health = createHealth(timings, () =>
    bolt && bolt.connections() === 0 ? ['no connection to Slack'] : [],
  );
  const queue = createQueue(queueConnection, prefix, log);
  const tick = createTick(
    [...ports].map(([id, { due }]) => ({ id, due })),
    queue,
    { clock, timings, log },
  );
  const worker = roles.includes('worker')
    ? createWorker({
        connection: queueConnection,
        prefix,
        desks: served,
        timings,
        log,
        polled: health.polled,
      })
    : undefined;
  const bolt = roles.includes('slack') ? createBolt({ ...env.slack, log }) : undefined;
  if (bolt) listen(bolt.app, served, log);
  let healthServer: Awaited<ReturnType<typeof serveHealth>> | undefined;
  let closing: Promise<void> | undefined;

  function overriddenPortsOf(desk: DeskConfig): Ports {
    const own = portsOf(desk);
    return overrides.ports?.(own) ?? own;
  }

  /** What Slack is shown names the people and shifts of this moment. */
  async function standing(ports: Ports): Promise<Ports> {
    const now = await withDeskNow(ports);
    return { ...now, board: createBoard(background, now.desk, clock, conversations) };
  }

  function portsOf(desk: DeskConfig): Ports {
    const keys = deskKeys(prefix, desk.id);
    const ledger = neverFailing(createLedger(store, keys), log);
    const secrets = env.x.secrets[desk.x.secrets];
    if (!secrets) throw new RangeError(`No secrets '${desk.x.secrets}' for desk '${desk.id}'.`);
    return {
      desk,
      clock,
      timings,
      cards: createCards(store, keys, timings),
      panels: createPanels(store, keys),
      settings: createSettings(store, keys),
      copies: createCopies(store, keys),
      ourPosts: createOurPosts(store, keys),
      ledger,
      due: createDue(store, keys, timings),
      recovery: createRecovery(store, keys),
      watermarks: createWatermarks(store, keys),
      network: withinBudget(
        createNetwork({
          credentials: secrets,
          handle: desk.x.handle,
          ...(env.x.apiUrl ? { origin: env.x.apiUrl } : {}),
          timings,
          now: clock.now,
          charge: ledger.charge,
          ownsApp: desk.x.ownsApp,
        }),
        async () => (await thrift({ clock, desk, ledger })) === 'stopped',
      ),
      board: createBoard(background, desk, clock, conversations),
    };
  }

  async function start(): Promise<void> {
    await store.connect().catch((error: Error) => {
      throw new Unreachable(`Redis at ${new URL(env.redisUrl).host} (REDIS_URL)`, error);
    });
    await queue.waitUntilReady();
    if (closing) return;
    if (worker) {
      const at = clock.now();
      for (const [desk, { due }] of ports) {
        for (const id of polls) {
          health.expect(desk, id);
          await due.ensure({ job: 'poll', id, at });
        }
      }
      worker.run().catch((error: Error) => log.error({ error: error.message }, 'worker ended'));
      tick.start();
    }
    await bolt?.start();
    // Asked to end while it was starting: what started meanwhile ends too.
    if (closing) return bolt?.stop();
    if (env.healthPort !== undefined) healthServer = await serveHealth(health, env.healthPort);
    log.info({ desks: [...ports.keys()], roles }, 'started');
  }

  async function settled(): Promise<void> {
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
    await bolt?.stop();
    await tick.stop();
    await worker?.close();
    await queue.close();
    await healthServer?.close();
    store.disconnect();
    queueConnection.disconnect();
  }

  return {
    start,
    settled,
    ledger: {
      month: async (at = clock.now()) =>
        together(await Promise.all([...ports.values()].map(({ ledger }) => ledger.month(at)))),
    },
    close: () => {
      closing ??= end();
      return closing;
    },
  };
}
