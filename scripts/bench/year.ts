import { type Billed, usdOf } from './billed.js';
import { startTown, type Town, type TownOptions } from './town.js';

/** The month that the goal speaks of: 300 mentions, 200 follows, 150 replies. */
const actsOf = (day: number) => ({ mentions: 10, follows: day % 3 === 0 ? 6 : 7, replies: 5 });
const monthDays = 30;
/** After so many days without acts nothing is open: who was not greeted is closed after seven, and then kept for three. */
const quietDays = 11;

export interface Year {
  readonly start: Billed;
  readonly idle: { readonly day1: Billed; readonly day31: Billed; readonly day365: Billed };
  /** The first day without acts after a month of acts: much is open, or was closed a day ago. */
  readonly afterMonth: Billed;
  readonly usd: { readonly month1: number; readonly month12: number };
  readonly offUsd: number;
}

/**
 * A desk's first year: an idle day, some acts, an idle day 31, then a month of acts. Ten months later, after acts in each of
 * them, a month of acts again, and an idle day 365. `quick`: there are acts only on two days of each month in between.
 */
export async function measureYear(options: TownOptions, quick: boolean): Promise<Year> {
  const town = await startTown({ ...options, followers: 400 });
  try {
    await town.day();
    const day1 = await town.day();
    await days(town, quick ? 2 : 18, 1);
    await town.clear();
    await quiet(town, 31 - 3 - (quick ? 2 : 18));
    const day31 = await town.day();
    const month1 = usdOf(await days(town, monthDays, 1));
    for (let month = 2; month <= 11; month++) {
      const busy = quick ? 2 : 26;
      await days(town, busy, month);
      // The town is quiet for a few days a month, and 365 days are not twelve months of thirty.
      if (quick) await town.clear();
      if (quick) await town.skip(26 - busy - 1);
      if (quick) await town.day();
    }
    const month12 = usdOf(await days(town, monthDays, 12));
    await town.clear();
    const afterMonth = await town.day();
    await quiet(town, quietDays);
    const day365 = await town.day();
    return {
      start: town.start,
      idle: { day1, day31, day365 },
      afterMonth,
      usd: { month1, month12 },
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

async function quiet(town: Town, count: number): Promise<void> {
  for (let day = 0; day < count; day++) await town.day();
}
