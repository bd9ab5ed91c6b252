import { describe, expect, it } from 'vitest';
import { fromRounds, holds, median, percentile, ratioOf, spreadOf } from '../../scripts/bench/ratio.js';
import type { Row } from '../../scripts/bench/row.js';

const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
const row = (given: Partial<Row>): Row => ({
  ...{ group: 'press', row: 'a row', unit: 'ms', measured: 0 },
  ...given,
});
const what = 'a bare app';

describe('percentiles', () => {
  it('the 99th of a hundred values is the 99th from below, and of few values the highest', () => {
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
    expect(percentile([7], 0.5)).toBe(7);
  });

  it('the median lies halfway between the two in the middle, by size and not by place', () => {
    expect(median([10, 1, 2])).toBe(2);
    expect(median([10, 1, 2, 4])).toBe(3);
  });

  it('there is none of no values', () => {
    expect(() => percentile([], 0.5)).toThrow('no values');
    expect(() => median([])).toThrow('no values');
  });
});

describe('a row of several rounds', () => {
  // The machine was slow in the second round, for both.
  const rounds = [
    { measured: 2, baseline: 1 },
    { measured: 90, baseline: 30 },
    { measured: 4, baseline: 1 },
  ];
  const slow = row(fromRounds(rounds, what));

  it('has the medians of both sides, each of its own', () => {
    expect(slow).toMatchObject({ measured: 4, baseline: { what, value: 1 } });
  });

  it('has the median of the ratios that the rounds had, not the ratio of the medians', () => {
    expect(ratioOf(slow)).toBe(3);
    expect(spreadOf(slow)).toEqual([2, 4]);
  });

  it('has no ratio where nothing ran beside it', () => {
    const alone = row(fromRounds([{ measured: 2 }, { measured: 5 }], what));
    expect(alone.baseline).toBeUndefined();
    expect([ratioOf(alone), spreadOf(alone)]).toEqual([undefined, undefined]);
  });
});

describe('a goal', () => {
  const beside = { measured: 13, baseline: { what, value: 10 } };

  it.each<[string, Partial<Row>, boolean | undefined]>([
    ['of at most the ratio', { ...beside, goal: { atMost: 1.3 } }, true],
    ['of less than the ratio', { ...beside, goal: { atMost: 1.2 } }, false],
    ['of at least the ratio', { ...beside, goal: { atLeast: 1.3 } }, true],
    ['of more than the ratio', { ...beside, goal: { atLeast: 1.4 } }, false],
    ['of the figure itself', { measured: 30, goal: { atMost: 30 } }, true],
    ['below the figure itself', { measured: 31, goal: { atMost: 30 } }, false],
    ['of a ratio to nothing', { measured: 1, baseline: { what, value: 0 }, goal: { atMost: 9 } }, false],
    ['of none', beside, undefined],
  ])('%s holds or not', (_, given, expected) => {
    expect(holds(row(given))).toBe(expected);
  });
});
