import ICAL from 'ical.js';
import { shifted, type WallTime } from '../../core/rota/local-time.js';
import type { Span } from '../../core/rota/spans.js';
import type { Point, Times } from './calendar-times.js';
import type { Zone } from './calendar-zones.js';

/** A time at which an event takes place. */
export interface Occurrence extends Span {
  readonly event: ICAL.Component;
}

const DAY_MS = 86_400_000;
/** What begins so long before a window can reach into it. */
const LONGEST_MS = 40 * DAY_MS;
/** A shift every hour for five years is no rota. */
const MOST_REPEATS = 50_000;

/**
 * When an event takes place within a window; `changed` are those of its occurrences that stand for themselves. A
 * repeated event keeps its wall time, whatever the clocks do.
 */
export function occurrences(
  event: ICAL.Component,
  changed: readonly ICAL.Component[],
  times: Times,
  window: Span,
): Occurrence[] {
  const start = startOf(event, times);
  const moved = changed.flatMap((one) => walls(one, 'recurrence-id', start.zone, times));
  const wanted = startsIn(event, start, times, window).filter((wall) => !moved.includes(wall));
  return wanted.flatMap((wall) => spanAt(event, start, wall, times) ?? []);
}

/** The one time of an event, or of a changed occurrence. */
export function onlyOccurrence(event: ICAL.Component, times: Times): Occurrence | undefined {
  const start = startOf(event, times);
  return spanAt(event, start, start.wall, times);
}

function startOf(event: ICAL.Component, times: Times): Point {
  const property = event.getFirstProperty('dtstart');
  const [start] = property ? times.points(property) : [];
  if (!start) throw new TypeError('it has no beginning');
  return start;
}

function spanAt(event: ICAL.Component, start: Point, wall: WallTime, times: Times): Occurrence | undefined {
  const fromMs = start.zone.instantOf(wall);
  const toMs = endAt(event, start, wall, times);
  return fromMs < toMs ? { event, fromMs, toMs } : undefined;
}

function endAt(event: ICAL.Component, start: Point, wall: WallTime, times: Times): number {
  const end = event.getFirstProperty('dtend');
  const [point] = end ? times.points(end) : [];
  if (point) return start.zone.instantOf(shifted(wall, start.wall, times.wallIn(start.zone, point)));
  const duration: unknown = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) {
    const days = duration.weeks * 7 + duration.days;
    const rest = (duration.hours * 60 + duration.minutes) * 60 + duration.seconds;
    return start.zone.instantOf(daysLater(wall, days)) + rest * 1000;
  }
  if (start.isDay) return start.zone.instantOf(daysLater(wall, 1));
  throw new TypeError('it has no end');
}

function daysLater(wall: WallTime, days: number): WallTime {
  const other = ICAL.Time.fromDateTimeString(wall);
  other.adjust(days, 0, 0, 0);
  return other.toString();
}

function startsIn(event: ICAL.Component, start: Point, times: Times, window: Span): WallTime[] {
  const first = start.zone.wallOf(window.fromMs - LONGEST_MS);
  const last = start.zone.wallOf(window.toMs);
  const rules = event.getAllProperties('rrule').map((property): unknown => property.getFirstValue());
  const starts = new Set([
    ...(rules.length === 0 ? [start.wall] : rules.flatMap((rule) => repeated(rule, start, first, last))),
    ...walls(event, 'rdate', start.zone, times),
  ]);
  const without = walls(event, 'exdate', start.zone, times);
  const isLeftOut = (wall: WallTime) =>
    without.includes(wall) || daysOf(event, 'exdate', times).includes(wall.slice(0, 10));
  return [...starts].filter((wall) => wall >= first && wall < last && !isLeftOut(wall));
}

function repeated(rule: unknown, { wall, zone }: Point, first: WallTime, last: WallTime): WallTime[] {
  if (!(rule instanceof ICAL.Recur)) throw new TypeError('its repetition is not understood');
  const own = rule.clone();
  if (own.until) own.until = ICAL.Time.fromDateTimeString(untilWall(own.until, zone));
  const found: WallTime[] = [];
  const iterator = own.iterator(ICAL.Time.fromDateTimeString(nearer(own, wall, first)));
  for (let count = 0; count < MOST_REPEATS; count++) {
    const next = iterator.next()?.toString();
    if (next === undefined || next >= last) return found;
    found.push(next);
  }
  throw new TypeError('it repeats too often');
}

/** What has repeated by days or weeks for years need not be counted from its beginning, unless its times are numbered. */
function nearer({ count, freq, interval }: ICAL.Recur, wall: WallTime, first: WallTime): WallTime {
  const unitDays = freq === 'WEEKLY' ? 7 * interval : freq === 'DAILY' ? interval : 0;
  if (count || unitDays === 0) return wall;
  const units = Math.floor((Date.parse(`${first}Z`) - Date.parse(`${wall}Z`)) / (unitDays * DAY_MS)) - 1;
  return units > 0 ? daysLater(wall, units * unitDays) : wall;
}

/** A repetition ends in UTC, as most calendars write it, or with a whole day. */
function untilWall(until: ICAL.Time, zone: Zone): WallTime {
  const written = until.toString();
  if (until.isDate) return `${written}T23:59:59`;
  return written.endsWith('Z') ? zone.wallOf(Date.parse(written)) : written;
}

function walls(event: ICAL.Component, name: string, zone: Zone, times: Times): WallTime[] {
  return event
    .getAllProperties(name)
    .flatMap((property) => times.points(property))
    .map((point) => times.wallIn(zone, point));
}

/** Some calendars leave out a whole day. */
function daysOf(event: ICAL.Component, name: string, times: Times): string[] {
  return event
    .getAllProperties(name)
    .flatMap((property) => times.points(property))
    .filter(({ isDay }) => isDay)
    .map(({ wall }) => wall.slice(0, 10));
}
