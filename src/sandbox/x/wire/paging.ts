import { isAfter } from '../model/ids.js';
import { invalidRequest } from './problems.js';

/** The items of one page, and X's `meta` for it. */
interface Page<T> {
  readonly items: readonly T[];
  readonly meta: { readonly next_token?: string; readonly previous_token?: string };
}

/**
 * One page of a list, newest first. A token names an item, not a number of items, so that new items don't shift later
 * pages. `place` gives an item's place as digits, which fall along the list.
 */
export function page<T>(
  items: readonly T[],
  place: (item: T) => string,
  size: number,
  token: string | undefined,
): Page<T> {
  const from = token === undefined ? undefined : readToken(token);
  const begin = start(items, place, size, from);
  const end = from?.side === 'before' ? firstAtOrBelow(items, place, from.place) : begin + size;
  const shown = items.slice(begin, end);
  const first = shown[0];
  const last = shown.at(-1);
  return {
    items: shown,
    meta: {
      ...(last !== undefined && end < items.length && { next_token: makeToken('after', place(last)) }),
      ...(first !== undefined && begin > 0 && { previous_token: makeToken('before', place(first)) }),
    },
  };
}

interface Token {
  readonly side: 'after' | 'before';
  readonly place: string;
}

function start<T>(items: readonly T[], place: (item: T) => string, size: number, from?: Token): number {
  if (!from) return 0;
  if (from.side === 'before') return Math.max(0, firstAtOrBelow(items, place, from.place) - size);
  const index = items.findIndex((item) => isAfter(from.place, place(item)));
  return index < 0 ? items.length : index;
}

function firstAtOrBelow<T>(items: readonly T[], place: (item: T) => string, limit: string): number {
  const index = items.findIndex((item) => !isAfter(place(item), limit));
  return index < 0 ? items.length : index;
}

function makeToken(side: Token['side'], place: string): string {
  return Buffer.from(`${side === 'after' ? 'a' : 'b'}:${place.padStart(20, '0')}`).toString('base64url');
}

function readToken(token: string): Token {
  const [, side, place] = /^([ab]):0*(\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (side === undefined || place === undefined) {
    throw invalidRequest(
      'pagination_token',
      token,
      `The \`pagination_token\` query parameter value [${token}] is not valid`,
    );
  }
  return { side: side === 'a' ? 'after' : 'before', place };
}
