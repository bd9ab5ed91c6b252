import { Temporal } from 'temporal-polyfill';
import { type Assigned, assigned } from './duty.js';
import { type LocalDay, localDays, spanOf, type Weekday, zoned } from './local-time.js';
import type { Rota, StaffMember } from './rota.js';
import { contains, type Span } from './spans.js';

/** A part of a day with the same people on shift from beginning to end. */
export interface Stretch extends Span {
  readonly members: readonly StaffMember[];
}

/** One day of the rota. */
export interface RotaDay {
  /** ISO date. */
  readonly day: string;
  readonly weekday: Weekday;
  readonly stretches: readonly Stretch[];
  /** The name of the closure, where the library is closed on this day. */
  readonly closed?: string;
}

/** The week of `nowMs`, Monday to Sunday. A shift across midnight belongs to the day on which it begins. */
export function week(rota: Rota, nowMs: number): RotaDay[] {
  const today = zoned(rota.timeZone, nowMs).toPlainDate();
  return daysFrom(rota, today.subtract({ days: today.dayOfWeek - 1 }).toString(), 7);
}

/** `count` days from an ISO date on. */
export function daysFrom(rota: Rota, date: string, count: number): RotaDay[] {
  const first = Temporal.PlainDate.from(date);
  // A shift of the day before can reach into the first day, where a cover of it or the end of a closure begins.
  const days = localDays(rota.timeZone, first.subtract({ days: 1 }), first.add({ days: count - 1 }));
  const all = assigned(rota, days);
  return days.slice(1).map((day) => ({
    day: day.date.toString(),
    weekday: day.weekday,
    stretches: stretches(rota, begunOn(day, all)),
    ...closedOn(rota, day.date.toString()),
  }));
}

function closedOn({ closures }: Rota, day: string): Pick<RotaDay, 'closed'> {
  const closure = closures.find(({ from, to }) => from <= day && day <= to);
  return closure ? { closed: closure.name } : {};
}

function begunOn(day: LocalDay, all: readonly Assigned[]): Assigned[] {
  const { fromMs, toMs } = spanOf([day]);
  return all.filter((one) => one.fromMs >= fromMs && one.fromMs < toMs);
}

function stretches(rota: Rota, begun: readonly Assigned[]): Stretch[] {
  const edges = [...new Set(begun.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((a, b) => a - b);
  const cut = edges.flatMap((fromMs, index) => {
    const toMs = edges[index + 1];
    const on = begun.filter((one) => contains(one, fromMs)).map(({ who }) => who);
    const members = rota.staff.filter(({ key }) => on.includes(key));
    return toMs === undefined || members.length === 0 ? [] : [{ fromMs, toMs, members }];
  });
  return joined(cut);
}

/** Makes one of stretches that follow each other with the same people. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    const goesOn = last?.toMs === stretch.fromMs && sameMembers(last.members, stretch.members);
    if (last && goesOn) result[result.length - 1] = { ...last, toMs: stretch.toMs };
    else result.push(stretch);
  }
  return result;
}

function sameMembers(some: readonly StaffMember[], others: readonly StaffMember[]): boolean {
  return some.length === others.length && some.every((member, index) => member === others[index]);
}
