import { dayMs } from '../durations.js';
import { assigned } from './duty.js';
import { DAY_MINUTES, daysAround, localDate, localDayOf } from './local-time.js';
import type { Rota, StaffMember } from './rota.js';
import { merged, type Span } from './spans.js';

/** The time that somebody is on shift on one day, without a break. */
export interface ComingShift extends Span {
  readonly member: StaffMember;
}

const AHEAD_DAYS = 13;

/** The shifts of the next two weeks that are not over at `nowMs`, by day and then in the order of the staff list. */
export function comingShifts(rota: Rota, nowMs: number): ComingShift[] {
  // A shift that began yesterday may end today.
  const days = daysAround(rota.timeZone, nowMs - dayMs, nowMs + AHEAD_DAYS * dayMs, 0);
  const all = assigned(rota, days);
  return days.flatMap(({ date }) =>
    rota.staff.flatMap((member) =>
      merged(
        all.filter(({ who, fromMs }) => who === member.key && localDate(rota, fromMs) === date.toString()),
      )
        .filter(({ toMs }) => toMs > nowMs)
        .map((span) => ({ ...span, member })),
    ),
  );
}

/** A part of a shift by wall times such as "14:00". Without `from` it begins with the shift, without `until` it ends with it. */
export function partOfShift(
  rota: Rota,
  shift: Span,
  from: string | undefined,
  until: string | undefined,
): Span {
  const day = localDayOf(rota.timeZone, localDate(rota, shift.fromMs));
  const moments = (time: string) => [minuteOf(time), minuteOf(time) + DAY_MINUTES].map(day.at);
  const fromMs =
    from === undefined
      ? shift.fromMs
      : firstInShift(moments(from), (ms) => ms >= shift.fromMs && ms < shift.toMs);
  const toMs =
    until === undefined ? shift.toMs : firstInShift(moments(until), (ms) => ms > fromMs && ms <= shift.toMs);
  return { fromMs, toMs };
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The first of some moments that lies in the shift: on its first day, or after midnight. The first of all when none does. */
const firstInShift = (moments: readonly number[], isIn: (ms: number) => boolean): number =>
  moments.find(isIn) ?? moments[0] ?? 0;
