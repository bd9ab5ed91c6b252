import type { Range } from '../board/outcome-report.js';

/** The 97.5th percentile of the normal distribution: of twenty such ranges nineteen hold. */
const z = 1.959964;

/**
 * The Wilson score interval of `count` among `of` (at least 1): it holds for few and for shares near 0 and 1, where the usual
 * one fails. E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212; compared in R. G. Newcombe,
 * Statistics in Medicine 17 (1998), 857–872, as method 3.
 */
export function wilson(count: number, of: number): Range {
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

/** Whether two ranges have anything in common. */
export const overlap = (one: Range, other: Range): boolean => one.low <= other.high && other.low <= one.high;
