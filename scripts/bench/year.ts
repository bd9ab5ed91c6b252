import { type Billed, monthDays, monthUsd } from './billed.js';
import { startTown, type Town, type TownOptions } from './town.js';

/** The month that the goal speaks of: 300 mentions, 200 follows, 150 replies. */
const actsOf = (day: number) => ({ mentions: 10, follows: day % 3 === 0 ? 6 : 7, replies: 5 });
/**
 * After so many days without acts nothing is open: who was not greeted is closed after seven, and then kept for three. After as
 * many with the same acts each, a day's bill does not change any more.
 */
const settledAfter = 11;

/** Which days of a year pass one by one. */
interface Calendar {
  /** Of the first month, with acts. */
  readonly first: number;
  /** Of the months that are measured, with acts. */
  readonly measured: number;
  /** Of each month in between, with acts; during the others the desk stands still. */
  readonly between: (month: number) => number;
  /** Whether the last month is measured too. */
  readonly measuresLast: boolean;
}

/** No day is left out. */
const whole: Calendar = {
  first: 18,
  measured: monthDays,
  between: (month) => (month === 11 ? 24 : 25),
  measuresLast: true,
};
/** Three days have the acts of any three of a month. */
const short: Calendar = {
  first: 1,
  measured: 3,
  between: (month) => (month === 11 ? 2 : 0),
  measuresLast: false,
};
export const calendarOf = (quick: boolean): Calendar => (quick ? short : whole);

export interface Year {
  readonly start: Billed;
  readonly idle: { readonly day1: Billed; readonly day31: Billed; readonly day365: Billed };
  /** The first day without acts after days of acts: much is open, or was closed a day ago. */
  readonly afterActs: Billed;
  /** Of a whole month, by its first days where fewer were measured. A short year leaves out the last month. */
  readonly usd: { readonly month1: number; readonly month12?: number };
  readonly offUsd: number;
}

/**
 * A desk's first year: an idle day, some acts, an idle day 31, then a month of acts, measured once as much is open as always. Ten
 * months later, after acts in each of them, a month of acts again, and an idle day 365.
 */
export async function measureYear(options: TownOptions, quick: boolean): Promise<Year> {
  const { first, measured, between, measuresLast } = calendarOf(quick);
  const town = await startTown({ ...options, followers: 400 });
  try {
    await town.day();
    const day1 = await town.day();
    await days(town, first, 1);
    await town.clear();
    await quiet(town, 31 - 3 - first, quick);
    const day31 = await town.day();
    await days(town, settledAfter, 1);
    const month1 = monthUsd(await days(town, measured, 1));
    for (let month = 2; month <= 11; month++) {
      const busy = between(month);
      await days(town, busy, month);
      if (!quick) continue;
      await town.clear();
      await quiet(town, 26 - busy, quick);
    }
    const month12 = measuresLast ? monthUsd(await days(town, measured, 12)) : undefined;
    await town.clear();
    const afterActs = await town.day();
    const left = quick ? 2 * monthDays - measured - settledAfter : 0;
    await quiet(town, left + settledAfter, quick);
    const day365 = await town.day();
    return {
      start: town.start,
      idle: { day1, day31, day365 },
      afterActs,
      usd: { month1, ...(month12 === undefined ? {} : { month12 }) },
      offUsd: await town.offUsd(),
    };
  } finally {
    await town.close();
  }
}

async function days(town: Town, count: number, from: number): Promise<Billed[]> {
  const bills: Billed[] = [];
  for (let day = 0; day < count; day++) bills.push(await town.day(actsOf(from + day)));
  return bills;
}

/** Days without acts. `quick`: the desk stands still during all but the last, on which it catches up. */
async function quiet(town: Town, count: number, quick: boolean): Promise<void> {
  if (quick && count > 1) await town.skip(count - 1);
  for (let day = 0; day < (quick ? Math.min(count, 1) : count); day++) await town.day();
}
