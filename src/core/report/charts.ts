import { type Report, reportedKinds } from '../board/report.js';
import { weekdays } from '../rota/local-time.js';
import { weekdayText } from '../sentences/phrases.js';
import { say } from '../words/words.js';
import type { Chart, ChartPoint } from './chart.js';
import { blockText, busiestText, partsText, periodText, type ReportDesk, thinText } from './phrases.js';

/** The charts of a report: what came, when it came, and when it waited too long. None where nothing came. */
export function chartsOf(report: Report, desk: ReportDesk): readonly Chart[] {
  if (report.all === undefined || report.all === 0) return [];
  const byHour = report.byHour.length > 0 ? [weekChart(report, desk), lateChart(report, desk)] : [];
  const empty = say(desk.words, 'report.few');
  return [kindsChart(report, desk), ...byHour].map((chart) => ({ ...chart, empty }));
}

function kindsChart({ byKind, period }: Report, desk: ReportDesk): Chart {
  const { words } = desk;
  const points = reportedKinds
    .filter((kind) => byKind[kind] !== 0)
    .map((kind) => point(say(words, `report.kind.${kind}`), say(words, 'report.chart.count'), byKind[kind]));
  const parts = partsText(
    desk,
    reportedKinds.map((kind) => [`report.kind.${kind}`, byKind[kind]]),
  );
  return {
    kind: 'bars',
    title: say(words, 'report.chart.kinds'),
    alt: say(words, 'report.chart.kinds-alt', { period: periodText(desk, period), parts }),
    xTitle: say(words, 'report.chart.kind'),
    yTitle: say(words, 'report.chart.count'),
    points,
  };
}

/** All hours between the first and the last in which something came, on each weekday. */
function weekChart(report: Report, desk: ReportDesk): Chart {
  const { words } = desk;
  const cameAt = (weekday: string, hour: number) =>
    report.byWeekHour.find((one) => one.weekday === weekday && one.hour === hour)?.came;
  const busiest = busiestText(desk, report) ?? say(words, 'report.chart.week-few');
  return {
    kind: 'heat',
    title: say(words, 'report.chart.week'),
    alt: say(words, 'report.chart.week-alt', { period: periodText(desk, report.period), busiest }),
    xTitle: say(words, 'report.chart.hour'),
    yTitle: say(words, 'report.chart.weekday'),
    points: weekdays.flatMap((weekday) =>
      hoursIn(report).map((hour) =>
        point(blockText(desk, report, hour), weekdayText(desk, weekday, 'short'), cameAt(weekday, hour)),
      ),
    ),
  };
}

/** Each hour in parts: in time, too late, or both together where one of them is too small to be said. */
function lateChart(report: Report, desk: ReportDesk): Chart {
  const { words } = desk;
  const series = (key: 'in-time' | 'too-late' | 'unsplit') => say(words, `report.chart.${key}`);
  const count = say(words, 'report.chart.count');
  const points = hoursIn(report).flatMap((hour) => {
    const x = blockText(desk, report, hour);
    const { came, late } = report.byHour.find((one) => one.hour === hour) ?? { came: 0, late: 0 };
    const isSplit = came !== undefined && late !== undefined;
    // Each hour names all parts, so that they stand in this order, and have their colours, whatever came first.
    return [
      point(x, count, isSplit ? came - late : 0, series('in-time')),
      point(x, count, isSplit ? late : 0, series('too-late')),
      point(x, count, isSplit ? 0 : came, series('unsplit')),
    ];
  });
  const thin = thinText(desk, report) ?? say(words, 'report.chart.late-few');
  return {
    kind: 'bars',
    title: say(words, 'report.chart.late'),
    alt: say(words, 'report.chart.late-alt', { period: periodText(desk, report.period), thin }),
    xTitle: say(words, 'report.chart.hour'),
    yTitle: count,
    points,
  };
}

/** The first hours of all blocks from the first to the last in which something came. */
function hoursIn({ byHour, hoursTogether: size = 1 }: Report): readonly number[] {
  const [first = 0] = byHour.map(({ hour }) => hour);
  const last = byHour.at(-1)?.hour ?? first;
  return Array.from({ length: (last - first) / size + 1 }, (_, at) => first + at * size);
}

const point = (x: string, y: string, value: number | undefined, series?: string): ChartPoint => ({
  x,
  y,
  ...(value === undefined ? {} : { value }),
  ...(series === undefined ? {} : { series }),
});
