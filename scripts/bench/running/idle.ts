import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createSandbox } from '../../../src/sandbox/sandbox.js';
import { environmentOf } from '../../dev-desk.js';
import type { BenchContext, Row } from '../row.js';
import { type Running, runBare, runDesk, up } from './process.js';

const deskFile = fileURLToPath(new URL('../../dev-desk.yaml', import.meta.url));
/** X is read once a minute, so a shorter look would leave out what a desk does when nobody wants anything. */
const minuteMs = 60_000;
/** After its start a process compiles what it uses often, and collects what it needed once. */
const settlesMs = 5_000;

/** What a process took in a time in which nobody wanted anything. */
interface Idle {
  readonly rssBytes: number;
  /** The share of one core. */
  readonly cpu: number;
}

/** The whole desk in one process when nothing happens, and beside it a process with Bolt and one worker. */
export async function idleRows({ redisUrl, quick, say }: BenchContext): Promise<readonly Row[]> {
  const sandbox = await createSandbox();
  const env = environmentOf(sandbox, redisUrl, `bench-${randomUUID()}`);
  const minutes = quick ? 1 : 5;
  say(`${minutes} min of nothing`);
  const processes = [runDesk(deskFile, env), runBare(env)];
  try {
    const [desk, bare] = await Promise.all(processes.map((one) => idle(one, minutes * minuteMs)));
    if (!desk || !bare) return [];
    const what = 'Bolt and one worker';
    const long = `over ${minutes} min`;
    return [
      {
        ...{ group: 'idle', row: `memory of the desk (RSS), idle, ${long}`, unit: 'bytes' },
        ...{ measured: desk.rssBytes, baseline: { what, value: bare.rssBytes }, goal: { atMost: 1.3 } },
      },
      {
        ...{ group: 'idle', row: `share of a core, idle, ${long}`, unit: 'share' },
        ...{ measured: desk.cpu, goal: { atMost: 0.01 } },
      },
      { group: 'idle', row: `… of ${what} beside it`, unit: 'share', measured: bare.cpu },
    ];
  } finally {
    await Promise.all(processes.map((one) => one.end()));
    await sandbox.close();
  }
}

async function idle(running: Running, forMs: number): Promise<Idle> {
  await running.said(up);
  await delay(settlesMs);
  const before = await running.gauge();
  const from = performance.now();
  await delay(forMs);
  const after = await running.gauge();
  return { rssBytes: after.rssBytes, cpu: (after.cpuMs - before.cpuMs) / (performance.now() - from) };
}
