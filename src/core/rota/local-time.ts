import { Temporal } from 'temporal-polyfill';
import { dayMs, minuteMs } from '../durations.js';
import type { Closure, Interval } from './rota.js';
import type { Span } from './spans.js';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Anything with a time zone, such as a rota. */
interface Zone {
  /** An IANA name. */
  readonly timeZone: string;
}

/** A time (Unix ms) on the desk's wall clock: "10:44". */
export function localTime({ timeZone }: Zone, ms: number): string {
  return wallClock(timeZone, ms).toISOString().slice(11, 16);
}

/** The day of a time (Unix ms) on the desk's calendar; `month` counts from 1. */
export function localDay({ timeZone }: Zone, ms: number): { weekday: Weekday; day: number; month: number } {
  const wall = wallClock(timeZone, ms);
  const weekday = weekdays[(wall.getUTCDay() + 6) % 7] ?? 'mon';
  return { weekday, day: wall.getUTCDate(), month: wall.getUTCMonth() + 1 };
}

/** The day of a time (Unix ms) on the desk's calendar, as an ISO date: "2026-11-24". */
export function localDate({ timeZone }: Zone, ms: number): string {
  return wallClock(timeZone, ms).toISOString().slice(0, 10);
}

/** When the month of a time began on the desk's calendar (both Unix ms). */
export const monthStartMs = ({ timeZone }: Zone, ms: number): number =>
  zoned(timeZone, ms).with({ day: 1 }).startOfDay().epochMilliseconds;

/** Whether two times (Unix ms) are on the same day of the desk's calendar. */
export function isSameDay(zone: Zone, oneMs: number, otherMs: number): boolean {
  return localDate(zone, oneMs) === localDate(zone, otherMs);
}

/** A Date whose UTC fields are those of a zone's wall clock at a time (Unix ms). */
const wallClock = (timeZone: string, ms: number): Date => new Date(ms + offsetMs(timeZone, ms));

/** How far zones are ahead of UTC (ms), by zone and minute: no clock changes within one. */
const offsets = new Map<string, number>();

/** Screens say the same few times again and again, and Temporal takes about 10 µs for each step. */
function offsetMs(timeZone: string, ms: number): number {
  const key = `${Math.floor(ms / minuteMs)} ${timeZone}`;
  const offset = offsets.get(key) ?? zoned(timeZone, ms).offsetNanoseconds / 1e6;
  if (offsets.size >= mostKnown) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** A time (Unix ms) in a time zone. */
export function zoned(timeZone: string, ms: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
}

/** A time without a zone, as calendars write it: "2026-11-24T09:00:00". Such texts sort like the times. */
export type WallTime = string;

/**
 * The moment (Unix ms) of a wall time. When clocks go forward, a wall time that does not exist is moved forward; when they
 * go back, one that happens twice means the first.
 */
export function instantOf(timeZone: string, wall: WallTime): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds;
}

/** A moment (Unix ms) as a wall time. */
export function wallTimeOf(timeZone: string, ms: number): WallTime {
  return zoned(timeZone, ms).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** `wall` plus the time between `from` and `to`, all by the wall clock: clock changes do not count. */
export function addWallTime(wall: WallTime, from: WallTime, to: WallTime): WallTime {
  const length = Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to));
  return Temporal.PlainDateTime.from(wall).add(length).toString({ smallestUnit: 'second' });
}

/** Whether a name is that of an IANA time zone. */
export function isTimeZone(name: string): boolean {
  // Newer Node also accepts offsets such as +01:00, which have no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

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
