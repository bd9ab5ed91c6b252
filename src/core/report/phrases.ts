import type { Report, ReportPeriod } from '../board/report.js';
import type { Desk } from '../desk/desk.js';
import { hourMs, minuteMs } from '../durations.js';
import { localDay, zoned } from '../rota/local-time.js';
import { dateText, durationText, listOf, monthText, weekdayText } from '../sentences/phrases.js';
import { unitText } from '../words/language.js';
import { ownCount, say, type WordKey } from '../words/words.js';

/** What the sentences of a report need of a desk. */
export type ReportDesk = Pick<Desk, 'language' | 'rota' | 'words'>;

/** "the week from 16 November to 22 November", "November 2026", "July to September 2026". */
export function periodText(desk: ReportDesk, { kind, fromMs, toMs }: ReportPeriod): string {
  const last = toMs - 1;
  const { year } = zoned(desk.rota.timeZone, last);
  if (kind === 'week')
    return say(desk.words, 'report.week', { from: dateText(desk, fromMs), to: dateText(desk, last) });
  const monthOf = (ms: number) => monthText(desk, localDay(desk.rota, ms).month);
  if (kind === 'month') return say(desk.words, 'report.month', { month: monthOf(last), year });
  return say(desk.words, 'report.quarter', { from: monthOf(fromMs), to: monthOf(last), year });
}

/** A count, or that it is too small to be said. */
export const countText = ({ words }: Pick<ReportDesk, 'words'>, count: number | undefined): string =>
  count === undefined ? say(words, 'report.few') : String(count);

/** "questions: 12, complaints: fewer than 5", without what is none. */
export function partsText(
  desk: ReportDesk,
  parts: readonly (readonly [key: WordKey, count: number | undefined])[],
): string {
  const said = parts
    .filter(([, count]) => count !== 0)
    .map(([key, count]) =>
      say(desk.words, 'report.part', { name: say(desk.words, key), count: countText(desk, count) }),
    );
  return listOf(desk, said, 'comma');
}

/** Open time (ms): "25 minutes", "30 hours". A day of opening hours has no length of its own. */
export function openTimeText(desk: ReportDesk, ms: number): string {
  if (ms < hourMs) return durationText(desk, ms);
  const [key, unit, unitMs] =
    ms < 2 * hourMs
      ? (['duration.minutes', 'minute', minuteMs] as const)
      : (['duration.hours', 'hour', hourMs] as const);
  const count = Math.floor(ms / unitMs);
  return ownCount(desk, key, count) ?? unitText(desk.language, count, unit);
}

/** The hour of the day as the wall clock has it: "09:00". */
export const hourText = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;

/** An hour on an axis: "09:00"; or a block of hours: "10–12". */
export const blockText = (
  { words }: Pick<ReportDesk, 'words'>,
  { hoursTogether: size = 1 }: Pick<Report, 'hoursTogether'>,
  hour: number,
): string =>
  size === 1 ? hourText(hour) : say(words, 'report.chart.block', { from: hour, to: hour + size });

/** "Most came Tuesday from 10:00 to 11:00: 12."; undefined where no hour of a weekday had enough. */
export function busiestText(desk: ReportDesk, { byWeekHour, hoursTogether = 1 }: Report): string | undefined {
  const [most] = byWeekHour.toSorted((a, b) => b.came - a.came);
  return (
    most &&
    say(desk.words, 'report.busiest', {
      day: weekdayText(desk, most.weekday, 'long'),
      from: hourText(most.hour),
      to: hourText(most.hour + hoursTogether),
      count: most.came,
    })
  );
}

/** "Most that waited too long came from 12:00 to 13:00: 6 of 14."; undefined where no hour had enough. */
export function thinText(desk: ReportDesk, { byHour, hoursTogether = 1 }: Report): string | undefined {
  const [most] = byHour.filter(({ late = 0 }) => late > 0).toSorted((a, b) => (b.late ?? 0) - (a.late ?? 0));
  if (!most) return undefined;
  const { came = 0, hour, late = 0 } = most;
  const hours = { from: hourText(hour), to: hourText(hour + hoursTogether) };
  return say(desk.words, 'report.thin', { ...hours, late, count: came });
}
