import { describe, expect, it } from 'vitest';
import { createCharts } from '../../src/charts/charts.js';
import type { Chart } from '../../src/core/report/chart.js';
import { barsOf } from './samples.js';

const { png } = createCharts();

describe('charts', () => {
  it('are PNG images, drawn outside of this process', async () => {
    const picture = await png(barsOf({ Question: 3 }));
    expect([...picture.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  });

  it('reject what they cannot draw', async () => {
    await expect(png({ kind: 'bars' } as Chart)).rejects.toThrow(/chart-program/u);
  });
});
