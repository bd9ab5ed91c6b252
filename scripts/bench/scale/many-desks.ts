import { setTimeout as delay } from 'node:timers/promises';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import { connect } from '../../../test/store/connect.js';
import { environmentOf } from '../../dev-desk.js';
import { startRedis } from '../../redis.js';
import type { BenchContext, Row } from '../row.js';
import { runDesk, up } from '../running/process.js';
import { foundLibraries, type Libraries } from './many-libraries.js';
import { missed } from './missed-polls.js';
import { clientsIn } from './redis-figures.js';

/** The polls that come once a minute, by what they ask of X. */
const minutely = ['GET /2/users/:id/mentions', 'GET /2/users/:id/tweets'];
const minuteMs = 60_000;
const lateMs = 10_000;
const settlesMs = 5_000;

/** What a process with so many desks took while nobody wanted anything. */
interface Seen {
  readonly missed: number;
  readonly connections: number;
  /** The share of one core. */
  readonly cpu: number;
  readonly rssBytes: number;
  readonly warnings: number;
}

/** 1, 10 and 100 desks in one process, each by itself beside the others. */
export async function desksRows({ quick, say }: BenchContext): Promise<readonly Row[]> {
  const minutes = quick ? 1 : 3;
  const sizes = quick ? [1, 100] : [1, 10, 100];
  say(`${sizes.join(', ')} desks in one process`);
  const sandbox = await createSandbox();
  try {
    // Idle processes leave the cores to each other; only their starts would not.
    const windows = [];
    for (const desks of sizes) windows.push(await begun(sandbox, desks, minutes * minuteMs));
    const seen = await Promise.all(windows.map(async (end) => end()));
    return seen.flatMap((one, n) => rowsOf(sizes[n] ?? 0, minutes, one));
  } finally {
    await sandbox.close();
  }
}

function rowsOf(desks: number, minutes: number, seen: Seen): readonly Row[] {
  const named = `${desks} ${desks === 1 ? 'desk' : 'desks'} in one process`;
  const long = `in ${minutes} min`;
  return [
    {
      group: 'scale',
      row: `${named}: polls missed ${long}`,
      unit: 'count',
      measured: seen.missed,
      goal: { atMost: 0 },
    },
    {
      group: 'scale',
      row: `${named}: share of a core, idle, ${long}`,
      unit: 'share',
      measured: seen.cpu,
      goal: { atMost: 0.1 },
    },
    {
      group: 'scale',
      row: `${named}: connections to Redis`,
      unit: 'count',
      measured: seen.connections,
      goal: { atMost: 50 },
    },
    {
      group: 'scale',
      row: `${named}: warnings of too many listeners`,
      unit: 'count',
      measured: seen.warnings,
      goal: { atMost: 0 },
    },
    { group: 'scale', row: `${named}: memory (RSS)`, unit: 'bytes', measured: seen.rssBytes },
  ];
}

/** Starts so many desks; what is given back says how they did until then, and ends them. */
async function begun(sandbox: Sandbox, desks: number, forMs: number): Promise<() => Promise<Seen>> {
  const server = await startRedis({ ...process.env, REDIS_URL: undefined }, { outlives: 'kill' });
  const libraries = await foundLibraries(sandbox, letters(desks), desks);
  const redis = connect(server.url);
  const before = clientsIn(String(await redis.client('LIST')));
  const running = runDesk(libraries.deskFile, {
    ...environmentOf(sandbox, server.url, 'bench'),
    ...libraries.env,
  });
  await running.said(up);
  await delay(settlesMs);
  const from = performance.now();
  const fromAt = sandbox.clock.now();
  const gauge = await running.gauge();
  const ended = delay(forMs);
  return async () => {
    try {
      await ended;
      const last = await running.gauge();
      const spentMs = performance.now() - from;
      return {
        missed: missedBy(sandbox, libraries, fromAt),
        connections: clientsIn(String(await redis.client('LIST'))) - before,
        cpu: (last.cpuMs - gauge.cpuMs) / spentMs,
        rssBytes: last.rssBytes,
        warnings: running.all().split('MaxListenersExceededWarning').length - 1,
      };
    } finally {
      await running.end();
      redis.disconnect();
      await server.close();
      await libraries.remove();
    }
  };
}

function missedBy({ journal, clock }: Sandbox, { handles }: Libraries, from: number): number {
  const watched = { from, until: clock.now(), everyMs: minuteMs, lateMs };
  const entries = journal.read().filter(({ at, kind }) => at >= from && minutely.includes(kind));
  const each = handles.flatMap((handle) =>
    minutely.map((poll) =>
      missed(
        entries.filter(({ caller, kind }) => caller === handle && kind === poll).map(({ at }) => at),
        watched,
      ),
    ),
  );
  return each.reduce((sum, one) => sum + one, 0);
}

/** A name of letters for so many desks: desks of several processes are in one sandbox. */
const letters = (count: number): string => `lib${String.fromCharCode(97 + String(count).length)}`;
