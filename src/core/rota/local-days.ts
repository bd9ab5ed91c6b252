import { Temporal } from 'temporal-polyfill';
import { dayMs } from '../durations.js';
import { type Weekday, weekdays, zoned } from './local-time.js';
import type { Closure, Interval } from './rota.js';
import type { Span } from './spans.js';

/** One day of a zone's calendar. `at` gives the moment (Unix ms) of a wall time, in minutes since the day's midnight. */
export interface LocalDay {
  readonly date: Temporal.PlainDate;
  readonly weekday: Weekday;
  readonly at: (minute: number) => number;
}

/** Minutes from a midnight to the next on the wall clock, also on days when the clock changes. */
export const DAY_MINUTES = 24 * 60;

/** The days from one moment to another (Unix ms), and `reachDays` more on either side. */
export function daysAround(timeZone: string, fromMs: number, toMs: number, reachDays: number): LocalDay[] {
  const first = numberOf(zoned(timeZone, fromMs).toPlainDate());
  const last = numberOf(zoned(timeZone, toMs).toPlainDate());
  return numberedDays(timeZone, first - reachDays, last + reachDays);
}

/** The days from the first date to the last, both included. */
export function localDays(timeZone: string, first: Temporal.PlainDate, last: Temporal.PlainDate): LocalDay[] {
  return numberedDays(timeZone, numberOf(first), numberOf(last));
}

/** The day of an ISO date. */
export function localDayOf(timeZone: string, date: string): LocalDay {
  return dayIn(timeZone, numberOf(Temporal.PlainDate.from(date)));
}

/** From the midnight that begins the first day to the one that ends the last. */
export function spanOf(days: readonly LocalDay[]): Span {
  return { fromMs: days[0]?.at(0) ?? 0, toMs: days.at(-1)?.at(DAY_MINUTES) ?? 0 };
}

/** Intervals of a day as spans. One that a clock change leaves without length is dropped. */
export function spansOn(day: LocalDay, intervals: readonly Interval[]): Span[] {
  return intervals
    .map(({ fromMinute, toMinute }) => ({ fromMs: day.at(fromMinute), toMs: day.at(toMinute) }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
}

/** The closures on some days and the two days after, because a shift that begins on the last day can reach into those. */
export function closedIn(timeZone: string, closures: readonly Closure[], days: readonly LocalDay[]): Span[] {
  const first = days[0]?.date.toString() ?? '';
  const last = days.at(-1)?.date.add({ days: 2 }).toString() ?? '';
  return closures
    .filter(({ from, to }) => from <= last && to >= first)
    .map(({ from, to }) => ({
      fromMs: localDayOf(timeZone, from).at(0),
      toMs: localDayOf(timeZone, to).at(DAY_MINUTES),
    }));
}

/** The number of a date; 1 January 1970 is 0. */
const numberOf = ({ year, month, day }: Temporal.PlainDate): number =>
  new Date(0).setUTCFullYear(year, month - 1, day) / dayMs;

const numberedDays = (timeZone: string, first: number, last: number): LocalDay[] =>
  Array.from({ length: last - first + 1 }, (_, index) => dayIn(timeZone, first + index));

/** Days by zone and number. The same few are asked for with each card, and Temporal takes about 10 µs for each step. */
const known = new Map<string, LocalDay>();
/** More than a look ahead of a year takes in two zones. */
const mostKnown = 2_000;

function dayIn(timeZone: string, number: number): LocalDay {
  const key = `${number} ${timeZone}`;
  const day = known.get(key) ?? newDay(timeZone, zeroDate.add({ days: number }));
  if (known.size >= mostKnown) known.clear();
  known.set(key, day);
  return day;
}

const zeroDate = Temporal.PlainDate.from('1970-01-01');

function newDay(timeZone: string, date: Temporal.PlainDate): LocalDay {
  const moments = new Map<number, number>();
  const at = (minute: number) => {
    const ms = moments.get(minute) ?? instantAt(timeZone, date, minute);
    moments.set(minute, ms);
    return ms;
  };
  return { date, weekday: weekdays[date.dayOfWeek - 1] ?? 'mon', at };
}

/** The moment of a wall time; clock changes are resolved as in `instantOf` (Temporal's "compatible"). */
function instantAt(timeZone: string, date: Temporal.PlainDate, minute: number): number {
  return date.add({ days: Math.floor(minute / DAY_MINUTES) }).toZonedDateTime({
    timeZone,
    plainTime: { hour: Math.floor((minute % DAY_MINUTES) / 60), minute: minute % 60 },
  }).epochMilliseconds;
}
