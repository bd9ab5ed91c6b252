import type { Chart } from '../core/report/chart.js';
import { ground, ink, quietInk } from './colours.js';
import { cut, inLines } from './lines.js';
import { type FontWeight, fontFamily, textWidth } from './rasterise.js';

/** The width of a picture (px). Slack on a phone shows it at some 360: 34 pixels are then as high as 10. */
export const pictureWidth = 1200;
/** Between the words and the edge (px). */
export const margin = 40;
/** Sizes of text (px). */
export const titleSize = 46;
export const labelSize = 34;
const swatchSide = 36;
/** Between a swatch and its name, and between a name and the next swatch (px). */
const [beforeName, afterName] = [14, 44];
export const lineHeight = (size: number): number => Math.round(size * 1.3);

/** Something that is drawn beside the bars and cells, as ECharts takes it. https://echarts.apache.org/en/option.html#graphic */
export type Drawn = Readonly<Record<string, unknown>>;

/** The words above a chart: what is drawn, and where the next thing may begin (px from the top). */
export interface Head {
  readonly drawn: readonly Drawn[];
  readonly bottom: number;
}

/** What a colour or hatching stands for; `swatch` draws it, as wide and high as it is told (px). */
export interface LegendEntry {
  readonly name: string;
  readonly swatch: (x: number, y: number, side: number) => Drawn;
}

export const filled =
  (fill: string) =>
  (x: number, y: number, side: number): Drawn => ({
    type: 'rect',
    silent: true,
    shape: { x, y, width: side, height: side },
    style: { fill },
  });

/** One line of text; `x` and `y` (px) are its left, middle or right and its upper edge. */
export function line(
  text: string,
  x: number,
  y: number,
  {
    size = labelSize,
    weight = 400,
    fill = ink,
    align = 'left',
  }: { size?: number; weight?: FontWeight; fill?: string; align?: 'left' | 'center' | 'right' } = {},
): Drawn {
  return {
    type: 'text',
    x,
    y,
    silent: true,
    style: { text, fill, align, verticalAlign: 'top', fontSize: size, fontWeight: weight, fontFamily },
  };
}

/** The title of a chart over as many lines as it needs, and the legend below it. */
export function head({ title }: Chart, legend: readonly LegendEntry[]): Head {
  const lines = inLines(title, pictureWidth - 2 * margin, titleSize, 700);
  const titles = lines.map((one, at) =>
    line(one, margin, margin + at * lineHeight(titleSize), { size: titleSize, weight: 700 }),
  );
  const below = margin + lines.length * lineHeight(titleSize) + 16;
  if (legend.length === 0) return { drawn: titles, bottom: below };
  const { drawn, bottom } = legendRow(legend, margin, below);
  return { drawn: [...titles, ...drawn], bottom: bottom + 16 };
}

/** Swatches with their names, in rows (px from the left and from the top). */
function legendRow(legend: readonly LegendEntry[], left: number, top: number): Head {
  const drawn: Drawn[] = [];
  const nameX = swatchSide + beforeName;
  const end = pictureWidth - margin;
  let [x, y] = [left, top];
  for (const { name, swatch } of legend) {
    const shown = cut(name, end - left - nameX, labelSize);
    const width = nameX + textWidth(shown, labelSize);
    if (x > left && x + width > end) [x, y] = [left, y + lineHeight(labelSize) + 8];
    const middle = y + (lineHeight(labelSize) - swatchSide) / 2;
    drawn.push(swatch(x, middle, swatchSide), line(shown, x + nameX, y));
    x += width + afterName;
  }
  return { drawn, bottom: y + lineHeight(labelSize) };
}

/** The title of an axis, at most as wide as there is room. */
export function axisTitle(text: string, x: number, y: number, align: 'left' | 'center' = 'left'): Drawn {
  const room = align === 'left' ? pictureWidth - margin - x : 2 * Math.min(x, pictureWidth - x) - 2 * margin;
  return line(cut(text, room, labelSize), x, y, { fill: quietInk, align });
}

/** The names along an axis, as ECharts takes them. */
export const axisText = {
  color: ink,
  fontSize: labelSize,
  fontFamily,
  margin: 16,
  lineHeight: lineHeight(labelSize),
};

/** What all charts have in common: the ground, and what stands around the bars and cells. */
export const drawnOn = (graphic: readonly Drawn[]) => ({
  animation: false,
  backgroundColor: ground,
  textStyle: { fontFamily, fontSize: labelSize },
  graphic,
});
