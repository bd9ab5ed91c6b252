import type { Chart } from '../core/report/chart.js';

/** Draws the charts of a report. */
export interface Charts {
  /**
   * A chart as a PNG image, 1,200 pixels wide, on a light ground of its own. Its words may have the letters of Latin (Welsh
   * too), Greek, Cyrillic and Hebrew; it leaves others out. Rejects when it can't be drawn: a report is whole without it.
   */
  png(chart: Chart): Promise<Uint8Array>;
}
