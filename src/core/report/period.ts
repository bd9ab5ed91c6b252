import { Temporal } from 'temporal-polyfill';
import type { PeriodKind, ReportPeriod } from '../board/report.js';
import { zoned } from '../rota/local-time.js';
import { openFrom } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';

type Zone = Pick<Rota, 'timeZone'>;

const lengths = { week: { weeks: 1 }, month: { months: 1 }, quarter: { months: 3 } } as const;

/** The last week, month or quarter that was over at `now` (Unix ms), on the desk's calendar. A week begins on Monday. */
export function lastPeriod({ timeZone }: Zone, kind: PeriodKind, now: number): ReportPeriod {
  const next = firstDay(zoned(timeZone, now).toPlainDate(), kind);
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds;
  return { kind, fromMs: startOf(next.subtract(lengths[kind])), toMs: startOf(next) };
}

/** When the library opens for the first time in the week after that of `ms` (both Unix ms); the midnight where it never does. */
export function nextWeekOpens(rota: Rota, ms: number): number {
  const monday = firstDay(zoned(rota.timeZone, ms).toPlainDate(), 'week').add(lengths.week);
  const begins = monday.toZonedDateTime(rota.timeZone).epochMilliseconds;
  return openFrom(rota, begins) ?? begins;
}

function firstDay(date: Temporal.PlainDate, kind: PeriodKind): Temporal.PlainDate {
  if (kind === 'week') return date.subtract({ days: date.dayOfWeek - 1 });
  return date.with({ day: 1, month: kind === 'month' ? date.month : date.month - ((date.month - 1) % 3) });
}

/** A moment in each UTC month that a period touches (Unix ms): the network bills by those. */
export function billedMonths({ fromMs, toMs }: ReportPeriod): readonly number[] {
  const month = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 });
  const months: number[] = [];
  for (
    let at = month(fromMs);
    Temporal.PlainDate.compare(at, month(toMs - 1)) <= 0;
    at = at.add({ months: 1 })
  )
    months.push(at.toZonedDateTime('UTC').epochMilliseconds);
  return months;
}
