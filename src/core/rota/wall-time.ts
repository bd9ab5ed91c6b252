import { Temporal } from 'temporal-polyfill';
import { zoned } from './local-time.js';

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
