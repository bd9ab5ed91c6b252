import type { EChartsCoreOption } from 'echarts/core';
import type { Chart } from '../core/report/chart.js';
import {
  barIn,
  barsOf,
  emptiesOf,
  emptyAt,
  figure,
  figureGap,
  figureWidth,
  longestOf,
  type Series,
  seriesOf,
  totalsOf,
} from './bar-series.js';
import { quietInk } from './colours.js';
import { emptyLegend } from './empty-cell.js';
import {
  axisText,
  axisTitle,
  drawnOn,
  filled,
  head,
  labelSize,
  lineHeight,
  margin,
  pictureWidth,
} from './frame.js';
import { cut, inLines } from './lines.js';
import { textWidth } from './rasterise.js';

/** What ECharts is to draw, and on how much ground (px). */
export interface Drawing {
  readonly option: EChartsCoreOption;
  readonly height: number;
}

/** More categories than this are days or weeks: they stand side by side, though not each name finds room. */
const mostRows = 10;
/** Between the names of two lying bars (px). */
const rowGap = 40;
const widestName = 440;
/** Between a name and its bar (px). */
const nameGap = 20;
const plotHeight = 520;
/** Room for the part above the longest bar that the shortest parts take (px). */
const spare = 12;

interface Plan {
  readonly chart: Chart;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** The places of categories of which nothing is said. */
  readonly empties: readonly number[];
  /** How wide one standing bar may be, with the space beside it (px). */
  readonly slot: number;
}

/**
 * Bars with their figures at their ends: standing where each name finds room below its bar, else lying, with the names
 * before them. Names are never turned.
 */
export function barChart(chart: Chart): Drawing {
  const categories = [...new Set(chart.points.map(({ x }) => x))];
  const slot = (pictureWidth - 2 * margin) / Math.max(categories.length, 1);
  const fits = categories.every((name) => textWidth(name, labelSize) <= slot - figureGap);
  const plan = {
    chart,
    categories,
    series: seriesOf(chart, categories),
    empties: emptyAt(chart, categories),
    slot,
  };
  return !fits && categories.length <= mostRows ? lying(plan) : standing(plan);
}

function headOf({ chart, series, empties }: Plan) {
  const seen = series.filter(({ values }) => values.some((value) => value > 0));
  const parts = seen.map(({ name, colour }) => ({ name, swatch: filled(colour) }));
  return head(chart, [
    ...(series.length > 1 ? parts : []),
    ...(empties.length > 0 ? [emptyLegend(chart)] : []),
  ]);
}

function standing(plan: Plan): Drawing {
  const { chart, categories, series, empties, slot } = plan;
  const { drawn, bottom } = headOf(plan);
  const line = lineHeight(labelSize);
  const totals = totalsOf(series);
  const hasFigures = totals.every((one) => figureWidth(one) <= slot);
  const top = bottom + 2 * line + spare;
  const xTitleY = top + plotHeight + line + 36;
  const widest = Math.max(...categories.map((name) => textWidth(name, labelSize)), 0);
  // The first and the last name may be wider than their bars.
  const right = margin + Math.max(0, (widest - slot) / 2);
  const left = right + (hasFigures ? 0 : figureWidth(longestOf(totals)) + nameGap);
  const every = Math.max(1, Math.ceil((widest + nameGap) / slot));
  return {
    height: xTitleY + line + margin,
    option: {
      ...drawnOn([
        ...drawn,
        axisTitle(chart.yTitle, margin, bottom),
        axisTitle(chart.xTitle, (left + pictureWidth - right) / 2, xTitleY, 'center'),
      ]),
      grid: { left, right, top, height: plotHeight, outerBoundsMode: 'none' },
      xAxis: {
        ...categoryAxis(categories),
        axisLabel: { ...axisText, interval: (at: number) => at % every === 0 },
      },
      // Where there is no room for the figures, the scale says how high the bars are.
      yAxis: {
        type: 'value',
        show: !hasFigures,
        splitNumber: 3,
        axisLabel: { ...axisText, formatter: figure },
        splitLine: { lineStyle: { color: '#D0D0D0', width: 2 } },
        ...(hasFigures && { max: longestOf(totals) }),
      },
      series: [
        ...barsOf(series, plotHeight, hasFigures ? { end: 'top', room: line } : undefined, empties),
        emptiesOf(empties, 'standing', barIn(slot)),
      ],
    },
  };
}

function lying(plan: Plan): Drawing {
  const { chart, categories, series, empties } = plan;
  const { drawn, bottom } = headOf(plan);
  const xTitle = cut(chart.xTitle, widestName, labelSize);
  const names = categories.map((name) => inLines(name, widestName, labelSize));
  const left =
    margin + Math.max(...[xTitle, ...names.flat()].map((one) => textWidth(one, labelSize))) + nameGap;
  const rowHeight = rowGap + Math.max(...names.map(({ length }) => length)) * lineHeight(labelSize);
  const totals = totalsOf(series);
  const widest = Math.max(...totals.map(figureWidth));
  const right = margin + widest + figureGap;
  const top = bottom + lineHeight(labelSize) + spare;
  const height = categories.length * rowHeight;
  const length = pictureWidth - left - right - spare;
  return {
    height: top + height + margin,
    option: {
      ...drawnOn([...drawn, axisTitle(xTitle, margin, bottom), axisTitle(chart.yTitle, left, bottom)]),
      grid: { left, right: right + spare, top, height, outerBoundsMode: 'none' },
      yAxis: { ...categoryAxis(names.map((lines) => lines.join('\n'))), inverse: true },
      xAxis: { type: 'value', show: false, max: longestOf(totals) },
      series: [
        ...barsOf(series, length, { end: 'right', room: widest + figureGap }, empties),
        emptiesOf(empties, 'lying', barIn(rowHeight)),
      ],
    },
  };
}

const categoryAxis = (data: readonly string[]) => ({
  type: 'category',
  data,
  z: 10,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: quietInk, width: 3 } },
  axisLabel: { ...axisText, interval: 0 },
});
