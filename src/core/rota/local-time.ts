import { Temporal } from 'temporal-polyfill';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Anything with a time zone, such as a rota. */
interface Zone {
  /** An IANA name. */
  readonly timeZone: string;
}

/** A time (Unix ms) on the desk's wall clock: "10:44". */
export function localTime({ timeZone }: Zone, ms: number): string {
  return zoned(timeZone, ms).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The day of a time (Unix ms) on the desk's calendar; `month` counts from 1. */
export function localDay({ timeZone }: Zone, ms: number): { weekday: Weekday; day: number; month: number } {
  const { dayOfWeek, day, month } = zoned(timeZone, ms);
  return { weekday: weekdays[dayOfWeek - 1] ?? 'mon', day, month };
}

/** The day of a time (Unix ms) on the desk's calendar, as an ISO date: "2026-11-24". */
export function localDate({ timeZone }: Zone, ms: number): string {
  return zoned(timeZone, ms).toPlainDate().toString();
}

/** When the month of a time began on the desk's calendar (both Unix ms). */
export const monthStartMs = ({ timeZone }: Zone, ms: number): number =>
  zoned(timeZone, ms).with({ day: 1 }).startOfDay().epochMilliseconds;

/** Whether two times (Unix ms) are on the same day of the desk's calendar. */
export function isSameDay(zone: Zone, oneMs: number, otherMs: number): boolean {
  return localDate(zone, oneMs) === localDate(zone, otherMs);
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
