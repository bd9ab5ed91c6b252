import { type Weekday, weekdays } from '../../core/rota/local-time.js';
import type { Interval } from '../../core/rota/rota.js';

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** `09:00-17:00`. The end may be 24:00. An end before the start is on the next day. */
export const intervalPattern = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Reads a text that fits `intervalPattern`. */
export function toInterval(text: string): Interval {
  const [fromMinute = 0, end = 0] = text.split('-').map(minuteOfDay);
  return { fromMinute, toMinute: end < fromMinute ? end + DAY_MINUTES : end };
}

/** Whether an interval has no minute in it. */
export function isEmpty(interval: Interval): boolean {
  return interval.fromMinute === interval.toMinute;
}

/** Whether two weekly intervals share a minute, also across midnight and the end of the week. */
export function overlap(dayA: Weekday, a: Interval, dayB: Weekday, b: Interval): boolean {
  const startA = weekdays.indexOf(dayA) * DAY_MINUTES;
  const startB = weekdays.indexOf(dayB) * DAY_MINUTES;
  return [-WEEK_MINUTES, 0, WEEK_MINUTES].some((turn) => {
    const shift = startA + turn - startB;
    return a.fromMinute + shift < b.toMinute && b.fromMinute < a.toMinute + shift;
  });
}

function minuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
