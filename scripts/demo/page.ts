import { fileURLToPath } from 'node:url';
import { Cluster } from 'ioredis';
import type { App } from '../../src/app.js';
import { type DeskConfig, loadDeskFile } from '../../src/config/desk-file.js';
import type { Timings } from '../../src/core/due/timings.js';
import { lastPeriod } from '../../src/core/report/period.js';
import { createLog } from '../../src/log.js';
import type { Director } from '../../src/sandbox/control/director.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { connectStore } from '../../src/store/redis.js';
import { type DevDesk, startDevDesk } from '../dev-desk.js';
import { calendarOf, nextMorning } from './calendar.js';
import { fillPastMonths } from './past-months.js';
import { tour } from './tour.js';
import { settleTown, wakeTown } from './town.js';

const dayMs = 24 * 60 * 60_000;
const deskFile = fileURLToPath(new URL('desk.yaml', import.meta.url));

export interface PageOptions {
  readonly redisUrl: string;
  readonly prefix: string;
  readonly timings: Partial<Timings>;
  /** The demo begins on the first weekday morning after this time (Unix ms). By default now. */
  readonly from?: number;
  /** The port of the page; 0 takes a free one. */
  readonly port: number;
}

export interface Page {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Resolves once the desk has nothing left to do. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the page of the sandboxes with a desk, on a weekday morning in a small town. */
export async function startPage({
  redisUrl,
  prefix,
  timings,
  port,
  from = Date.now(),
}: PageOptions): Promise<Page> {
  const { desks } = await loadDeskFile(deskFile);
  const [desk] = desks;
  if (!desk) throw new Error(`${deskFile} has no desk.`);
  const morning = nextMorning(desk.rota, from);
  const settle = async (town: Sandbox, until: number) => {
    await settleTown(town, until);
    const { fromMs } = lastPeriod(desk.rota, 'quarter', until);
    await fillPastMonths(desk, { redisUrl, prefix }, fromMs, until - dayMs);
  };
  const running = await startDevDesk({
    redisUrl,
    prefix,
    deskFile,
    sandbox: { startAt: morning - dayMs, ports: { control: port } },
    overrides: { timings },
    prepare: (made) => settle(made, morning),
  });
  const { sandbox } = running;
  let app: App = running.app;
  sandbox.direct({
    tour,
    networks: networksOf(desks),
    calendar: (now) => calendarOf(desk, now),
    settled: () => app.idle(),
    reset: async (sandboxes) => {
      await app.close();
      await forget(redisUrl, prefix);
      await sandboxes();
      await settle(sandbox, nextMorning(desk.rota, sandbox.clock.now()));
      app = await begin(running);
    },
  });
  await app.idle();
  await wakeTown(sandbox);
  return { url: sandbox.controlUrl, sandbox, settled: () => app.idle(), close: running.close };
}

/** The network of each channel in which one of the desks stands. */
const networksOf = (desks: readonly DeskConfig[]): NonNullable<Director['networks']> =>
  Object.fromEntries(
    desks.flatMap(({ channel, network, privateMessages }) =>
      [channel, privateMessages?.channel].flatMap((id) => (id ? [[id, network.id]] : [])),
    ),
  );

async function begin(running: DevDesk): Promise<App> {
  const app = running.another();
  await app.start();
  await app.idle();
  await wakeTown(running.sandbox);
  return app;
}

/** Removes all keys of the desk and its queue under this prefix. */
async function forget(redisUrl: string, prefix: string): Promise<void> {
  const store = connectStore(redisUrl, createLog('silent'));
  try {
    // The client knows a cluster's nodes only once it is connected.
    await store.ping();
    const nodes = store instanceof Cluster ? store.nodes('master') : [store];
    for (const node of nodes) {
      for await (const keys of node.scanStream({ match: `*${prefix}*`, count: 500 })) {
        await Promise.all((keys as string[]).map((key) => store.del(key)));
      }
    }
  } finally {
    store.disconnect();
  }
}
