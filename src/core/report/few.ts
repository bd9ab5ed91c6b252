import type { Counts } from '../board/report.js';

/** A smaller number of people could point at one of them. */
export const fewest = 5;

/** A count that may be said: none, or at least five; undefined for one that is too small. */
export const sayable = (count: number): number | undefined =>
  count === 0 || count >= fewest ? count : undefined;

/**
 * The counts of a whole, without those that are too small to be said. Where it would be one alone, the sum and the others
 * would tell it: the next smallest is left out with it.
 */
export function withoutFew<Name extends string>(counts: Readonly<Record<Name, number>>): Counts<Name> {
  const all = Object.entries<number>(counts);
  const small = all.filter(([, count]) => sayable(count) === undefined);
  const [nextSmallest] = all.filter(([, count]) => count >= fewest).toSorted(([, a], [, b]) => a - b);
  const left = small.length === 1 && nextSmallest ? [...small, nextSmallest] : small;
  const names = new Set(left.map(([name]) => name));
  return Object.fromEntries(all.filter(([name]) => !names.has(name))) as Counts<Name>;
}
