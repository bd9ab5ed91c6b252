import { createHmac } from 'node:crypto';
import { dayMs } from '../core/durations.js';
import { boot } from '../core/ids.js';
import { addBills, type MonthlyBill } from '../core/money/bill.js';
import { rememberPostsForMs } from '../core/writing/near-copy.js';
import type { IsKnownIncident } from '../errors.js';
import type { Logger } from '../log.js';
import type { Ledger, OurPosts, PostPoll, WaitingPost, Watermarks } from '../ports/network.js';
import type { DeskKeys } from './keys.js';
import { areKnownFollowers, followerText } from './known-followers.js';
import type { Store } from './redis.js';
import { bootLua } from './shared-lua.js';

/** KEYS: watermarks. ARGV: boot, now, time, then the fields of that time, of when it was first read, of the last look. */
const advanceLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], ARGV[6], ARGV[2])
local old = tonumber(redis.call('HGET', KEYS[1], ARGV[4]) or '0')
if tonumber(ARGV[3]) > old then redis.call('HSET', KEYS[1], ARGV[4], ARGV[3], ARGV[5], ARGV[2]) end
return 1
`;

/** The polls that version 0.1.0 had too: it stored the newest post's id under the poll's name. */
export const polls = ['mentions', 'own-posts'] as const satisfies readonly PostPoll[];
/** The field of a poll's time. */
export const timeField = (poll: PostPoll) => `${poll}-at` as const;
const readField = (poll: PostPoll) => `${poll}-read-at` as const;
const lookedField = (poll: PostPoll) => `${poll}-looked-at` as const;

/** KEYS: watermarks. ARGV: fields. Returns the boot, and each field's value or ''. */
const readLua = `${bootLua}
local found = { boot() }
for at = 1, #ARGV do table.insert(found, redis.call('HGET', KEYS[1], ARGV[at]) or '') end
return found
`;

/** KEYS: watermarks, followers. ARGV: boot, time, the texts of followers… */
const rememberLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
for n = 3, #ARGV do redis.call('SADD', KEYS[2], ARGV[n]) end
redis.call('HSET', KEYS[1], 'followers', ARGV[2])
return 1
`;

/** The port to how far a desk has read its network, in Redis. */
export function createWatermarks(redis: Store, keys: DeskKeys): Watermarks {
  const read = async (...fields: readonly string[]) => {
    const [under = '', ...values] = (await redis.eval(readLua, 1, keys.watermarks, ...fields)) as string[];
    return { boot: boot(under), values };
  };
  return {
    async begunAt(now) {
      await redis.hsetnx(keys.watermarks, 'begun-at', now);
      return Number(await redis.hget(keys.watermarks, 'begun-at'));
    },
    async newest(poll) {
      const { boot, values } = await read(timeField(poll), readField(poll), lookedField(poll));
      const [at = '', readAt = '', lookedAt = ''] = values;
      return {
        boot,
        ...(at !== '' && { at: Number(at) }),
        ...(readAt !== '' && { readAt: Number(readAt) }),
        ...(lookedAt !== '' && { lookedAt: Number(lookedAt) }),
      };
    },
    async advance(poll, at, under, now) {
      const args = [under, now, at, timeField(poll), readField(poll), lookedField(poll)];
      await redis.eval(advanceLua, 1, keys.watermarks, ...args);
    },
    async odd() {
      return Object.values(await redis.hgetall(keys.odd)).map((text): WaitingPost => JSON.parse(text));
    },
    async keepOdd(post) {
      await redis.hset(keys.odd, post.id, JSON.stringify(post));
    },
    async dropOdd(id) {
      await redis.hdel(keys.odd, id);
    },
    async followersRead() {
      const { boot, values } = await read('followers');
      return { boot, ...(values[0] ? { at: Number(values[0]) } : {}) };
    },
    areKnown: (ids) => areKnownFollowers(redis, keys, ids),
    async remember(ids, at, under) {
      const texts = ids.map(followerText);
      await redis.eval(rememberLua, 2, keys.watermarks, keys.followers, under, at, ...texts);
    },
  };
}

/** How many posts are read at most: more would keep a person waiting at *Send*. */
const maxRecentPosts = 2_000;

/** KEYS: texts by id, ids by time. ARGV: the oldest time that is kept, then id, time and text of each post. */
const keepLua = `
for at = 2, #ARGV, 3 do
  if redis.call('HSETNX', KEYS[1], ARGV[at], ARGV[at + 2]) == 1 then
    redis.call('ZADD', KEYS[2], ARGV[at + 1], ARGV[at])
  end
end
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[1], 'LIMIT', 0, 500)) do
  redis.call('HDEL', KEYS[1], id)
  redis.call('ZREM', KEYS[2], id)
end
`;

/** KEYS: texts by id, ids by time. ARGV: id. */
const dropLua = `
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
`;

/** KEYS: texts by id. ARGV: id, text. A post that was dropped meanwhile stays so. */
const replaceLua = `
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end
`;

/** KEYS: texts by id, ids by time. ARGV: the oldest time, how many. Returns id, time and text of each. */
const recentLua = `
local found = {}
local ids = redis.call('ZRANGE', KEYS[2], '+inf', ARGV[1], 'BYSCORE', 'REV', 'LIMIT', 0, ARGV[2], 'WITHSCORES')
for at = 1, #ids, 2 do
  local text = redis.call('HGET', KEYS[1], ids[at])
  if text then
    table.insert(found, ids[at])
    table.insert(found, ids[at + 1])
    table.insert(found, text)
  end
end
return found
`;

/** The port to what a desk posted lately, in Redis. */
export function createOurPosts(redis: Store, keys: DeskKeys): OurPosts {
  const named = [keys.saidTexts, keys.saidTimes] as const;
  return {
    async keep(posts, now) {
      const fresh = posts.filter(({ at }) => at >= now - rememberPostsForMs);
      const args = fresh.flatMap(({ id, at, text }) => [id, at, text]);
      await redis.eval(keepLua, 2, ...named, now - rememberPostsForMs, ...args);
    },
    async drop(id) {
      await redis.eval(dropLua, 2, ...named, id);
    },
    async change(id, change) {
      const text = await redis.hget(keys.saidTexts, id);
      if (text !== null) await redis.eval(replaceLua, 1, keys.saidTexts, id, change(text));
    },
    async get(id) {
      return (await redis.hget(keys.saidTexts, id)) ?? undefined;
    },
    async recent(now) {
      const found = (await redis.eval(
        recentLua,
        2,
        ...named,
        now - rememberPostsForMs,
        maxRecentPosts,
      )) as string[];
      return found.flatMap((id, at) =>
        at % 3 === 0 ? [{ id, at: Number(found[at + 1]), text: found[at + 2] ?? '' }] : [],
      );
    },
  };
}

/** How long the resources that were billed on a day are kept (ms): longer than the day itself. */
const billedForMs = 3 * dayMs;
/** How long a month's bill is kept (ms). */
const monthForMs = 400 * dayMs;

/** 96 bits: among a day's reads no two are the same (characters). */
const markLength = 16;

/** KEYS: ledger, billed. ARGV: call, price, count, milliseconds billed is kept, milliseconds the ledger is kept, resources … */
const chargeLua = `
local count = tonumber(ARGV[3])
if #ARGV > 5 then
  count = 0
  for i = 6, #ARGV do count = count + redis.call('SADD', KEYS[2], ARGV[i]) end
  redis.call('PEXPIRE', KEYS[2], ARGV[4])
end
if count > 0 then
  redis.call('HINCRBY', KEYS[1], 'count ' .. ARGV[1], count)
  redis.call('HINCRBY', KEYS[1], 'usd ' .. ARGV[1], count * tonumber(ARGV[2]))
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
end
return count
`;

/**
 * The port to the bill of a desk's X account, in Redis: a hash for a month, a set of billed resources for a UTC day. The set
 * tells the same post or person again, and names neither: X goes on to bill us for people who asked to be forgotten. `together`
 * are the keys of all desks that share a budget: each keeps its bill in its own slot of a cluster, and they are added up when read.
 */
export function createLedger(
  redis: Store,
  keys: DeskKeys,
  secret = '',
  together: readonly DeskKeys[] = [keys],
): Ledger {
  const mark = (resource: string) =>
    createHmac('sha256', secret).update(resource).digest('base64url').slice(0, markLength);
  return {
    async charge({ call, priceMicroUsd, resources, count, at }) {
      const day = new Date(at).toISOString().slice(0, 10);
      const named = [keys.ledger(day.slice(0, 7)), keys.billed(day)];
      const args = [call, priceMicroUsd, count, billedForMs, monthForMs, ...(resources ?? []).map(mark)];
      await redis.eval(chargeLua, named.length, ...named, ...args);
    },

    month: (at) => monthlyBill(redis, keys, at),

    monthTogether: async (at) =>
      addBills(await Promise.all(together.map((one) => monthlyBill(redis, one, at)))),
  };
}

/** The bill of one desk in the UTC month of a time (Unix ms). */
async function monthlyBill(redis: Store, keys: DeskKeys, at: number): Promise<MonthlyBill> {
  const fields = await redis.hgetall(keys.ledger(new Date(at).toISOString().slice(0, 7)));
  const byCall: Record<string, { charged: number; microUsd: number }> = {};
  let microUsd = 0;
  for (const [field, value] of Object.entries(fields)) {
    const call = field.slice(field.indexOf(' ') + 1);
    const entry = byCall[call] ?? { charged: 0, microUsd: 0 };
    const isMoney = field.startsWith('usd ');
    byCall[call] = { ...entry, [isMoney ? 'microUsd' : 'charged']: Number(value) };
    if (isMoney) microUsd += Number(value);
  }
  return { microUsd, byCall };
}

/** A ledger that logs a charge which can't be written instead of throwing: X has carried the call out already. */
export function logFailedCharges(ledger: Ledger, log: Logger, isKnownIncident: IsKnownIncident): Ledger {
  return {
    ...ledger,
    charge: (charge) =>
      ledger.charge(charge).catch((error: Error) => {
        if (!isKnownIncident(error)) log.error({ error: error.message, call: charge.call }, 'not charged');
      }),
  };
}
