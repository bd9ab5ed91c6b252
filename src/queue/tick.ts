import { setTimeout as delay } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { Timings } from '../core/due/timings.js';
import type { IsKnownIncident } from '../errors.js';
import type { Logger } from '../log.js';
import type { Clock, Due, DueLists } from '../ports/due.js';
import { jobOptions } from './queue.js';

/** Moves what is due into the queue. */
interface Tick {
  /** Puts everything that is due now into the queue; says whether nothing was due, and no other tick is running. */
  once(): Promise<'idle' | 'busy'>;
  /** Ticks on until stopped; a tick that fails is logged, and the next one tries again. */
  start(): void;
  /** This process may have made something due for a desk: it is looked for at once. */
  soon(desk: string): void;
  stop(): Promise<void>;
}

interface TickOptions {
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'dueLeaseMs' | 'dueReadMs' | 'tickMs'>;
  readonly log: Logger;
  readonly isKnownIncident?: IsKnownIncident;
}

/** How much one tick takes from a desk's due list. */
const most = 200;

/**
 * Puts due entries into the queue, time and again. Any number of processes may do it: an entry is taken under a lease. The lists
 * of one node are looked at together: when the next entry is due, when this process changed one, and now and then because another
 * process may have, or the clock was set. So a node that is away holds up no list of another.
 */
export function createTick(
  nodes: readonly DueLists[],
  dueOf: (desk: string) => Pick<Due, 'take'> | undefined,
  queue: Pick<Queue, 'addBulk'>,
  options: TickOptions,
): Tick {
  const { clock, timings } = options;
  const ticking = nodes.map((lists) => ({ lists, ...tickOver(lists, take, options) }));

  /** Calls of `once` that have not ended. */
  let underway = 0;
  /** Entries taken since the start. */
  let taken = 0;

  /** Says how much was due. */
  async function take(desk: string): Promise<number> {
    const entries = (await dueOf(desk)?.take(clock.now(), timings.dueLeaseMs, most)) ?? [];
    taken += entries.length;
    if (entries.length === 0) return 0;
    await queue.addBulk(
      entries.map(({ job, id }) => {
        const data = { desk, id };
        return { name: job, data, opts: jobOptions(job, data) };
      }),
    );
    return entries.length;
  }

  return {
    async once() {
      const before = taken;
      underway += 1;
      try {
        await all(ticking.map(({ once }) => once()));
      } finally {
        underway -= 1;
      }
      return taken === before && underway === 0 ? 'idle' : 'busy';
    },
    start: () => {
      for (const { start } of ticking) start();
    },
    soon: (desk) => ticking.find(({ lists }) => lists.desks.includes(desk))?.soon(),
    stop: async () => {
      await Promise.all(ticking.map(({ stop }) => stop()));
    },
  };
}

/** Ticks over the lists of one node. */
function tickOver(
  { desks, look }: DueLists,
  take: (desk: string) => Promise<number>,
  { clock, timings, log, isKnownIncident = () => false }: TickOptions,
) {
  const stopped = new AbortController();
  let running = Promise.resolve();
  /** Ends the wait between two ticks. */
  let wakeUp = new AbortController();
  /** The run of the store in which each list was taken from. */
  const takenIn = new Map<string, string>();

  /** Gives how long to wait for the next tick (real ms). */
  async function once(): Promise<number> {
    const { boot, nextAt } = await look();
    const isDue = (desk: string) => (nextAt.get(desk) ?? Number.POSITIVE_INFINITY) <= clock.now();
    const due = desks.filter((desk) => isDue(desk) || takenIn.get(desk) !== boot);
    const took = await all(
      due.map(async (desk) => {
        const count = await take(desk);
        takenIn.set(desk, boot);
        return count;
      }),
    );
    // What was taken is due again, and more may be.
    if (took.some((count) => count > 0)) return 0;
    if (due.length > 0) return timings.tickMs;
    const nextInMs = Math.min(...nextAt.values()) - clock.now();
    return Math.max(0, Math.min(timings.dueReadMs, nextInMs));
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      const waitMs = await once().catch((error: Error) => {
        if (!isKnownIncident(error)) log.warn({ error: error.message }, 'tick');
        return timings.tickMs;
      });
      await delay(waitMs, undefined, { signal: wakeUp.signal }).catch(() => {});
      if (!stopped.signal.aborted) wakeUp = new AbortController();
    }
  }

  return {
    once,
    start: () => {
      running = run();
    },
    soon: () => wakeUp.abort(),
    stop: async () => {
      stopped.abort();
      wakeUp.abort();
      await running;
    },
  };
}

/** What all of these give, or, once each has ended, the fault of the first that failed. */
async function all<T>(each: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(each);
  return Promise.all(each);
}
