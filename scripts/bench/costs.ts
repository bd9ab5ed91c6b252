import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { monthDays, readsOf } from './billed.js';
import { outcomeRow } from './outcomes.js';
import type { BenchContext, Goal, Row } from './row.js';
import { startTown } from './town.js';
import { calendarOf, type Year } from './year.js';

const oneYear = fileURLToPath(new URL('one-year.ts', import.meta.url));
const idleReads = { atMost: 30 };
const monthUsd = { atMost: 9 };
/** A later month costs at most so many times the first. */
const mayGrow = 1.05;
const followsADay = 100;

/** What X bills, by the meter of its sandbox and at X's prices. */
export async function costRows({ redisUrl, quick, say }: BenchContext): Promise<readonly Row[]> {
  say('a year of one desk, twice');
  // Two years fit on two cores; the day of follows is the shorter one.
  const billedThenFollows = async () =>
    [await yearApart({ redisUrl, includesBilled: true, quick }), await followerRows(redisUrl)] as const;
  const [byDefault, [billed, perFollower]] = await Promise.all([
    yearApart({ redisUrl, includesBilled: false, quick }),
    billedThenFollows(),
  ]);
  const outcomes = quick ? [] : [await outcomeRow(redisUrl, { followers: 400, followsADay: 2 })];
  return [
    ...readRows(byDefault),
    ...perFollower,
    ...usdRows(byDefault, billed, calendarOf(quick).measured),
    ...outcomes,
  ];
}

const aRow = (unit: 'reads' | 'reads each' | 'usd', row: string, measured: number, goal?: Goal): Row => ({
  group: 'cost',
  row,
  measured,
  unit,
  ...(goal && { goal }),
});

function readRows({ start, idle, afterActs }: Year): readonly Row[] {
  return [
    aRow('reads', 'billed reads at the first start, with 400 followers', readsOf(start)),
    aRow('reads', 'billed reads on an idle day 1', readsOf(idle.day1), idleReads),
    aRow('reads', 'billed reads on an idle day 31', readsOf(idle.day31), idleReads),
    aRow('reads', 'billed reads on an idle day 365', readsOf(idle.day365), idleReads),
    aRow('reads', 'billed reads on the first day without acts after busy ones', readsOf(afterActs)),
  ];
}

/** `days`: how many of a month were measured. */
function usdRows(byDefault: Year, billed: Year, days: number): readonly Row[] {
  const [first, second] = [byDefault.usd, billed.usd];
  const how = days < monthDays ? `, by its first ${days} days` : '';
  const likeFirst = { atMost: Math.min(monthUsd.atMost, first.month1 * mayGrow) };
  // What was not measured has no row.
  const last = (row: string, usd: number | undefined, goal: Goal): readonly Row[] =>
    usd === undefined ? [] : [aRow('usd', row, usd, goal)];
  return [
    aRow('usd', `a month of 300 mentions, 200 follows, 150 replies: month 1${how}`, first.month1, monthUsd),
    ...last('… month 12', first.month12, likeFirst),
    aRow('usd', '… month 1, where X bills included people (includesBilled: true)', second.month1),
    ...last('… month 12, likewise', second.month12, { atMost: second.month1 * mayGrow }),
    aRow('usd', "X's bill for the year and the desk's own differ by", byDefault.offUsd, { atMost: 0 }),
    aRow('usd', '… with includesBilled: true', billed.offUsd, { atMost: 0 }),
  ];
}

async function followerRows(redisUrl: string): Promise<readonly Row[]> {
  const town = await startTown({ redisUrl, followers: 400, timings: { pollFollowersMs: 5 * 60_000 } });
  try {
    await town.day();
    const came = readsOf(await town.dayOfFollows(followsADay)) / followsADay;
    const wait = readsOf(await town.day()) / followsADay;
    return [
      aRow('reads each', 'billed reads per new follower, 100 on a day', came, { atMost: 1.2 }),
      aRow('reads each', '… and on each later day while their cards wait', wait),
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
