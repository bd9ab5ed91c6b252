import { Temporal } from 'temporal-polyfill';
import { closedIn, type LocalDay, spanOf, spansOn } from './local-days.js';
import type { Cover, Rota, Shift } from './rota.js';
import { type Span, within, without } from './spans.js';

/** A stretch of a shift and the key of whoever does it. */
export interface Assigned extends Span {
  readonly who: string;
}

/** All that is to be done on shifts of some days: as planned, without closures, with every cover. */
export function assigned(rota: Rota, days: readonly LocalDay[]): Assigned[] {
  const { closures, covers, timeZone } = rota;
  const closed = closedIn(timeZone, closures, days);
  const worked = planned(rota, days).flatMap((one) => parts(one.who, without([one], closed)));
  return covers.reduce((all, cover) => all.flatMap((one) => covered(one, cover)), worked);
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
      .filter((shift) => isOn(shift, day))
      .flatMap(({ at, who }) => who.flatMap((key) => parts(key, spansOn(day, at)))),
  );
}

function covered(one: Assigned, { of, by, fromMs, toMs }: Cover): Assigned[] {
  if (one.who !== of) return [one];
  const taken = { fromMs, toMs };
  return [...parts(of, without([one], [taken])), ...parts(by, within([one], taken))];
}

function parts(who: string, spans: readonly Span[]): Assigned[] {
  return spans.map(({ fromMs, toMs }) => ({ who, fromMs, toMs }));
}

function isOn({ days, every, nth }: Shift, { date, weekday }: LocalDay): boolean {
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
