import { Refused } from '../model/refused.js';
import type { State } from '../model/state.js';

/**
 * The page of `items` that begins at the cursor, which holds the key of the next item. With short pages it has fewer items
 * than asked for, as Slack's may: https://docs.slack.dev/apis/web-api/pagination
 */
export function page<T>(
  { shortPages = Number.POSITIVE_INFINITY }: State,
  items: readonly T[],
  keyOf: (item: T) => string,
  cursor: string | undefined,
  asked: number,
): { items: T[]; nextCursor: string } {
  const limit = Math.min(asked, shortPages);
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
