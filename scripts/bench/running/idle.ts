import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createSandbox } from '../../../src/sandbox/sandbox.js';
import { environmentOf } from '../../dev-desk.js';
import { fromRounds, median } from '../ratio.js';
import type { BenchContext, Row } from '../row.js';
import { type Gauge, type Running, runBare, runDesk, up } from './process.js';

const deskFile = fileURLToPath(new URL('../../dev-desk.yaml', import.meta.url));
/** X is read once a minute, so a shorter look would leave out what a desk does when nobody wants anything. */
const minuteMs = 60_000;
/** After its start a process compiles what it uses often, and collects what it needed once. */
const settlesMs = 5_000;
/** Memory rises until it is collected, so it is looked at time and again. */
const lookEveryMs = 10_000;

/** What a process took in a time in which nobody wanted anything. */
interface Idle {
  /** The median of all looks. */
  readonly rssBytes: number;
  /** The share of one core. */
  readonly cpu: number;
}

/** Two equal processes can differ by a tenth in memory, from their start on. */
const pairs = 3;

/** The whole desk in one process when nothing happens, and beside it a process with Bolt and one worker. */
export async function idleRows({ redisUrl, quick, say }: BenchContext): Promise<readonly Row[]> {
  const minutes = quick ? 1 : 5;
  say(`${minutes} min of nothing`);
  const each = await Promise.all(Array.from({ length: pairs }, () => pair(redisUrl, minutes * minuteMs)));
  const rounds = (of: (one: Idle) => number) =>
    each.map(({ bare, desk }) => ({ measured: of(desk), baseline: of(bare) }));
  const what = 'Bolt and one worker';
  const long = `over ${minutes} min`;
  const memory = rounds(({ rssBytes }) => rssBytes);
  const cpu = rounds((one) => one.cpu);
  return [
    {
      ...{ group: 'idle', row: `memory of the desk (RSS), idle, ${long}`, unit: 'bytes' },
      ...{ ...fromRounds(memory, what), goal: { atMost: 1.3 } },
    },
    {
      ...{ group: 'idle', row: `share of a core, idle, ${long}`, unit: 'share' },
      ...{ ...fromRounds(cpu.map(({ measured }) => ({ measured }))), goal: { atMost: 0.01 } },
    },
    {
      ...{ group: 'idle', row: `… of ${what} beside it`, unit: 'share' },
      ...fromRounds(cpu.map(({ baseline }) => ({ measured: baseline }))),
    },
  ];
}

/** A desk and a bare process between sandboxes of their own. */
async function pair(redisUrl: string, forMs: number): Promise<{ readonly desk: Idle; readonly bare: Idle }> {
  const sandbox = await createSandbox();
  const env = environmentOf(sandbox, redisUrl, `bench-${randomUUID()}`);
  const [desk, bare] = [runDesk(deskFile, env), runBare(env)];
  try {
    const [ofDesk, ofBare] = await Promise.all([idle(desk, forMs), idle(bare, forMs)]);
    return { desk: ofDesk, bare: ofBare };
  } finally {
    await Promise.all([desk.end(), bare.end()]);
    await sandbox.close();
  }
}

async function idle(running: Running, forMs: number): Promise<Idle> {
  await running.said(up);
  await delay(settlesMs);
  const before = await running.gauge();
  const from = performance.now();
  const looks: Gauge[] = [];
  for (let left = forMs; left > 0; left -= lookEveryMs) {
    await delay(Math.min(left, lookEveryMs));
    looks.push(await running.gauge());
  }
  const { cpuMs } = looks.at(-1) ?? before;
  return {
    rssBytes: median(looks.map(({ rssBytes }) => rssBytes)),
    cpu: (cpuMs - before.cpuMs) / (performance.now() - from),
  };
}
