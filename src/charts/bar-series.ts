import type { Chart } from '../core/report/chart.js';
import { ground, ink, inkOn, seriesColours } from './colours.js';
import { emptyCell, type Place } from './empty-cell.js';
import { labelSize } from './frame.js';
import { fontFamily, textWidth } from './rasterise.js';

/** A part that is not zero is seen, however small it is (px). */
const shortestPart = 8;
/** How much of its place a bar takes, but no more than so many pixels. */
const [barPercent, widestBar] = [70, 110];
/** What stands in place of a bar that is missing (px). */
const emptyLength = 36;
/** Between a bar and its figure (px). */
export const figureGap = 12;

/** One series of bars: a figure for each category. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

/** The series of a chart, in the order in which the points name them. */
export function seriesOf({ points }: Chart, categories: readonly string[]): readonly Series[] {
  const names = [...new Set(points.map(({ series = '' }) => series))];
  return names.map((name, at) => ({
    name,
    colour: seriesColours[at % seriesColours.length] ?? ink,
    values: categories.map((category) =>
      points
        .filter(({ x, series = '' }) => x === category && series === name)
        .reduce((sum, { value = 0 }) => sum + value, 0),
    ),
  }));
}

/** The places of the categories of which nothing is said: a value is missing, and the others are 0. */
export const emptyAt = ({ points }: Chart, categories: readonly string[]): readonly number[] =>
  categories.flatMap((category, at) => {
    const values = points.filter(({ x }) => x === category).map(({ value }) => value);
    return values.includes(undefined) && values.every((value) => !value) ? [at] : [];
  });

/** What stands in place of a bar that is missing, `thick` pixels, as ECharts takes it. */
export const emptiesOf = (places: readonly number[], form: 'standing' | 'lying', thick: number) => ({
  type: 'custom',
  clip: false,
  data: places.map((at) => (form === 'standing' ? [at, 0] : [0, at])),
  renderItem: ({ dataIndex }: { dataIndex: number }, { coord }: Place) => {
    const at = places[dataIndex] ?? 0;
    if (form === 'lying') {
      const [x, y] = coord([0, at]);
      return emptyCell(x + 4, y - thick / 2, emptyLength, thick);
    }
    const [x, y] = coord([at, 0]);
    return emptyCell(x - thick / 2, y - emptyLength - 4, thick, emptyLength);
  },
});

/** How long all parts together are, by category. */
export function totalsOf(series: readonly Series[]): readonly number[] {
  const [first] = series;
  return (first?.values ?? []).map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
}

/** A figure with one decimal at most. */
export const figure = (value: number): string => String(Math.round(value * 10) / 10);

/** How wide a figure is (px). */
export const figureWidth = (value: number): number => textWidth(figure(value), labelSize, 700);

/** Where the figures stand: the sum of all parts at their `end`, and in a part where it is at least `room` pixels long. */
export interface Figures {
  readonly end: 'top' | 'right';
  readonly room: number;
}

/**
 * The bars as ECharts takes them, `length` pixels for the longest. Parts of several series have a gap of the ground between
 * them, which parts them for whoever sees no colours.
 */
export function barsOf(
  series: readonly Series[],
  length: number,
  figures: Figures | undefined,
  empties: readonly number[],
) {
  const totals = totalsOf(series);
  const scale = length / longestOf(totals);
  const isStacked = series.length > 1;
  const text = { fontSize: labelSize, fontFamily };
  const parts = series.map(({ colour, values }) => ({
    ...stacked,
    barCategoryGap: `${100 - barPercent}%`,
    barMaxWidth: widestBar,
    itemStyle: { color: colour, ...(isStacked && { borderColor: ground, borderWidth: 2 }) },
    data: values.map((value) => (value > 0 ? Math.max(value, shortestPart / scale) : 0)),
    label: {
      ...text,
      show: isStacked && figures !== undefined,
      position: 'inside',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const value = values[dataIndex] ?? 0;
        const isAll = value === totals[dataIndex];
        return figures && !isAll && value * scale >= figures.room ? figure(value) : '';
      },
      color: inkOn(colour),
    },
  }));
  const sums = {
    ...stacked,
    data: totals.map(() => 0),
    label: {
      ...text,
      show: figures !== undefined,
      position: figures?.end,
      distance: figureGap,
      formatter: ({ dataIndex }: { dataIndex: number }) =>
        empties.includes(dataIndex) ? '' : figure(totals[dataIndex] ?? 0),
      color: ink,
      fontWeight: 700,
    },
  };
  return [...parts, sums];
}

/** A bar with parts of the shortest length may end above the scale. */
const stacked = { type: 'bar', stack: 'all', clip: false };

/** How thick a bar is in a place of so many pixels (px). */
export const barIn = (place: number): number => Math.min((place * barPercent) / 100, widestBar);

/** The end of the scale: never 0. */
export const longestOf = (totals: readonly number[]): number => Math.max(...totals, 0) || 1;
