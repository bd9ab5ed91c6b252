import { z } from 'zod';
import { createApp, type Overrides } from '../../src/app.js';
import { secretNames } from '../../src/config/account.js';
import { loadDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import type { Timings } from '../../src/core/due/timings.js';
import { createLog } from '../../src/log.js';
import { breakOf } from './breaks.js';
import { type Point, points, withPoints } from './points.js';
import { watchStalls } from './stalls.js';

// One process of the desk. Its environment says what it does, and messages from its parent say at which point it is
// killed or frozen. It tells the parent when it has started, when it reaches such a point, and when it did
// not run for long.

export interface Told {
  readonly deskFile: string;
  readonly role: 'slack' | 'worker';
  readonly timings: Partial<Timings>;
  /** The desk's time at a real time (both Unix ms), and how many ms of the desk pass in a real one. */
  readonly clock: { readonly deskAt: number; readonly realAt: number; readonly speed: number };
  readonly break?: string;
}

export const ordered = z.object({ point: z.enum(points), how: z.enum(['kill', 'freeze']) });
export type Ordered = z.infer<typeof ordered>;

const told = JSON.parse(process.env.CHAOS ?? '{}') as Told;
const orders = new Map<Point, Ordered['how']>();
process.on('message', (message) => {
  const { point, how } = ordered.parse(message);
  orders.set(point, how);
});
process.on('SIGTERM', () => void app.close().finally(() => process.exit(0)));
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const say = (word: object) => new Promise<void>((heard) => process.send?.(word, () => heard()));

async function comeTo(point: Point): Promise<void> {
  const how = orders.get(point);
  if (!how) return;
  orders.delete(point);
  await say({ point, how });
  process.kill(process.pid, how === 'kill' ? 'SIGKILL' : 'SIGSTOP');
}

watchStalls((stalledMs) => void say({ stalledMs }));

const { deskAt, realAt, speed } = told.clock;
const clock = {
  now: () => Math.floor(deskAt + (Date.now() - realAt) * speed),
  monotonic: () => performance.now() * speed,
};
const { desks } = await loadDeskFile(told.deskFile);
const env = readEnv(process.env, secretNames(desks, 'x'), secretNames(desks, 'bluesky'));
const broken: Overrides = told.break ? breakOf(told.break) : {};
const pointed = withPoints(comeTo);
const app = createApp(
  { env, desks },
  {
    ...broken,
    clock,
    timings: { ...told.timings, ...broken.timings },
    roles: [told.role],
    log: createLog('warn'),
    ports: (ports) => pointed(broken.ports?.(ports) ?? ports),
  },
);
try {
  await app.start();
  await say({ up: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
