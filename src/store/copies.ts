import type { Copied, Copies } from '../ports.js';
import { homesLua } from './homes.js';
import type { DeskKeys, Store } from './redis.js';

/** KEYS: copies, homes, due. ARGV: what, when it was read, value. The time has a field of its own. */
const keepLua = `${homesLua}
local before = tonumber(redis.call('HGET', KEYS[1], ARGV[1] .. '-at') or '-1')
if before > tonumber(ARGV[2]) then return end
local isSame = redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[3]
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3], ARGV[1] .. '-at', ARGV[2])
if not isSame then homesChanged(KEYS[2], KEYS[3]) end
`;

/** The last good copies of what others keep, in Redis. */
export function createCopies(redis: Store, keys: DeskKeys): Copies {
  return {
    async get<K extends keyof Copied>(what: K) {
      const [value, at] = await redis.hmget(keys.copies, what, `${what}-at`);
      return value ? { value: JSON.parse(value) as Copied[K], at: Number(at) } : undefined;
    },
    async keep(what, value, at) {
      await redis.eval(keepLua, 3, keys.copies, keys.homes, keys.due, what, at, JSON.stringify(value));
    },
  };
}
