import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/draw-chart.js';
import { drawnBox, toPng } from '../../src/charts/rasterise.js';
import type { Chart } from '../../src/core/report/chart.js';
import { barsOf, forms, heatOf } from './samples.js';

/** Width and height of a PNG image. https://www.w3.org/TR/png-3/#11IHDR */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

/** Everything that is written in an SVG image, line by line. */
const wordsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, words = '']) => words);

/** The lines of hatching. */
const hatching = (svg: string) => svg.match(/stroke="#767676"/gu)?.length ?? 0;

const heightOf = (svg: string) => Number(/height="(\d+)"/u.exec(svg)?.[1]);

describe.each(forms)('a picture of %s', (_name, chart) => {
  const svg = drawChart(chart);

  it('is 1,200 pixels wide, and its words are at least 32 high', () => {
    expect(sizeOf(toPng(svg))).toEqual([1200, heightOf(svg)]);
    const sizes = [...svg.matchAll(/font-size:([\d.]+)px/gu)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(32);
  });

  it('has nothing beyond its edge', () => {
    const box = drawnBox(svg);
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1200);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(heightOf(svg));
  });

  it('says its title and those of its axes', () => {
    const words = wordsIn(svg).join(' ');
    expect(words).toContain(chart.title);
    expect(words).toContain(chart.xTitle);
    expect(words).toContain(chart.yTitle);
  });

  it('shows its words in pixels, not in its source alone', () => {
    const silent = svg.replace(/<text.*?<\/text>/gsu, '');
    expect(Buffer.compare(toPng(svg), toPng(silent))).not.toBe(0);
    expect(drawnBox(svg.replace(/<(rect|path).*?<\/\1>/gsu, ''))?.width).toBeGreaterThan(100);
  });
});

describe('bars', () => {
  it('stand in the order of the points, each with its figure at its end', () => {
    const words = wordsIn(drawChart(barsOf({ Question: 141, Follow: 38, Praise: 7.25 })));
    const named = words.filter((word) => ['Question', 'Follow', 'Praise'].includes(word));
    expect(named).toEqual(['Question', 'Follow', 'Praise']);
    expect(words).toEqual(expect.arrayContaining(['141', '38', '7.3']));
  });

  it('of several series have a legend, and their sum at the end', () => {
    const words = wordsIn(drawChart(barsOf({ Question: [100, 40, 2], Follow: [20, 9, 0] })));
    expect(words).toEqual(expect.arrayContaining(['part 0', 'part 1', 'part 2', '142', '29']));
  });

  it('of which there are too many for figures have a scale', () => {
    const [, month = barsOf({})] = forms[4] ?? [];
    const words = wordsIn(drawChart(month));
    expect(words).toEqual(expect.arrayContaining(['0', '10000', '20000', '30000']));
    expect(words).not.toContain('27000');
  });

  it('lie where a name has no room below its bar', () => {
    const name = 'Questions about the local history collection';
    const xs = (chart: Chart) =>
      new Set(
        [...drawChart(chart).matchAll(/transform="translate\(([\d.]+) [\d.]+\)"[^>]*>(?:Q|F)/gu)].map(
          ([, x]) => x,
        ),
      );
    expect(xs(barsOf({ Question: 3, Follow: 4 })).size).toBe(2);
    expect(xs(barsOf({ [name]: 3, Follow: 4 })).size).toBe(1);
  });
});

describe('a bar that is missing', () => {
  const { points, ...about } = barsOf({ Question: 12 });
  const withOne = (value?: number): Chart => ({
    ...about,
    empty: 'fewer than 5',
    points: [...points, { x: 'Praise', y: '', series: 'part 0', ...(value !== undefined && { value }) }],
  });

  it('has hatching in its place, without a figure, and the legend says why', () => {
    const svg = drawChart(withOne());
    expect(hatching(svg)).toBeGreaterThan(5);
    expect(wordsIn(svg)).toContain('fewer than 5');
    expect(wordsIn(svg)).not.toContain('0');
  });

  it('is not one of zero, which says 0', () => {
    const svg = drawChart(withOne(0));
    expect(hatching(svg)).toBe(0);
    expect(wordsIn(svg)).toContain('0');
    expect(wordsIn(svg)).not.toContain('fewer than 5');
  });
});

describe('a cell', () => {
  const oneCell = (value?: number): Chart => {
    const point = { x: '9', y: 'Mon', ...(value !== undefined && { value }) };
    return { ...heatOf(0), points: [point, { x: '10', y: 'Mon', value: 12 }] };
  };
  it('that is left empty is hatched, and the legend says why', () => {
    const svg = drawChart(oneCell());
    expect(hatching(svg)).toBeGreaterThan(5);
    expect(wordsIn(svg)).toContain('llai na 5');
  });

  it('of zero is filled, says 0 and needs no legend', () => {
    const svg = drawChart(oneCell(0));
    expect(hatching(svg)).toBe(0);
    expect(wordsIn(svg)).toContain('0');
    expect(wordsIn(svg)).not.toContain('llai na 5');
  });

  it('has no figure where not all have room, and then the legend says least and most', () => {
    expect(wordsIn(drawChart(heatOf(11)))).not.toContain('28');
    expect(wordsIn(drawChart(heatOf(11)))).toContain('27');
    const words = wordsIn(drawChart(heatOf(24)));
    expect(words).toContain('28');
    expect(words).not.toContain('27');
  });
});
