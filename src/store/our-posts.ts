import { saidForMs } from '../core/writing/near-copy.js';
import type { OurPosts } from '../ports/network.js';
import type { DeskKeys, Store } from './redis.js';

/** So many are read at most: more would keep a person waiting at *Send*. */
const most = 2_000;

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

/** KEYS: texts by id, ids by time. ARGV: the oldest time, how many. Answers id, time and text of each. */
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

/** What a desk posted lately, in Redis. */
export function createOurPosts(redis: Store, keys: DeskKeys): OurPosts {
  const named = [keys.saidTexts, keys.saidTimes] as const;
  return {
    async keep(posts, now) {
      const fresh = posts.filter(({ at }) => at >= now - saidForMs);
      const args = fresh.flatMap(({ id, at, text }) => [id, at, text]);
      await redis.eval(keepLua, 2, ...named, now - saidForMs, ...args);
    },
    async drop(id) {
      await redis.eval(dropLua, 2, ...named, id);
    },
    async recent(now) {
      const found = (await redis.eval(recentLua, 2, ...named, now - saidForMs, most)) as string[];
      return found.flatMap((id, at) =>
        at % 3 === 0 ? [{ id, at: Number(found[at + 1]), text: found[at + 2] ?? '' }] : [],
      );
    },
  };
}
