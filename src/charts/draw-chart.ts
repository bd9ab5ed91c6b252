import { BarChart, CustomChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../core/report/chart.js';
import { barChart } from './bar-chart.js';
import { pictureWidth } from './frame.js';
import { heatChart } from './heat-chart.js';
import { textWidth } from './rasterise.js';

use([BarChart, CustomChart, GridComponent, GraphicComponent, SVGRenderer]);
// Without a browser the library guesses how wide a text is. It takes the width of 国 for the height of a line.
setPlatformAPI({
  measureText: (text, font = '') => {
    const size = Number.parseFloat(/([\d.]+)px/u.exec(font)?.[1] ?? '12');
    return { width: text === '国' ? size : textWidth(text, size, /\b(bold|700)\b/u.test(font) ? 700 : 400) };
  },
});

/** A chart as an SVG image. */
export function drawChart(chart: Chart): string {
  const { option, height } = chart.kind === 'bars' ? barChart(chart) : heatChart(chart);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: pictureWidth, height });
  try {
    drawing.setOption(option);
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}
