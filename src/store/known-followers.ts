import { type AccountId, accountId } from '../core/ids.js';
import type { DeskKeys } from './keys.js';
import type { Store } from './redis.js';

/** No id has a colon, so what begins with one is a number in this base. */
const mark = ':';
const base = 36;

/** The text that stands for a follower in the store. Redis takes 16 bytes for 14 characters, and 32 for a number of X's 19 digits. */
export const followerText = (id: AccountId): string =>
  /^[1-9]\d*$/u.test(id) ? mark + BigInt(id).toString(base) : id;

/** The follower for whom a text stands. Version 0.1.0 stored the ids themselves. */
function followerOf(text: string): AccountId {
  if (!text.startsWith(mark)) return accountId(text);
  const digits = [...text.slice(mark.length)].map((digit) => BigInt(Number.parseInt(digit, base)));
  return accountId(String(digits.reduce((number, digit) => number * BigInt(base) + digit, 0n)));
}

/** Both texts under which a follower may be stored: ours, and that of version 0.1.0. */
const textsOf = (id: AccountId): readonly [string, string] => [followerText(id), id];

/** Whether each of these people is a follower that a desk knows. */
export async function areKnownFollowers(
  redis: Store,
  { followers }: DeskKeys,
  ids: readonly AccountId[],
): Promise<readonly boolean[]> {
  if (ids.length === 0) return [];
  const known = await redis.smismember(followers, ...ids.flatMap(textsOf));
  return ids.map((_, at) => known.slice(2 * at, 2 * at + 2).includes(1));
}

/** All followers that a desk knows, some at a time; each may come twice. */
export async function* knownFollowers(
  redis: Store,
  { followers }: DeskKeys,
): AsyncIterable<readonly AccountId[]> {
  for await (const texts of redis.sscanStream(followers, { count: 1000 })) {
    yield (texts as string[]).map(followerOf);
  }
}

/** From now on the desk knows none of these people. */
export async function dropFollowers(
  redis: Store,
  { followers }: DeskKeys,
  ids: readonly AccountId[],
): Promise<void> {
  if (ids.length > 0) await redis.srem(followers, ...ids.flatMap(textsOf));
}
