import type { HourOfDay, HourOfWeek, Report } from '../board/report.js';
import { weekdays } from '../rota/local-time.js';
import type { ReportedAct } from './acts.js';
import { fewest, sayable, withoutFew } from './few.js';

/** How many hours may be counted together: a block of more would not tell when somebody has to be there. */
const blocks = [1, 2, 3] as const;

/** A chart is worth reading where so much of it has a figure. */
const most = 2 / 3;

/** The hours of a report, counted in blocks of so many. */
type Hours = Required<Pick<Report, 'byHour' | 'byWeekHour' | 'hoursTogether'>>;

/**
 * What came at which hours, and how much of it waited past the standard. In a small library few single hours have enough to be
 * said: hours are counted together, in the smallest blocks of which most can be shown, or else in the largest. All figures of
 * a report have the same blocks, so that none can be worked out from the difference of two.
 */
export function hoursOf(acts: readonly ReportedAct[]): Hours {
  const each = blocks.map((size) => inBlocks(acts, size));
  const fitting = each.find(({ showsMost }) => showsMost) ?? each.at(-1);
  return fitting?.hours ?? { byHour: [], byWeekHour: [], hoursTogether: 1 };
}

/**
 * Hours in blocks of one size, which begin at its multiples. A block of a weekday is there only with at least five, where that
 * block of the day is said; where one alone of a block of the day would be missing, the sum of that block would tell it: the
 * smallest is left out too.
 */
function inBlocks(
  acts: readonly ReportedAct[],
  size: number,
): { readonly hours: Hours; readonly showsMost: boolean } {
  const came = new Map<number, number[]>();
  const late = new Map<number, number>();
  for (const { hour, isLate, weekday } of acts) {
    const first = hour - (hour % size);
    const day = weekdays.indexOf(weekday);
    const days = came.get(first) ?? weekdays.map(() => 0);
    days[day] = (days[day] ?? 0) + 1;
    came.set(first, days);
    if (isLate) late.set(first, (late.get(first) ?? 0) + 1);
  }
  const firsts = [...came.keys()].toSorted((a, b) => a - b);
  const sumAt = (hour: number) => (came.get(hour) ?? []).reduce((sum, one) => sum + one, 0);
  const byName = (of: (hour: number) => number) =>
    withoutFew(Object.fromEntries(firsts.map((hour) => [String(hour), of(hour)])));
  const cameAt = byName(sumAt);
  const lateAt = byName((hour) => late.get(hour) ?? 0);
  const byHour = firsts.map((hour) => hourOfDay(hour, cameAt[String(hour)], lateAt[String(hour)]));
  const byWeekHour = firsts.flatMap((hour) =>
    cameAt[String(hour)] === undefined ? [] : hoursOfWeek(hour, came.get(hour) ?? []),
  );
  const cells = [...came.values()].flat().filter((count) => count > 0).length;
  const split = byHour.filter((one) => one.late !== undefined).length;
  const showsMost = byWeekHour.length >= cells * most && split >= firsts.length * most;
  return { hours: { byHour, byWeekHour, hoursTogether: size }, showsMost };
}

/** Those in time are the others: both have to be sayable. */
function hourOfDay(hour: number, came: number | undefined, late: number | undefined): HourOfDay {
  if (came === undefined) return { hour };
  const isSplit = late !== undefined && sayable(came - late) !== undefined;
  return { hour, came, ...(isSplit ? { late } : {}) };
}

function hoursOfWeek(hour: number, days: readonly number[]): readonly HourOfWeek[] {
  const shown = weekdays
    .map((weekday, at) => ({ weekday, hour, came: days[at] ?? 0 }))
    .filter(({ came }) => came >= fewest);
  if (shown.length !== weekdays.length - 1) return shown;
  const smallest = Math.min(...shown.map(({ came }) => came));
  const at = shown.findIndex(({ came }) => came === smallest);
  return shown.filter((_, index) => index !== at);
}
