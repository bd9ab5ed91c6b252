import type { PostId } from '../core/ids.js';

/** A post that the desk shows, and when it was made (Unix ms). */
export interface KeptPost {
  readonly id: PostId;
  readonly at: number;
}

/** Prices in millionths of a dollar: of a post on our own list, and of one that is looked up by its id. */
interface LookPrices {
  readonly listed: number;
  readonly byId: number;
}

/**
 * The cheapest way to look at posts again: our own list of mentions since a time (Unix ms), which has about `length` posts,
 * and those before it by their ids. No list where it would cost more than all ids. `listedAt` are the times of all mentions,
 * as far as the desk knows them: they tell how long a list would be.
 */
export function cheapestLook(
  kept: readonly KeptPost[],
  listedAt: readonly number[],
  prices: LookPrices,
): {
  readonly list?: { readonly sinceMs: number; readonly length: number };
  readonly byId: readonly PostId[];
} {
  const newestFirst = kept.toSorted((a, b) => b.at - a.at);
  const listed = listedAt.toSorted((a, b) => b - a);
  let best = { cost: newestFirst.length * prices.byId, take: 0, length: 0 };
  let length = 0;
  for (const [index, { at }] of newestFirst.entries()) {
    while (length < listed.length && (listed[length] ?? 0) >= at) length += 1;
    const take = index + 1;
    const deep = Math.max(length, take);
    const cost = deep * prices.listed + (newestFirst.length - take) * prices.byId;
    if (cost < best.cost) best = { cost, take, length: deep };
  }
  const oldest = newestFirst[best.take - 1];
  return {
    ...(oldest && { list: { sinceMs: oldest.at, length: best.length } }),
    byId: newestFirst.slice(best.take).map(({ id }) => id),
  };
}
