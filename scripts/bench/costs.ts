import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readsOf } from './billed.js';
import type { Row } from './table.js';
import { startTown } from './town.js';
import type { Year } from './year.js';

const oneYear = fileURLToPath(new URL('one-year.ts', import.meta.url));
const idleReads = { atMost: 30 };
const monthUsd = { atMost: 9 };
const followsADay = 100;

/** What X bills, by the meter of its sandbox and at X's prices. */
export async function costRows(
  redisUrl: string,
  { quick }: { readonly quick: boolean },
): Promise<readonly Row[]> {
  const [byDefault, billed] = await Promise.all([
    yearApart({ redisUrl, includesBilled: false, quick }),
    yearApart({ redisUrl, includesBilled: true, quick }),
  ]);
  const { day1, day31, day365 } = byDefault.idle;
  const reads = (row: string, measured: number, goal?: { atMost: number }): Row => ({
    row,
    measured,
    unit: 'reads',
    ...(goal && { goal }),
  });
  const usd = (row: string, measured: number, goal?: { atMost: number }): Row => ({
    row,
    measured,
    unit: 'usd',
    ...(goal && { goal }),
  });
  return [
    reads('billed reads at the first start, with 400 followers', readsOf(byDefault.start)),
    reads('billed reads on an idle day 1', readsOf(day1), idleReads),
    reads('billed reads on an idle day 31', readsOf(day31), idleReads),
    reads('billed reads on an idle day 365', readsOf(day365), idleReads),
    reads('billed reads on the first day without acts after a busy month', readsOf(byDefault.afterMonth)),
    ...(await followerRows(redisUrl)),
    usd('a month of 300 mentions, 200 follows, 150 replies: month 1', byDefault.usd.month1, monthUsd),
    usd('… month 12', byDefault.usd.month12, {
      atMost: Math.min(monthUsd.atMost, byDefault.usd.month1 * 1.05),
    }),
    usd('… month 1, where X bills included people (includesBilled: true)', billed.usd.month1),
    usd('… month 12, likewise', billed.usd.month12, { atMost: billed.usd.month1 * 1.05 }),
    usd("X's bill for the year and the desk's own differ by", byDefault.offUsd, { atMost: 0 }),
    usd('… with includesBilled: true', billed.offUsd, { atMost: 0 }),
  ];
}

async function followerRows(redisUrl: string): Promise<readonly Row[]> {
  const town = await startTown({ redisUrl, followers: 400, timings: { pollFollowersMs: 5 * 60_000 } });
  try {
    await town.day();
    const came = readsOf(await town.dayOfFollows(followsADay)) / followsADay;
    const wait = readsOf(await town.day()) / followsADay;
    return [
      {
        row: 'billed reads per new follower, 100 on a day',
        measured: came,
        unit: 'reads each',
        goal: { atMost: 1.2 },
      },
      { row: '… and on each later day while their cards wait', measured: wait, unit: 'reads each' },
    ];
  } finally {
    await town.close();
  }
}

async function yearApart(options: Readonly<Record<string, unknown>>): Promise<Year> {
  const args = ['--import', 'tsx', oneYear, JSON.stringify(options)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}
