import type { Chart, ChartPoint } from '../core/report/chart.js';
import type { Drawing } from './bar-chart.js';
import { figure, figureWidth } from './bar-series.js';
import { heatColour, inkOn } from './colours.js';
import { emptyCell, emptyLegend, type Place } from './empty-cell.js';
import {
  axisText,
  axisTitle,
  drawnOn,
  filled,
  head,
  type LegendEntry,
  labelSize,
  lineHeight,
  margin,
  pictureWidth,
} from './frame.js';
import { cut } from './lines.js';
import { fontFamily, textWidth } from './rasterise.js';

const rowHeight = 88;
const widestDay = 260;
/** Between two cells (px). */
const gap = 6;

/**
 * A field of cells, the darker the more, each with its figure. A cell whose figure is left out is hatched, which the legend
 * explains; where there is no point, nothing is drawn. Hours and days stand in the order in which the points name them.
 */
export function heatChart(chart: Chart): Drawing {
  const hours = [...new Set(chart.points.map(({ x }) => x))];
  const days = [...new Set(chart.points.map(({ y }) => String(y)))];
  const names = days.map((day) => cut(day, widestDay, labelSize));
  const left = margin + Math.max(...names.map((name) => textWidth(name, labelSize)), 0) + 20;
  const cellWidth = (pictureWidth - left - margin) / Math.max(hours.length, 1);
  const hasFigures = valuesOf(chart.points).every((value) => figureWidth(value) + 2 * gap <= cellWidth);
  const top = head(chart, legendOf(chart, hasFigures));
  const plotTop = top.bottom + lineHeight(labelSize) + 12;
  const plot = days.length * rowHeight;
  const hoursBottom = plotTop + plot + 20 + lineHeight(labelSize);
  const every = Math.max(
    1,
    Math.ceil((Math.max(...hours.map((hour) => textWidth(hour, labelSize))) + 8) / cellWidth),
  );
  return {
    height: hoursBottom + lineHeight(labelSize) + margin,
    option: {
      ...drawnOn([
        ...top.drawn,
        axisTitle(chart.yTitle, margin, top.bottom),
        axisTitle(chart.xTitle, (left + pictureWidth - margin) / 2, hoursBottom, 'center'),
      ]),
      grid: { left, right: margin, top: plotTop, height: plot, outerBoundsMode: 'none' },
      xAxis: {
        ...axis(hours),
        axisLabel: { ...axisText, interval: (at: number) => at % every === 0 },
      },
      yAxis: { ...axis(names), inverse: true },
      series: [cellsOf(chart.points, hours, days, hasFigures)],
    },
  };
}

/** What the hatching means; and the least and the most, where the cells have no room for figures. */
function legendOf(chart: Chart, hasFigures: boolean): readonly LegendEntry[] {
  const { points } = chart;
  const values = valuesOf(points);
  const max = Math.max(...values);
  const ends = hasFigures ? [] : [...new Set([Math.min(...values), max])];
  return [
    ...(values.length < points.length ? [emptyLegend(chart)] : []),
    ...ends.map((value) => ({ name: figure(value), swatch: filled(heatColour(value, max)) })),
  ];
}

const valuesOf = (points: readonly ChartPoint[]): readonly number[] =>
  points.flatMap(({ value }) => (value === undefined ? [] : [value]));

const axis = (data: readonly string[]) => ({
  type: 'category',
  data,
  axisTick: { show: false },
  axisLine: { show: false },
  axisLabel: { ...axisText, interval: 0 },
});

function cellsOf(
  points: readonly ChartPoint[],
  hours: readonly string[],
  days: readonly string[],
  hasFigures: boolean,
) {
  const max = Math.max(...valuesOf(points));
  const cell = ({ value }: ChartPoint, at: readonly number[], { coord, size }: Place) => {
    const [x, y] = coord(at);
    const [width, height] = size([1, 1]).map((side) => side - gap) as [number, number];
    const [left, top] = [x - width / 2, y - height / 2];
    if (value === undefined) return emptyCell(left + 1, top + 1, width - 2, height - 2);
    const fill = heatColour(value, max);
    const text = hasFigures ? figure(value) : '';
    return {
      type: 'rect',
      shape: { x: left, y: top, width, height },
      style: { fill },
      textConfig: { position: 'inside' },
      textContent: { style: { text, fill: inkOn(fill), fontSize: labelSize, fontFamily } },
    };
  };
  return {
    type: 'custom',
    data: points.map(({ x, y }) => [hours.indexOf(x), days.indexOf(String(y))]),
    renderItem: ({ dataIndex }: { dataIndex: number }, place: Place) => {
      const point = points[dataIndex];
      return point && cell(point, [hours.indexOf(point.x), days.indexOf(String(point.y))], place);
    },
  };
}
