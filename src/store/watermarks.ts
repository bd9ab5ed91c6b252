import { boot, postId } from '../core/ids.js';
import type { Watermarks } from '../ports.js';
import { bootLua } from './boot.js';
import type { DeskKeys, Store } from './redis.js';

/** KEYS: watermarks. ARGV: poll, id. Ids are decimal strings too long for Lua's numbers: compared by length, then text. */
const advanceLua = `
local old = redis.call('HGET', KEYS[1], ARGV[1]) or ''
local new = ARGV[2]
if #new > #old or (#new == #old and new > old) then redis.call('HSET', KEYS[1], ARGV[1], new) end
return 1
`;

/** KEYS: watermarks. */
const followersReadLua = `${bootLua}
return {boot(), redis.call('HGET', KEYS[1], 'followers') or ''}
`;

/** KEYS: watermarks, followers. ARGV: boot, time, ids… */
const rememberLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
for n = 3, #ARGV do redis.call('SADD', KEYS[2], ARGV[n]) end
redis.call('HSET', KEYS[1], 'followers', ARGV[2])
return 1
`;

/** How far a desk has read X, in Redis. */
export function createWatermarks(redis: Store, keys: DeskKeys): Watermarks {
  return {
    async begunAt(now) {
      await redis.hsetnx(keys.watermarks, 'begun-at', now);
      return Number(await redis.hget(keys.watermarks, 'begun-at'));
    },
    async get(poll) {
      const id = await redis.hget(keys.watermarks, poll);
      return id === null ? undefined : postId(id);
    },
    async advance(poll, id) {
      await redis.eval(advanceLua, 1, keys.watermarks, poll, id);
    },
    async followersRead() {
      const read = (await redis.eval(followersReadLua, 1, keys.watermarks)) as [string, string];
      const [under, at] = read;
      return { boot: boot(under), ...(at === '' ? {} : { at: Number(at) }) };
    },
    async areKnown(ids) {
      if (ids.length === 0) return [];
      return (await redis.smismember(keys.followers, ...ids)).map((known) => known === 1);
    },
    async remember(ids, at, under) {
      await redis.eval(rememberLua, 2, keys.watermarks, keys.followers, under, at, ...ids);
    },
  };
}
