import type { Temporal } from 'temporal-polyfill';
import { type Weekday, weekdays, zoned } from './local-time.js';

/** Minutes since local midnight; `toMinute` is above 1440 when the interval crosses midnight. */
export interface Interval {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface StaffMember {
  readonly key: string;
  readonly slackId: string;
  readonly name: string;
  readonly signature: string;
  readonly lead: boolean;
  readonly trainee: boolean;
  readonly xSignIn: boolean;
}

export interface Shift {
  readonly days: readonly Weekday[];
  readonly at: readonly Interval[];
  /** Keys of staff members. */
  readonly who: readonly string[];
}

/** The library is closed from one day to another, both included. */
export interface Closure {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** A shift of one date, from a rota that is kept elsewhere. */
export interface DatedShift {
  readonly fromMs: number;
  readonly toMs: number;
  /** Keys of staff members. */
  readonly who: readonly string[];
}

/** Somebody takes a colleague's place for a while. */
export interface Cover {
  readonly fromMs: number;
  readonly toMs: number;
  /** Keys of staff members. */
  readonly of: string;
  readonly by: string;
}

export interface Rota {
  readonly timeZone: string;
  readonly openHours: Readonly<Record<Weekday, readonly Interval[]>>;
  readonly closures: readonly Closure[];
  readonly staff: readonly StaffMember[];
  readonly shifts: readonly Shift[];
  readonly dated: readonly DatedShift[];
  readonly covers: readonly Cover[];
}

export interface OnShift {
  readonly member: StaffMember;
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface ComingOn {
  readonly atMs: number;
  readonly members: readonly StaffMember[];
}

export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly members: readonly StaffMember[];
}

export interface RotaDay {
  /** ISO date. */
  readonly day: string;
  readonly weekday: Weekday;
  readonly stretches: readonly Stretch[];
}

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

interface LocalDay {
  readonly date: Temporal.PlainDate;
  readonly weekday: Weekday;
  readonly at: (minute: number) => number;
}

const DAY_MINUTES = 1440;
const LOOK_AHEAD_DAYS = 14;
// An interval ends on the following date at the latest, and a clock change can push it past that midnight.
const REACH_DAYS = 2;

/**
 * Everybody on shift now, in the order of the staff list. Adjoining intervals of one person count as one;
 * somebody who is always on is shown within two weeks either side.
 */
export function onShift(rota: Rota, nowMs: number): OnShift[] {
  const days = daysAround(rota.timeZone, nowMs, nowMs, LOOK_AHEAD_DAYS);
  return rota.staff.flatMap((member) =>
    spansOf(rota, member, days)
      .filter((span) => covers(span, nowMs))
      .map((span) => ({ member, fromMs: span.fromMs, untilMs: span.toMs })),
  );
}

/** Who comes on next and when; undefined when nobody does within 14 days. */
export function next(rota: Rota, nowMs: number): ComingOn | undefined {
  const days = daysAround(rota.timeZone, nowMs, nowMs, LOOK_AHEAD_DAYS);
  const starts = rota.staff.flatMap((member) =>
    spansOf(rota, member, days)
      .filter((span) => span.fromMs > nowMs)
      .map((span) => ({ member, atMs: span.fromMs })),
  );
  if (starts.length === 0) return undefined;
  const atMs = Math.min(...starts.map((start) => start.atMs));
  return { atMs, members: starts.filter((start) => start.atMs === atMs).map((start) => start.member) };
}

/** This week, Monday to Sunday. A stretch that crosses midnight stands under the day on which it begins. */
export function week(rota: Rota, nowMs: number): RotaDay[] {
  const today = zoned(rota.timeZone, nowMs).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return localDays(rota.timeZone, monday, monday.add({ days: 6 })).map((day) => ({
    day: day.date.toString(),
    weekday: day.weekday,
    stretches: stretchesOf(rota, day),
  }));
}

export function isOpen(rota: Rota, ms: number): boolean {
  return openSpans(rota, ms, ms).some((span) => covers(span, ms));
}

/** End of the current open stretch, looking at most two weeks ahead; undefined when closed. */
export function openUntil(rota: Rota, ms: number): number | undefined {
  return openSpans(rota, ms, ms, LOOK_AHEAD_DAYS).find((span) => covers(span, ms))?.toMs;
}

/** When the library opens next on a day after today; undefined when it does not within two weeks. */
export function nextOpening(rota: Rota, ms: number): number | undefined {
  const today = zoned(rota.timeZone, ms).toPlainDate();
  const days = localDays(rota.timeZone, today.add({ days: 1 }), today.add({ days: LOOK_AHEAD_DAYS }));
  const openings = days.flatMap((day) => spans(rota.openHours[day.weekday], day)).map(({ fromMs }) => fromMs);
  return openings.length > 0 ? Math.min(...openings) : undefined;
}

/** Milliseconds of open time in `[fromMs, toMs)`; 0 when `toMs` is not later. */
export function openTimeBetween(rota: Rota, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  return openSpans(rota, fromMs, toMs)
    .map((span) => Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs))
    .reduce((sum, ms) => sum + Math.max(0, ms), 0);
}

function spansOf(rota: Rota, member: StaffMember, days: readonly LocalDay[]): Span[] {
  const shifts = rota.shifts.filter((shift) => shift.who.includes(member.key));
  return merged(days.flatMap((day) => shifts.flatMap((shift) => shiftSpans(shift, day))));
}

function shiftSpans(shift: Shift, day: LocalDay): Span[] {
  return shift.days.includes(day.weekday) ? spans(shift.at, day) : [];
}

function openSpans(rota: Rota, fromMs: number, toMs: number, aheadDays = REACH_DAYS): Span[] {
  const days = daysAround(rota.timeZone, fromMs, toMs, aheadDays);
  return merged(days.flatMap((day) => spans(rota.openHours[day.weekday], day)));
}

function stretchesOf(rota: Rota, day: LocalDay): Stretch[] {
  const onDay = rota.staff.map((member) => ({ member, spans: spansOf(rota, member, [day]) }));
  const edges = onDay.flatMap(({ spans }) => spans.flatMap((span) => [span.fromMs, span.toMs]));
  const times = [...new Set(edges)].sort((a, b) => a - b);
  return times.flatMap((fromMs, index) => {
    const toMs = times[index + 1];
    const members = onDay
      .filter(({ spans }) => spans.some((span) => covers(span, fromMs)))
      .map(({ member }) => member);
    return toMs === undefined || members.length === 0 ? [] : [{ fromMs, toMs, members }];
  });
}

function spans(intervals: readonly Interval[], day: LocalDay): Span[] {
  return intervals
    .map(({ fromMinute, toMinute }) => ({ fromMs: day.at(fromMinute), toMs: day.at(toMinute) }))
    .filter((span) => span.fromMs < span.toMs);
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = result.at(-1);
    if (last === undefined || span.fromMs > last.toMs) result.push(span);
    else result[result.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, span.toMs) };
  }
  return result;
}

function covers(span: Span, ms: number): boolean {
  return span.fromMs <= ms && ms < span.toMs;
}

function daysAround(timeZone: string, fromMs: number, toMs: number, reachDays: number): LocalDay[] {
  const first = zoned(timeZone, fromMs).toPlainDate().subtract({ days: reachDays });
  const last = zoned(timeZone, toMs).toPlainDate().add({ days: reachDays });
  return localDays(timeZone, first, last);
}

function localDays(timeZone: string, first: Temporal.PlainDate, last: Temporal.PlainDate): LocalDay[] {
  const count = first.until(last).days + 1;
  return Array.from({ length: count }, (_, index) => dayIn(timeZone, first.add({ days: index })));
}

function dayIn(timeZone: string, date: Temporal.PlainDate): LocalDay {
  // Many shifts share few wall times, and asking Temporal for one costs about 9 µs.
  const known = new Map<number, number>();
  const at = (minute: number) => {
    const ms = known.get(minute) ?? instantAt(timeZone, date, minute);
    known.set(minute, ms);
    return ms;
  };
  return { date, weekday: weekdays[date.dayOfWeek - 1] ?? 'mon', at };
}

/** A wall time that does not exist moves forward, one that happens twice is the first (Temporal's "compatible"). */
function instantAt(timeZone: string, date: Temporal.PlainDate, minute: number): number {
  return date.add({ days: Math.floor(minute / DAY_MINUTES) }).toZonedDateTime({
    timeZone,
    plainTime: { hour: Math.floor((minute % DAY_MINUTES) / 60), minute: minute % 60 },
  }).epochMilliseconds;
}
