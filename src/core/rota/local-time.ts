import { Temporal } from 'temporal-polyfill';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whoever has a clock on the wall: a rota. */
interface Zone {
  /** IANA. */
  readonly timeZone: string;
}

/** "10:44" on the desk's wall clock. */
export function localTime({ timeZone }: Zone, ms: number): string {
  return zoned(timeZone, ms).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The desk's calendar day: `month` counts from 1. */
export function localDay({ timeZone }: Zone, ms: number): { weekday: Weekday; day: number; month: number } {
  const { dayOfWeek, day, month } = zoned(timeZone, ms);
  return { weekday: weekdays[dayOfWeek - 1] ?? 'mon', day, month };
}

/** "2026-11-24" on the desk's calendar. */
export function localDate({ timeZone }: Zone, ms: number): string {
  return zoned(timeZone, ms).toPlainDate().toString();
}

/** When the month of a moment began on the desk's calendar (Unix ms). */
export const monthFrom = ({ timeZone }: Zone, ms: number): number =>
  zoned(timeZone, ms).with({ day: 1 }).startOfDay().epochMilliseconds;

export function isSameDay(zone: Zone, oneMs: number, otherMs: number): boolean {
  return localDate(zone, oneMs) === localDate(zone, otherMs);
}

export function zoned(timeZone: string, ms: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
}

/** A time as a calendar writes it, "2026-11-24T09:00:00", without a zone. Such texts sort as the times do. */
export type WallTime = string;

/** The moment of a wall time. One that does not exist moves forward, one that happens twice is the first. */
export function instantOf(timeZone: string, wall: WallTime): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds;
}

export function wallOf(timeZone: string, ms: number): WallTime {
  return zoned(timeZone, ms).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** The wall time as many seconds of the wall's clock later as lie between two others. */
export function shifted(wall: WallTime, from: WallTime, to: WallTime): WallTime {
  const length = Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to));
  return Temporal.PlainDateTime.from(wall).add(length).toString({ smallestUnit: 'second' });
}

/** Whether a name is that of an IANA time zone. */
export function isTimeZone(name: string): boolean {
  // Newer Node also takes offsets such as +01:00, which know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
