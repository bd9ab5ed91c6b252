import { boot, postId } from '../core/ids.js';
import type { Watermarks } from '../ports/network.js';
import { bootLua } from './boot.js';
import type { DeskKeys, Store } from './redis.js';

/** KEYS: watermarks. ARGV: boot, poll, id. Ids are decimal strings too long for Lua's numbers: compared by length, then text. */
const advanceLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
local old = redis.call('HGET', KEYS[1], ARGV[2]) or ''
local new = ARGV[3]
if #new > #old or (#new == #old and new > old) then redis.call('HSET', KEYS[1], ARGV[2], new) end
return 1
`;

/** KEYS: watermarks. ARGV: field. Gives the boot, and the field or ''. */
const readLua = `${bootLua}
return {boot(), redis.call('HGET', KEYS[1], ARGV[1]) or ''}
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
  const read = async (field: string) => {
    const [under, value] = (await redis.eval(readLua, 1, keys.watermarks, field)) as [string, string];
    return { boot: boot(under), value };
  };
  return {
    async begunAt(now) {
      await redis.hsetnx(keys.watermarks, 'begun-at', now);
      return Number(await redis.hget(keys.watermarks, 'begun-at'));
    },
    async newest(poll) {
      const { boot, value } = await read(poll);
      return { boot, ...(value === '' ? {} : { id: postId(value) }) };
    },
    async advance(poll, id, under) {
      await redis.eval(advanceLua, 1, keys.watermarks, under, poll, id);
    },
    async followersRead() {
      const { boot, value } = await read('followers');
      return { boot, ...(value === '' ? {} : { at: Number(value) }) };
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
