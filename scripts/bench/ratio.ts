import type { Round, Row } from './row.js';

/** The value that so large a share of them does not exceed, by nearest rank: of 100 values the 99th for 0.99. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new RangeError('There is no percentile of no values.');
  return value;
}

/** The value in the middle, or halfway between the two there. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('There is no median of no values.');
  return (low + high) / 2;
}

/** The figures of a row that was measured in rounds; `what` says what ran beside it in each of them. */
export function fromRounds(
  rounds: readonly Round[],
  what?: string,
): Pick<Row, 'measured' | 'rounds' | 'baseline'> {
  const measured = median(rounds.map((one) => one.measured));
  const beside = rounds.flatMap(({ baseline }) => baseline ?? []);
  if (what === undefined || beside.length === 0) return { measured, rounds };
  return { measured, rounds, baseline: { what, value: median(beside) } };
}

/** How many times the baseline a row is. Of several rounds the median, so that what slows both down for a while counts little. */
export function ratioOf({ measured, baseline, rounds }: Row): number | undefined {
  if (!baseline) return undefined;
  const each = ratiosOf(rounds ?? []);
  return each.length > 0 ? median(each) : times(measured, baseline.value);
}

/** The lowest and the highest ratio of the rounds; undefined where there were not several. */
export function spreadOf({ rounds = [] }: Pick<Row, 'rounds'>): readonly [number, number] | undefined {
  const each = ratiosOf(rounds);
  return each.length > 1 ? [Math.min(...each), Math.max(...each)] : undefined;
}

/** Whether a row keeps its promise; undefined where nothing is promised. A ratio to nothing keeps none. */
export function holds(row: Row): boolean | undefined {
  const { goal } = row;
  if (!goal) return undefined;
  const judged = row.baseline ? ratioOf(row) : row.measured;
  if (judged === undefined) return false;
  return 'atMost' in goal ? judged <= goal.atMost : judged >= goal.atLeast;
}

const ratiosOf = (rounds: readonly Round[]): readonly number[] =>
  rounds.flatMap(({ measured, baseline }) =>
    baseline === undefined ? [] : (times(measured, baseline) ?? []),
  );

const times = (measured: number, baseline: number): number | undefined =>
  baseline > 0 ? measured / baseline : undefined;
