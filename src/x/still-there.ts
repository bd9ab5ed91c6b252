/** A post that the desk shows, and when it was made, or somebody who follows us, and since when (Unix ms). */
export interface Kept<Id> {
  readonly id: Id;
  readonly at: number;
}

/** Prices in millionths of a dollar: of a post on our own list, and of one that is looked up by its id. */
interface LookPrices {
  readonly listed: number;
  readonly byId: number;
}

/**
 * The cheapest way to look at posts again: our own list of mentions since a time (Unix ms), which has about `length` posts,
 * and those before it by their ids; or at followers, by the list of them. No list where it would cost more than all ids.
 * `listedAt` are the times of all that is listed, as far as the desk knows them: they tell how long a list would be. Its first
 * `free` cost nothing.
 */
export function cheapestLook<Id>(
  kept: readonly Kept<Id>[],
  listedAt: readonly number[],
  prices: LookPrices,
  free = 0,
): {
  readonly list?: { readonly sinceMs: number; readonly length: number };
  readonly byId: readonly Id[];
} {
  const newestFirst = kept.toSorted((a, b) => b.at - a.at);
  const listed = listedAt.toSorted((a, b) => b - a);
  let best = { cost: newestFirst.length * prices.byId, take: 0, length: 0 };
  let length = 0;
  for (const [index, { at }] of newestFirst.entries()) {
    while (length < listed.length && (listed[length] ?? 0) >= at) length += 1;
    const take = index + 1;
    const deep = Math.max(length, take);
    const cost = Math.max(0, deep - free) * prices.listed + (newestFirst.length - take) * prices.byId;
    if (cost < best.cost) best = { cost, take, length: deep };
  }
  const oldest = newestFirst[best.take - 1];
  return {
    ...(oldest && { list: { sinceMs: oldest.at, length: best.length } }),
    byId: newestFirst.slice(best.take).map(({ id }) => id),
  };
}
