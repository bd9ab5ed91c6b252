import type { Snapshots, SnapshotValues } from '../../ports/snapshots.js';
import type { DeskKeys } from '../keys.js';
import type { Store } from '../redis.js';
import { homesLua } from '../shared-lua.js';

/** KEYS: snapshots, homes, due. ARGV: what, when it was read (Unix ms), value. */
const saveLua = `${homesLua}
local before = tonumber(redis.call('HGET', KEYS[1], ARGV[1] .. '-at') or '-1')
if before > tonumber(ARGV[2]) then return end
local isSame = redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[3]
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3], ARGV[1] .. '-at', ARGV[2])
if not isSame then homesChanged(KEYS[2], KEYS[3]) end
`;

/** The port to a desk's snapshots of what others keep, in Redis. */
export function createSnapshots(redis: Store, keys: DeskKeys): Snapshots {
  return {
    async get<K extends keyof SnapshotValues>(what: K) {
      const [value, at] = await redis.hmget(keys.snapshots, what, `${what}-at`);
      return value ? { value: JSON.parse(value) as SnapshotValues[K], at: Number(at) } : undefined;
    },
    async save(what, value, at) {
      await redis.eval(saveLua, 3, keys.snapshots, keys.homes, keys.due, what, at, JSON.stringify(value));
    },
  };
}
