import type { Redis } from 'ioredis';
import type { DueEntry, Job } from '../core/due-entries.js';
import type { Due } from '../ports.js';
import type { DeskKeys } from './redis.js';

/** KEYS: due. ARGV: now, leased until, limit. Answers members and the times at which they were due. */
const takeLua = `
local taken = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
for i = 1, #taken, 2 do redis.call('ZADD', KEYS[1], ARGV[2], taken[i]) end
return taken
`;

/** KEYS: slot. ARGV: now, milliseconds between two. */
const slotLua = `
local last = tonumber(redis.call('GET', KEYS[1]) or '0')
local at = math.max(tonumber(ARGV[1]), last + tonumber(ARGV[2]))
redis.call('SET', KEYS[1], string.format('%.0f', at))
return string.format('%.0f', at)
`;

export const dueMember = ({ job, id }: Pick<DueEntry, 'job' | 'id'>): string => `${job}:${id}`;

function entryOf(member: string, at: string): DueEntry {
  const colon = member.indexOf(':');
  return { job: member.slice(0, colon) as Job, id: member.slice(colon + 1), at: Number(at) };
}

/** The due list of a desk in Redis: a sorted set, scored by the desk's clock. */
export function createDue(redis: Redis, keys: DeskKeys): Due {
  return {
    async take(now, leaseMs, limit) {
      const taken = (await redis.eval(takeLua, 1, keys.due, now, now + leaseMs, limit)) as string[];
      const entries: DueEntry[] = [];
      for (let i = 0; i < taken.length; i += 2) entries.push(entryOf(taken[i] ?? '', taken[i + 1] ?? '0'));
      return entries;
    },
    async put(entry) {
      await redis.zadd(keys.due, entry.at, dueMember(entry));
    },
    async ensure(entry) {
      await redis.zadd(keys.due, 'NX', entry.at, dueMember(entry));
    },
    async nextAt() {
      const [, score] = await redis.zrange(keys.due, '0', '0', 'WITHSCORES');
      return score === undefined ? undefined : Number(score);
    },
    async reserveSlot(now, everyMs) {
      return Number(await redis.eval(slotLua, 1, keys.slot, now, everyMs));
    },
  };
}
