import { aloneReasons, comparedGroups } from '../board/outcome-report.js';
import { type Counts, type Report, reportedKinds, reportedOutcomes } from '../board/report.js';
import { openingUses } from '../card/answered.js';
import type { Desk } from '../desk/desk.js';
import { minuteMs } from '../durations.js';
import { csvLine } from '../export/csv.js';
import { isoTime } from '../export/reply-row.js';
import { localDate, weekdays } from '../rota/local-time.js';
import { postUrl } from '../sentences/phrases.js';

type Row = readonly [section: string, row: string, column: string, value: string | number | undefined];

/** The name of the file with a report's numbers. */
export const tableName = ({ period }: Report, { id, rota }: Pick<Desk, 'id' | 'rota'>): string =>
  `report-${id}-${period.kind}-${localDate(rota, period.fromMs)}.csv`;

/**
 * A report's numbers as CSV, one in each line: the section, what it is about, what is counted, the number. A number that is
 * too small to be said of people is left empty. The names in it are for programs: they are the same in every language.
 */
export function reportTable(report: Report, desk: Pick<Desk, 'account' | 'network' | 'rota'>): string {
  const lines = rowsOf(report, desk).map(([section, row, column, value]) =>
    csvLine([section, row, column, value === undefined ? undefined : String(value)]),
  );
  return [csvLine(['section', 'row', 'column', 'value']), ...lines].join('');
}

function rowsOf(report: Report, desk: Pick<Desk, 'account' | 'network' | 'rota'>): readonly Row[] {
  const { begunAt, bill = [], hellos, hoursTogether: size = 1, period, slipped, standard, waited } = report;
  const { timeZone } = desk.rota;
  const hours = report.byHour.map(({ hour }) => hour);
  const block = (hour: number) => (size === 1 ? String(hour) : `${hour}-${hour + size}`);
  const cameAt = (weekday: string, hour: number) =>
    report.byWeekHour.find((one) => one.weekday === weekday && one.hour === hour)?.came;
  return [
    ['period', period.kind, 'from', localDate({ timeZone }, period.fromMs)],
    ['period', period.kind, 'to', localDate({ timeZone }, period.toMs - 1)],
    ...(begunAt === undefined
      ? []
      : [['period', 'desk', 'began', localDate({ timeZone }, begunAt)] as const]),
    ['came', 'all', 'count', report.all],
    ...counted('came', reportedKinds, report.byKind),
    ...counted('outcome', reportedOutcomes, report.byOutcome),
    ['waited', 'half', 'open minutes', waited && minutes(waited.half)],
    ['waited', 'nine in ten', 'open minutes', waited && minutes(waited.nineInTen)],
    ['standard', 'posts', 'count', standard?.of],
    ['standard', 'kept', 'count', standard?.kept],
    ['standard', 'late', 'count', report.late],
    ...slipped.flatMap(({ at, isAnswered, post, topic, waitedMs }): readonly Row[] => {
      const row = isoTime(at);
      return [
        ['slipped', row, 'topic', topic],
        ['slipped', row, 'open minutes', minutes(waitedMs)],
        ['slipped', row, 'answered', isAnswered ? 'yes' : 'no'],
        ['slipped', row, 'address', post && postUrl(desk, post)],
      ];
    }),
    ...report.byHour.flatMap(({ hour, came, late }): readonly Row[] => [
      ['hour', block(hour), 'came', came],
      ['hour', block(hour), 'late', late],
    ]),
    ...weekdays.flatMap((weekday) =>
      hours.map(
        (hour): Row => ['weekday and hour', `${weekday} ${block(hour)}`, 'came', cameAt(weekday, hour)],
      ),
    ),
    ...counted('opening', openingUses, report.openings),
    ['hello', 'hellos', 'count', hellos.count],
    ['hello', 'greeted', 'count', hellos.greeted],
    ['hello', 'answers', 'count', hellos.answers],
    ...outcomeRows(report),
    ...bill.map(({ month, microUsd }): Row => ['bill', month, 'usd', (microUsd / 1_000_000).toFixed(2)]),
  ];
}

/** What came of follows, each share with the range that holds with 95 % confidence. */
function outcomeRows({ outcomes }: Report): readonly Row[] {
  if (!outcomes) return [];
  const shares = comparedGroups.flatMap((group) => {
    const { after30, after7, wrote } = outcomes.groups[group];
    return [
      [`${group} following after 7 days`, after7] as const,
      [`${group} following after 30 days`, after30] as const,
      [`${group} wrote within 30 days`, wrote] as const,
    ];
  });
  return [
    ['follow', 'months', 'followed in', outcomes.months.join(' ')],
    ['follow', 'all', 'people', outcomes.people],
    ...shares.flatMap(([row, { count, of, range }]): readonly Row[] => [
      ['follow', row, 'people', of],
      ['follow', row, 'count', count],
      ['follow', row, 'lowest percent', range && Math.round(range.low * 100)],
      ['follow', row, 'highest percent', range && Math.round(range.high * 100)],
    ]),
    ...aloneReasons.map((reason): Row => ['follow', `alone: ${reason}`, 'people', outcomes.reasons[reason]]),
    ['follow', 'account gone', 'people', outcomes.gone],
    ['follow', 'not known', 'people', outcomes.notKnown],
  ];
}

const counted = <Name extends string>(
  section: string,
  names: readonly Name[],
  counts: Counts<Name>,
): readonly Row[] => names.map((name) => [section, name, 'count', counts[name]]);

const minutes = (ms: number): number => Math.round(ms / minuteMs);
