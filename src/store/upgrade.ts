import { createHash } from 'node:crypto';
import { cardId, type PostId, panelId, postId } from '../core/ids.js';
import type { Cards, Panels } from '../ports/documents.js';
import { foundKeys } from './found-keys.js';
import type { DeskKeys } from './keys.js';
import type { Store } from './redis.js';
import { idIn, type OrderRules, ordersOf } from './waiting.js';
import { refuseLaterVersion } from './written-by.js';
import { polls, timeField } from './x-records.js';

/** KEYS: watermarks. ARGV: field of an id, field of its time, time. Does nothing when it was done before. */
const convertLua = `
if redis.call('HDEL', KEYS[1], ARGV[1]) == 1 then redis.call('HSETNX', KEYS[1], ARGV[2], ARGV[3]) end
return 1
`;

interface Stored {
  readonly desk: { readonly id: string } & OrderRules;
  readonly cards: Cards;
  readonly panels: Panels;
}

/**
 * Brings what version 0.1.0 stored of a desk, or of its private side, to what this version reads, once; puts what waits in
 * order anew where desk.yaml says something else of deadlines than before. `timeOf` knows when a post was made (Unix ms). May run at the same time in several processes. Throws ConfigError where a version later than `by` has stored
 * something; `where` is what messages call Redis.
 */
export async function upgradeStore(
  redis: Store,
  keys: DeskKeys,
  { desk, cards, panels }: Stored,
  timeOf: (post: PostId) => number,
  by: { readonly version: string; readonly where: string },
): Promise<void> {
  await refuseLaterVersion(redis, keys, { ...by, desk: desk.id });
  await convertWatermarks(redis, keys, timeOf);
  await indexCards(redis, keys, cards);
  await orderCards(redis, keys, desk, cards);
  await indexPanels(redis, keys, panels);
}

/** The id of the newest post that was read stood under the name of its poll: it becomes a time. */
async function convertWatermarks(redis: Store, keys: DeskKeys, timeOf: (post: PostId) => number) {
  const ids = await redis.hmget(keys.watermarks, ...polls);
  for (const [at, poll] of polls.entries()) {
    const id = ids[at];
    if (id) await redis.eval(convertLua, 1, keys.watermarks, poll, timeField(poll), timeOf(postId(id)));
  }
}

/** How many cards are written at once. */
const atOnce = 20;

/** Writes these cards again: each write lists a card. */
async function writeAgain(cards: Cards, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    await Promise.all(
      some.map((id) => cards.change(cardId(id), (card) => ({ next: card, result: undefined }))),
    );
  }
}

/** Which lists of cards a version keeps. */
const listsOfCards = '2';

/** This version keeps other lists of cards, so every card is written again, once. */
async function indexCards(redis: Store, keys: DeskKeys, cards: Cards): Promise<void> {
  if ((await redis.hget(keys.watermarks, 'cards-indexed')) === listsOfCards) return;
  await redis.del(keys.formerWaiting);
  await writeAgain(cards, await redis.zrange(keys.recent, '0', '-1'));
  await redis.hset(keys.watermarks, 'cards-indexed', listsOfCards);
}

/** The places of cards that wait are made of their deadlines: they move when opening hours or standards change. */
async function orderCards(redis: Store, keys: DeskKeys, rules: OrderRules, cards: Cards): Promise<void> {
  const { rota, responseTargets, network, account } = rules;
  const { openHours, closures, timeZone } = rota;
  const all = [openHours, closures, timeZone, responseTargets, network.byApi, account.plan];
  const asked = createHash('sha256').update(JSON.stringify(all)).digest('base64url');
  if ((await redis.hget(keys.watermarks, 'ordered-by')) === asked) return;
  const orders = await Promise.all(ordersOf(keys).map((order) => redis.zrange(order, '0', '-1')));
  await writeAgain(cards, orders.flat().map(idIn));
  await redis.hset(keys.watermarks, 'ordered-by', asked);
}

/**
 * Nothing lists the messages for several cards that earlier versions made. Each is found by its key and written again, once:
 * so that it says nothing of patrons any more when its time is over, and its record ends.
 */
async function indexPanels(redis: Store, keys: DeskKeys, panels: Panels): Promise<void> {
  if ((await redis.hget(keys.watermarks, 'panels-indexed')) !== null) return;
  for await (const id of foundKeys(redis, keys.panel(''))) {
    await panels.change(panelId(id), (panel) => ({ next: panel, result: undefined }));
  }
  await redis.hset(keys.watermarks, 'panels-indexed', 1);
}
