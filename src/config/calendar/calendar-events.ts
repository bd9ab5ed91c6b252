import ICAL from 'ical.js';
import { addWallTime, type WallTime } from '../../core/rota/local-time.js';
import type { Span } from '../../core/rota/spans.js';
import { timesOfRule } from './calendar-rule.js';
import type { Point, Times } from './calendar-times.js';
import type { Zone } from './calendar-zones.js';

/** A time at which an event takes place. */
export interface Occurrence extends Span {
  readonly event: ICAL.Component;
}

const DAY_MS = 86_400_000;
/** The times, by a zone's clock, at which occurrences of a repeated event stand for themselves. */
type Changed = (zone: Zone) => ReadonlySet<WallTime>;

/** Those that some events change. */
export function changedBy(events: readonly ICAL.Component[], times: Times): Changed {
  const byZone = new Map<Zone, ReadonlySet<WallTime>>();
  return (zone) => {
    const changed =
      byZone.get(zone) ?? new Set(events.flatMap((one) => walls(one, 'recurrence-id', zone, times)));
    byZone.set(zone, changed);
    return changed;
  };
}

/** When an event takes place within the window. A repeated event keeps its wall time, whatever the clocks do. */
export function occurrences(event: ICAL.Component, changed: Changed, times: Times): Occurrence[] {
  const start = startOf(event, times);
  const others = changed(start.zone);
  const wanted = startsIn(event, start, times).filter((wall) => !others.has(wall));
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
  if (point) return start.zone.instantOf(addWallTime(wall, start.wall, times.wallIn(start.zone, point)));
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

function startsIn(event: ICAL.Component, start: Point, times: Times): WallTime[] {
  const { first, end } = times.starts(start.zone);
  const rules = event.getAllProperties('rrule').map((property): unknown => property.getFirstValue());
  const starts = new Set([
    ...(rules.length === 0 ? [start.wall] : rules.flatMap((rule) => repeated(rule, start, first, end))),
    ...walls(event, 'rdate', start.zone, times),
  ]);
  const without = new Set(walls(event, 'exdate', start.zone, times));
  const withoutDays = daysOf(event, 'exdate', times);
  const isLeftOut = (wall: WallTime) => without.has(wall) || withoutDays.has(wall.slice(0, 10));
  return [...starts].filter((wall) => wall >= first && wall < end && !isLeftOut(wall));
}

/** The times of a rule from near `first` to `end`. Throws TypeError. */
function repeated(rule: unknown, { wall, zone }: Point, first: WallTime, end: WallTime): WallTime[] {
  if (!(rule instanceof ICAL.Recur)) throw new TypeError('its repetition is not understood');
  const own = rule.clone();
  if (own.until) own.until = ICAL.Time.fromDateTimeString(untilWall(own.until, zone));
  const start = ICAL.Time.fromDateTimeString(nearer(own, wall, first));
  return timesOfRule(own, start, (time) => time < end);
}

const daysOfUnit: Readonly<Partial<Record<string, number>>> = { WEEKLY: 7, DAILY: 1, HOURLY: 1 / 24 };

/** What has repeated for years need not be counted from its beginning, unless its times are numbered. */
function nearer({ count, freq, interval }: ICAL.Recur, wall: WallTime, first: WallTime): WallTime {
  const unitMs = (daysOfUnit[freq] ?? 0) * interval * DAY_MS;
  if (count || unitMs === 0) return wall;
  const units = Math.floor((Date.parse(`${first}Z`) - Date.parse(`${wall}Z`)) / unitMs) - 1;
  return units > 0 ? new Date(Date.parse(`${wall}Z`) + units * unitMs).toISOString().slice(0, 19) : wall;
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
function daysOf(event: ICAL.Component, name: string, times: Times): ReadonlySet<string> {
  const points = event.getAllProperties(name).flatMap((property) => times.points(property));
  return new Set(points.filter(({ isDay }) => isDay).map(({ wall }) => wall.slice(0, 10)));
}
