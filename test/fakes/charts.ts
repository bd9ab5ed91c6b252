import type { Chart } from '../../src/core/report/chart.js';
import type { Charts } from '../../src/ports/charts.js';

export interface FakeCharts extends Charts {
  /** From now on drawing fails. */
  breaks(): void;
}

/** Draws nothing: a picture is the words of its chart. */
export function fakeCharts(): FakeCharts {
  let isBroken = false;
  return {
    breaks: () => {
      isBroken = true;
    },
    async png(chart: Chart) {
      if (isBroken) throw new Error('The chart could not be drawn.');
      return new TextEncoder().encode(JSON.stringify(chart));
    },
  };
}
