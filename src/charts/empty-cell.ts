import type { Chart } from '../core/report/chart.js';
import { emptyLine, ground } from './colours.js';
import type { Drawn, LegendEntry } from './frame.js';

/** Between two lines of the hatching (px). */
const hatchStep = 20;
const hatched = { stroke: emptyLine, lineWidth: 2 };

/** What stands for a value that is missing: outlined and hatched, unlike the lightest colour also for whoever sees no colours. */
export function emptyCell(x: number, y: number, width: number, height: number): Drawn {
  const lines = [];
  for (let at = hatchStep; at < width + height; at += hatchStep) {
    const [x1, y1] = at <= height ? [0, at] : [at - height, height];
    const [x2, y2] = at <= width ? [at, 0] : [width, at - width];
    lines.push({ type: 'line', shape: { x1: x + x1, y1: y + y1, x2: x + x2, y2: y + y2 }, style: hatched });
  }
  const outline = { type: 'rect', shape: { x, y, width, height }, style: { ...hatched, fill: ground } };
  return { type: 'group', silent: true, children: [outline, ...lines] };
}

/** What the hatching means. */
export const emptyLegend = ({ empty = '< 5' }: Chart): LegendEntry => ({
  name: empty,
  swatch: (x, y, side) => emptyCell(x, y, side, side),
});

/** What `renderItem` of ECharts is given, of which cells need this. https://echarts.apache.org/en/option.html#series-custom.renderItem */
export interface Place {
  coord(of: readonly number[]): readonly [x: number, y: number];
  size(of: readonly number[]): readonly [width: number, height: number];
}
