import { Temporal } from 'temporal-polyfill';
import { closedIn, daysAround, type LocalDay, spanOf, spansOn } from './local-time.js';
import { openSpansBetween } from './open-hours.js';
import type { Cover, Rota, Shift, StaffMember } from './rota.js';
import { intersect, merged, type Span, subtract } from './spans.js';

/** A time that somebody is on shift without a break. Their own shifts and those that they cover are one duty when they touch. */
interface Duty extends Span {
  readonly member: StaffMember;
}

/** Somebody on shift, from `fromMs` until `untilMs` (Unix ms). */
interface OnShift {
  readonly member: StaffMember;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The people whose duty begins at a time (Unix ms). */
interface ComingOn {
  readonly atMs: number;
  readonly members: readonly StaffMember[];
}

const TWO_WEEKS_DAYS = 14;
// A duty that begins and ends well inside these days needs no wider look.
const NEAR_DAYS = 3;
// For a monthly shift or a long closure.
const FAR_DAYS = 70;

/**
 * Everybody on shift at `nowMs` (Unix ms), in the order of the staff list. For somebody who is always on shift, `fromMs` and
 * `untilMs` lie about two weeks away.
 */
export function onShift(rota: Rota, nowMs: number): OnShift[] {
  return dutiesBetween(rota, nowMs, nowMs + 1)
    .toSorted((a, b) => rota.staff.indexOf(a.member) - rota.staff.indexOf(b.member))
    .map(({ member, fromMs, toMs }) => ({ member, fromMs, untilMs: toMs }));
}

/** Whose duty begins next after `nowMs` (Unix ms), and when; undefined when nobody's does within ten weeks. */
export function nextOnShift(rota: Rota, nowMs: number): ComingOn | undefined {
  for (const reach of [NEAR_DAYS, TWO_WEEKS_DAYS, FAR_DAYS]) {
    const ahead = dutiesIn(rota, daysAround(rota.timeZone, nowMs, nowMs, reach)).filter(
      ({ fromMs }) => fromMs > nowMs,
    );
    if (ahead.length === 0) continue;
    const atMs = Math.min(...ahead.map(({ fromMs }) => fromMs));
    return { atMs, members: ahead.filter(({ fromMs }) => fromMs === atMs).map(({ member }) => member) };
  }
  return undefined;
}

/** All duties that overlap `[fromMs, toMs)` (Unix ms), uncut, in the order in which they begin. */
export function dutiesBetween(rota: Rota, fromMs: number, toMs: number): Duty[] {
  const look = (reach: number) => {
    const days = daysAround(rota.timeZone, fromMs, toMs, reach);
    const duties = dutiesIn(rota, days).filter((duty) => duty.fromMs < toMs && fromMs < duty.toMs);
    return { duties, whole: duties.every((duty) => isWhole(duty, days)) };
  };
  const near = look(NEAR_DAYS);
  return (near.whole ? near : look(TWO_WEEKS_DAYS)).duties.toSorted((a, b) => a.fromMs - b.fromMs);
}

/** Open time in `[fromMs, toMs)` (Unix ms) with nobody on shift. */
export function unstaffedOpenTime(rota: Rota, fromMs: number, toMs: number): Span[] {
  return subtract(openSpansBetween(rota, fromMs, toMs), dutiesBetween(rota, fromMs, toMs));
}

/** The duties of some days, in the order of the staff list. */
function dutiesIn(rota: Rota, days: readonly LocalDay[]): Duty[] {
  const all = assigned(rota, days);
  return rota.staff.flatMap((member) =>
    member.gone
      ? []
      : merged(all.filter(({ who }) => who === member.key)).map((span) => ({ ...span, member })),
  );
}

/** Whether no shift of another day can touch it. A shift ends on the day after its beginning at the latest. */
function isWhole({ fromMs, toMs }: Span, days: readonly LocalDay[]): boolean {
  const inner = spanOf(days.slice(2));
  return fromMs > inner.fromMs && toMs < inner.toMs;
}

/** A part of a shift, and the key of the staff member who does it. */
export interface Assigned extends Span {
  readonly who: string;
}

/** The shifts of some days, for each person: without closed times, and with covers applied. */
export function assigned(rota: Rota, days: readonly LocalDay[]): Assigned[] {
  const { closures, covers, timeZone } = rota;
  const closed = closedIn(timeZone, closures, days);
  const worked = planned(rota, days).flatMap((one) => assignTo(one.who, subtract([one], closed)));
  return covers.reduce((all, cover) => all.flatMap((one) => applyCover(one, cover)), worked);
}

function planned({ dated, shifts }: Rota, days: readonly LocalDay[]): Assigned[] {
  if (dated.length > 0) {
    const span = spanOf(days);
    return dated
      .filter(({ fromMs, toMs }) => fromMs < span.toMs && span.fromMs < toMs)
      .flatMap(({ fromMs, toMs, who }) => who.map((key) => ({ who: key, fromMs, toMs })));
  }
  return days.flatMap((day) =>
    shifts
      .filter((shift) => isShiftOn(shift, day))
      .flatMap(({ at, who }) => who.flatMap((key) => assignTo(key, spansOn(day, at)))),
  );
}

function applyCover(one: Assigned, { of, by, fromMs, toMs }: Cover): Assigned[] {
  if (one.who !== of) return [one];
  const taken = { fromMs, toMs };
  return [...assignTo(of, subtract([one], [taken])), ...assignTo(by, intersect([one], taken))];
}

function assignTo(who: string, spans: readonly Span[]): Assigned[] {
  return spans.map(({ fromMs, toMs }) => ({ who, fromMs, toMs }));
}

function isShiftOn({ days, every, nth }: Shift, { date, weekday }: LocalDay): boolean {
  if (!days.includes(weekday)) return false;
  if (nth !== undefined && !isNth(nth, date.day, date.daysInMonth)) return false;
  return every === undefined || isInEvery(every, date);
}

function isNth(nth: number | 'last', day: number, daysInMonth: number): boolean {
  return nth === 'last' ? day > daysInMonth - 7 : Math.ceil(day / 7) === nth;
}

function isInEvery({ weeks, from }: NonNullable<Shift['every']>, date: Temporal.PlainDate): boolean {
  const first = Temporal.PlainDate.from(from);
  if (Temporal.PlainDate.compare(date, first) < 0) return false;
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  return Math.floor(monday.until(date).days / 7) % weeks === 0;
}
