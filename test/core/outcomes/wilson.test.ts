import { expect, it } from 'vitest';
import { overlap, wilson } from '../../../src/core/outcomes/wilson.js';

// R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('of %i of %i it is the published range', (count, of, low, high) => {
  const range = wilson(count, of);
  expect(range.low).toBeCloseTo(low, 4);
  expect(range.high).toBeCloseTo(high, 4);
});

it('never leaves what is possible', () => {
  for (const of of [1, 2, 7, 40, 1_000])
    for (const count of [0, 1, Math.floor(of / 2), of]) {
      const { low, high } = wilson(count, of);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(count / of + 1e-12);
      expect(high).toBeGreaterThanOrEqual(count / of - 1e-12);
    }
});

it('ranges that touch have something in common', () => {
  expect(overlap({ low: 0.1, high: 0.3 }, { low: 0.3, high: 0.5 })).toBe(true);
  expect(overlap({ low: 0.4, high: 0.5 }, { low: 0.1, high: 0.3 })).toBe(false);
});
