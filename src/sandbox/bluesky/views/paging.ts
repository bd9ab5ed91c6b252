interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}

/** So many pages at most are read until one is half full. */
const mostReads = 10;

/**
 * What the real servers give for a page: they read as many as were asked for, leave out what the reader may not see, and read on
 * only until half of the page is full. So a page that is short, or empty, may have a cursor.
 */
export function filledPage<T>(
  limit: number,
  cursor: string | undefined,
  read: (limit: number, cursor: string | undefined) => Page<T>,
): Page<T> {
  let page = read(limit, cursor);
  const items = [...page.items];
  for (let reads = 1; reads < mostReads && page.cursor && items.length < Math.ceil(limit / 2); reads += 1) {
    page = read(limit - items.length, page.cursor);
    items.push(...page.items);
  }
  return { items, cursor: page.cursor };
}

interface Sorted {
  readonly sortAt: number;
  readonly cid: string;
}

/** A page of records, the newest first. Its cursor is the time and the content id of the last one. */
export function pageByTime<T extends Sorted>(
  all: readonly T[],
  limit: number,
  cursor: string | undefined,
): Page<T> {
  const [time = '', cid = ''] = cursor?.split('__') ?? [];
  const after = cursor === undefined ? undefined : { sortAt: Number(time), cid };
  const rest = all.toSorted(newestFirst).filter((one) => after === undefined || newestFirst(after, one) < 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, cursor: rest.length > limit && last ? `${last.sortAt}__${last.cid}` : undefined };
}

const newestFirst = (a: Sorted, b: Sorted): number =>
  b.sortAt - a.sortAt || (a.cid < b.cid ? 1 : a.cid > b.cid ? -1 : 0);
