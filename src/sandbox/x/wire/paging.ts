import { createHash } from 'node:crypto';
import { isAfter } from '../model/ids.js';
import { invalidRequest } from './problems.js';
import type { Call } from './route.js';

/** The items of one page, and X's `meta` for it. */
interface Page<T> {
  readonly items: readonly T[];
  readonly meta: { readonly next_token?: string; readonly previous_token?: string };
}

/**
 * One page of a list, newest first. A token names an item, not a number of items, so that new items don't shift later
 * pages. `place` gives an item's place as digits, which fall along the list. Throws X's 400 for a token of another list.
 */
export function page<T>(call: Call, items: readonly T[], place: (item: T) => string): Page<T> {
  const { maxResults: size, text } = call.query;
  const list = listOf(call);
  const from = text.pagination_token === undefined ? undefined : readToken(text.pagination_token, list);
  const begin = start(items, place, size, from);
  const end = from?.side === 'before' ? firstAtOrBelow(items, place, from.place) : begin + size;
  const shown = items.slice(begin, end);
  const first = shown[0];
  const last = shown.at(-1);
  return {
    items: shown,
    meta: {
      ...(last !== undefined && end < items.length && { next_token: makeToken('after', place(last), list) }),
      ...(first !== undefined && begin > 0 && { previous_token: makeToken('before', place(first), list) }),
    },
  };
}

/**
 * What a token is good for: this caller, this route and path, and the parameters that choose what is in the list. The
 * size of a page and the fields may change from page to page.
 */
function listOf({ account, route, path, query }: Call): string {
  const choosing = Object.entries(query.text).filter(
    ([name]) => !/^(pagination_token|max_results|expansions|.*\.fields)$/.test(name),
  );
  const all = JSON.stringify([account.id, route.call, path, choosing.sort(([a], [b]) => (a < b ? -1 : 1))]);
  return createHash('sha256').update(all).digest('hex').slice(0, 12);
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

function makeToken(side: Token['side'], place: string, list: string): string {
  const text = `${side === 'after' ? 'a' : 'b'}:${place.padStart(20, '0')}:${list}`;
  return Buffer.from(text).toString('base64url');
}

function readToken(token: string, list: string): Token {
  const [, side, place, made] =
    /^([ab]):0*(\d+):(\w+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (side === undefined || place === undefined || made !== list) {
    throw invalidRequest(
      'pagination_token',
      token,
      `The \`pagination_token\` query parameter value [${token}] is not valid`,
    );
  }
  return { side: side === 'a' ? 'after' : 'before', place };
}
