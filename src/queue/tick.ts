import { setTimeout as delay } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { Logger } from '../log.js';
import type { Clock, Due } from '../ports.js';
import type { Timings } from '../core/timings.js';
import { jobOptions } from './catalog.js';

export interface TickingDesk {
  readonly id: string;
  readonly due: Due;
}

export interface Tick {
  /** Gives everything that is due now to the queue. */
  once(): Promise<void>;
  /** Ticks on until stopped; a tick that fails is logged, and the next one tries again. */
  start(): void;
  stop(): Promise<void>;
}

/** How much one tick takes from a desk's due list. */
const most = 200;

/** Brings due entries to the queue. Any number of processes may tick: an entry is taken under a lease. */
export function createTick(
  desks: readonly TickingDesk[],
  queue: Queue,
  { clock, timings, log }: { clock: Clock; timings: Pick<Timings, 'dueLeaseMs' | 'tickMs'>; log: Logger },
): Tick {
  const stopped = new AbortController();
  let running = Promise.resolve();

  async function once(): Promise<void> {
    for (const desk of desks) {
      const entries = await desk.due.take(clock.now(), timings.dueLeaseMs, most);
      if (entries.length === 0) continue;
      await queue.addBulk(
        entries.map(({ job, id }) => {
          const data = { desk: desk.id, id };
          return { name: job, data, opts: jobOptions(job, data) };
        }),
      );
    }
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      await once().catch((error: Error) => log.warn({ error: error.message }, 'tick'));
      await delay(timings.tickMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  return {
    once,
    start: () => {
      running = run();
    },
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}
