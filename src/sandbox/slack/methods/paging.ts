import { Refused } from '../model/refused.js';

/** The page of `items` that begins at the cursor, which holds the key of the next item. */
export function page<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  cursor: string | undefined,
  limit: number,
): { items: T[]; nextCursor: string } {
  const start = cursor ? items.findIndex((item) => keyOf(item) === decode(cursor)) : 0;
  if (start < 0) throw new Refused('invalid_cursor');
  const next = items[start + limit];
  return {
    items: items.slice(start, start + limit),
    nextCursor: next ? Buffer.from(`next:${keyOf(next)}`).toString('base64') : '',
  };
}

function decode(cursor: string): string {
  const [, key] = /^next:(.+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (!key) throw new Refused('invalid_cursor');
  return key;
}
