import { cardId, type PostId, postId } from '../core/ids.js';
import type { Cards } from '../ports/documents.js';
import type { DeskKeys, Store } from './redis.js';
import { polls, timeField } from './x-records.js';

/** KEYS: watermarks. ARGV: field of an id, field of its time, time. Does nothing when it was done before. */
const convertLua = `
if redis.call('HDEL', KEYS[1], ARGV[1]) == 1 then redis.call('HSETNX', KEYS[1], ARGV[2], ARGV[3]) end
return 1
`;

/**
 * Brings what version 0.1.0 stored of a desk to what this version reads, once. `timeOf` knows when a post was made (Unix
 * ms). May run at the same time in several processes.
 */
export async function upgradeStore(
  redis: Store,
  keys: DeskKeys,
  cards: Cards,
  timeOf: (post: PostId) => number,
): Promise<void> {
  await convertWatermarks(redis, keys, timeOf);
  await indexCards(redis, keys, cards);
}

/** The id of the newest post that was read stood under the name of its poll: it becomes a time. */
async function convertWatermarks(redis: Store, keys: DeskKeys, timeOf: (post: PostId) => number) {
  const ids = await redis.hmget(keys.watermarks, ...polls);
  for (const [at, poll] of polls.entries()) {
    const id = ids[at];
    if (id) await redis.eval(convertLua, 1, keys.watermarks, poll, timeField(poll), timeOf(postId(id)));
  }
}

/** This version keeps more lists of cards. Each write lists a card, so every card is written again, once. */
async function indexCards(redis: Store, keys: DeskKeys, cards: Cards): Promise<void> {
  if ((await redis.hget(keys.watermarks, 'cards-indexed')) !== null) return;
  for (const id of await redis.zrange(keys.recent, '0', '-1')) {
    await cards.change(cardId(id), (card) => ({ next: card, result: undefined }));
  }
  await redis.hset(keys.watermarks, 'cards-indexed', 1);
}
