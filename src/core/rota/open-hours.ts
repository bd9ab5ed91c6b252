import { dayMs } from '../durations.js';
import {
  closedIn,
  daysAround,
  instantOf,
  type LocalDay,
  localDate,
  spansOn,
  wallTimeOf,
} from './local-time.js';
import type { Rota } from './rota.js';
import { contains, intersect, lengthMs, merged, type Span, subtract } from './spans.js';

// An interval ends on the next date at the latest, and a clock change can move its end past that midnight.
const REACH_DAYS = 2;
const TWO_WEEKS_DAYS = 14;
// Most answers lie in the next days. The wide looks are for closures of a summer or a year.
const LOOK_AHEAD_DAYS = [REACH_DAYS, TWO_WEEKS_DAYS, 100, 400];

/** Whether the library is open at a time (Unix ms). */
export function isOpen(rota: Rota, ms: number): boolean {
  return openSpans(rota, ms, ms, REACH_DAYS).some((span) => contains(span, ms));
}

/** When the library closes next (Unix ms), at most about two weeks ahead; undefined when it is closed at `ms`. */
export function openUntil(rota: Rota, ms: number): number | undefined {
  return openSpans(rota, ms, ms, TWO_WEEKS_DAYS).find((span) => contains(span, ms))?.toMs;
}

/** The first open moment at or after `ms` (Unix ms): `ms` itself while open; undefined when there is none within a year. */
export function openFrom(rota: Rota, ms: number): number | undefined {
  return firstFoundAhead((days) => {
    const span = openSpans(rota, ms, ms, days).find(({ toMs }) => toMs > ms);
    return span && Math.max(span.fromMs, ms);
  });
}

/** When the library next opens on a day after that of `ms` (Unix ms); undefined when it does not within a year. */
export function nextOpening(rota: Rota, ms: number): number | undefined {
  return firstFoundAhead((reach) => {
    const days = daysAround(rota.timeZone, ms, ms, reach);
    const tomorrow = days[reach + 1]?.at(0) ?? ms;
    const openings = openPieces(rota, days).filter(({ fromMs }) => fromMs >= tomorrow);
    return openings.length > 0 ? Math.min(...openings.map(({ fromMs }) => fromMs)) : undefined;
  });
}

/** Milliseconds of open time in `[fromMs, toMs)`; 0 when `toMs` is not later. */
export function openTimeBetween(rota: Rota, fromMs: number, toMs: number): number {
  return lengthMs(openSpansBetween(rota, fromMs, toMs));
}

/** The open time in `[fromMs, toMs)`, in order; hours without a gap between them are one span. */
export function openSpansBetween(rota: Rota, fromMs: number, toMs: number): Span[] {
  return toMs <= fromMs ? [] : intersect(openSpans(rota, fromMs, toMs, REACH_DAYS), { fromMs, toMs });
}

/**
 * The moment (Unix ms) at which `openMs` of open time have passed since `fromMs`; `fromMs` itself for 0 or less.
 * Undefined when so much does not pass within a year.
 */
export function afterOpenTime(rota: Rota, fromMs: number, openMs: number): number | undefined {
  if (openMs <= 0) return fromMs;
  return firstFoundAhead((days) => {
    let left = openMs;
    for (const span of openSpans(rota, fromMs, fromMs, days)) {
      const from = Math.max(span.fromMs, fromMs);
      const lasts = Math.max(0, span.toMs - from);
      if (lasts >= left) return from + left;
      left -= lasts;
    }
    return undefined;
  });
}

/**
 * How much open time (ms) there is from `fromMs` (Unix ms) until the same time of day on the `days`-th next open day. What
 * comes while the library is closed counts from its next opening. Undefined when it does not open that often within a year.
 */
export function openTimeOfDays(rota: Rota, fromMs: number, days: number): number | undefined {
  const from = openFrom(rota, fromMs);
  let last = from;
  for (let day = 0; day < days && last !== undefined; day++) last = nextOpening(rota, last);
  if (from === undefined || last === undefined) return undefined;
  const [, time] = wallTimeOf(rota.timeZone, from).split('T');
  return openTimeBetween(rota, from, instantOf(rota.timeZone, `${localDate(rota, last)}T${time}`));
}

/**
 * The same time of day on the `days`-th day after that of `fromMs` on which the library opens (Unix ms). Where it does not
 * open that often within a year, days of the calendar count.
 */
export function openDaysAfter(rota: Rota, fromMs: number, days: number): number {
  let last: number | undefined = fromMs;
  for (let day = 0; day < days && last !== undefined; day++) last = nextOpening(rota, last);
  if (last === undefined) return fromMs + days * dayMs;
  const [, time] = wallTimeOf(rota.timeZone, fromMs).split('T');
  return instantOf(rota.timeZone, `${localDate(rota, last)}T${time}`);
}

function openSpans(rota: Rota, fromMs: number, toMs: number, reachDays: number): Span[] {
  return merged(openPieces(rota, daysAround(rota.timeZone, fromMs, toMs, reachDays)));
}

function openPieces({ closures, openHours, timeZone }: Rota, days: readonly LocalDay[]): Span[] {
  const planned = days.flatMap((day) => spansOn(day, openHours[day.weekday]));
  return subtract(planned, closedIn(timeZone, closures, days));
}

function firstFoundAhead<Found>(look: (days: number) => Found | undefined): Found | undefined {
  for (const days of LOOK_AHEAD_DAYS) {
    const found = look(days);
    if (found !== undefined) return found;
  }
  return undefined;
}
