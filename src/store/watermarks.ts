import { postId } from '../core/ids.js';
import type { Watermarks } from '../ports.js';
import type { DeskKeys, Store } from './redis.js';

/** KEYS: watermarks. ARGV: poll, id. Ids are decimal strings too long for Lua's numbers: compared by length, then text. */
const advanceLua = `
local old = redis.call('HGET', KEYS[1], ARGV[1]) or ''
local new = ARGV[2]
if #new > #old or (#new == #old and new > old) then redis.call('HSET', KEYS[1], ARGV[1], new) end
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
    async followersReadAt() {
      const at = await redis.hget(keys.watermarks, 'followers');
      return at === null ? undefined : Number(at);
    },
    async areKnown(ids) {
      if (ids.length === 0) return [];
      return (await redis.smismember(keys.followers, ...ids)).map((known) => known === 1);
    },
    async remember(ids, at) {
      if (ids.length > 0) await redis.sadd(keys.followers, ...ids);
      await redis.hset(keys.watermarks, 'followers', at);
    },
  };
}
