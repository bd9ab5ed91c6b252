import { setTimeout as delay } from 'node:timers/promises';
import { isNetworkPoll, type Poll, pollIntervals } from '../core/due/due-entries.js';
import { secondMs } from '../core/durations.js';
import { omit } from '../core/omit.js';
import { isStorageFault, undefinedIf } from '../errors.js';
import { pollsOf } from '../flows/team/polls.js';
import type { Logger } from '../log.js';
import type { Decision } from '../ops/decisions.js';
import { createHealth } from '../ops/health.js';
import type { Metrics } from '../ops/metrics.js';
import { factsOf, type LastPress, type Reading, readDesk, readTogether } from '../ops/readings.js';
import { serveHealth } from '../ops/serve-health.js';
import { deskIncidents } from '../ops/silence.js';
import type { Ports } from '../ports.js';

interface SeeingOptions {
  readonly log: Logger;
  /** All desks and their private sides. */
  readonly sides: () => ReadonlyMap<string, Ports>;
  readonly jobs: () => Promise<Readonly<Record<string, number>>>;
  readonly slackConnections: () => number | undefined;
  /** What is wrong with all that the desks need, a line each. */
  readonly problems: () => readonly string[];
}

/** The queue waits for Redis as long as it takes; whoever asks how it stands does not (ms). */
const jobsMs = 1_000;

/** What whoever runs the desk sees of it from outside Slack: lines of the log, metrics, and health. */
export interface Seeing extends Pick<Metrics, 'called'> {
  decided(decision: Decision): void;
  pollDone(desk: string, poll: Poll): void;
  pressed(isAnswered: boolean): void;
  /** Begins to count for `/metrics`. Where nobody asks for it, the library of the counts is not loaded. */
  count(): Promise<void>;
  serve(address: { readonly host: string; readonly port: number }): Promise<void>;
  close(): Promise<void>;
}

/** Times are by the machine's clock. */
export function createSeeing(options: SeeingOptions): Seeing {
  const { log, sides, jobs, slackConnections, problems } = options;
  const begunAt = Date.now();
  const begunPolls = new Set<string>();
  let lastPress: LastPress | undefined;
  let server: Awaited<ReturnType<typeof serveHealth>> | undefined;
  const mains = () => new Map([...sides()].filter(([, { inPublic }]) => !inPublic));
  const health = createHealth(sides, problems, Date.now, () => deskIncidents(mains()));
  let metrics: Metrics | undefined;

  async function read(): Promise<Reading> {
    const now = Date.now();
    const each = [...sides().values()].map((own) => readDesk(own, pollsOf(own.desk), begunAt, now));
    const [desks, together, counts] = await Promise.all([
      Promise.all(each),
      readTogether(mains().values()),
      within(jobsMs, jobs().catch(undefinedIf(isStorageFault))),
    ]);
    return {
      desks: desks.filter((desk) => desk !== undefined),
      together,
      jobs: counts,
      slackConnections: slackConnections(),
      problems: problems().length,
      lastPress,
    };
  }

  /** Each kind of poll says once that it works: later the log has a line when one does not. */
  async function sayBegun({ clock, desk, timings, watermarks }: Ports, poll: Poll): Promise<void> {
    const everyMs = timings[pollIntervals[poll]];
    const begun = isNetworkPoll(poll) ? await watermarks.begunAt(clock.now()) : undefined;
    const since = begun === undefined ? undefined : new Date(begun).toISOString();
    const what = since ? `watching since ${since}` : 'looked at';
    log.info({ desk: desk.id, poll, everyMs, since }, `${poll}: ${what}, every ${everyMs / secondMs} s`);
  }

  async function counted(): Promise<Metrics> {
    const { createMetrics } = await import('../ops/metrics.js');
    metrics ??= createMetrics(read);
    return metrics;
  }

  return {
    called:
      (network) =>
      (...call) =>
        metrics?.called(network)(...call),
    decided(decision) {
      metrics?.decided(decision);
      log.info(omit(decision, 'acts'), 'decided');
    },
    pollDone(desk, poll) {
      health.pollDone(desk, poll);
      const own = sides().get(desk);
      const name = `${desk}/${poll}`;
      if (!own || begunPolls.has(name)) return;
      begunPolls.add(name);
      sayBegun(own, poll).catch(() => begunPolls.delete(name));
    },
    pressed(isAnswered) {
      lastPress = { at: Date.now(), isAnswered };
      metrics?.pressed(isAnswered);
    },
    async count() {
      await counted();
    },
    async serve(address) {
      const metrics = await counted();
      metrics.begins(sides().keys());
      // Also of a process that reads nothing itself: whoever asks it hears when no worker runs.
      for (const { desk } of sides().values()) for (const poll of pollsOf(desk)) health.expect(desk.id, poll);
      metrics.measureProcess();
      const facts = async () => factsOf(await read(), Date.now());
      server = await serveHealth({ health, facts, metrics, log }, address);
    },
    close: async () => server?.close(),
  };
}

/** What comes within a time (ms); undefined when nothing does. */
async function within<T>(ms: number, coming: Promise<T>): Promise<T | undefined> {
  const over = new AbortController();
  const late = delay(ms, undefined, { signal: over.signal }).catch(() => undefined);
  try {
    return await Promise.race([coming, late]);
  } finally {
    over.abort();
  }
}
