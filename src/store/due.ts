import { type DueEntry, type Job, recoverEntry } from '../core/due/due-entries.js';
import type { Timings } from '../core/due/timings.js';
import { hourMs, secondMs } from '../core/durations.js';
import type { Due } from '../ports/due.js';
import { type DeskKeys, dueMember } from './keys.js';
import type { Store } from './redis.js';
import { bootLua, countLua, unreadLua } from './shared-lua.js';

/** How often the desk records that it is at work (ms). A recovery reads much further back than that. */
const aliveEveryMs = 10 * secondMs;

/**
 * KEYS: due, boot. ARGV: now, leased until, limit, the recover entry, how long after a new boot it is due (ms), how often
 * a sign of life is written (ms). Returns members and the times at which they were due.
 */
const takeLua = `${bootLua}${unreadLua}
local now = tonumber(ARGV[1])
local known = redis.call('HMGET', KEYS[2], 'recovered', 'met', 'alive-at')
local booted = boot()
local left = unread(KEYS[2], booted)
if left ~= '' then
  if known[2] ~= booted then
    redis.call('HSET', KEYS[2], 'met', booted)
    redis.call('ZADD', KEYS[1], string.format('%.0f', known[1] and now + ARGV[5] or now), ARGV[4])
  end
  local at = redis.call('ZSCORE', KEYS[1], ARGV[4])
  if not at or tonumber(at) <= now then
    redis.call('ZADD', KEYS[1], ARGV[2], ARGV[4])
    return { ARGV[4], at or ARGV[1] }
  end
  if left == 'channel' then return {} end
else
  -- A worker whose recovery failed may have put the entry back after another worker had finished one.
  redis.call('ZREM', KEYS[1], ARGV[4])
  if now >= tonumber(known[3]) + ARGV[6] then redis.call('HSET', KEYS[2], 'alive-at', ARGV[1]) end
end
local taken = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
for i = 1, #taken, 2 do redis.call('ZADD', KEYS[1], ARGV[2], taken[i]) end
return taken
`;

/** The longest that a new message waits for its slot (ms). A slot further away comes from a wrong clock. */
const longestWaitMs = hourMs;

/** KEYS: slot. ARGV: now, milliseconds between two slots, the longest wait. Returns the slot (Unix ms). */
const slotLua = `
local last = tonumber(redis.call('GET', KEYS[1]) or '0')
if last > ARGV[1] + ARGV[3] then last = 0 end
local at = math.max(tonumber(ARGV[1]), last + tonumber(ARGV[2]))
redis.call('SET', KEYS[1], string.format('%.0f', at))
return string.format('%.0f', at)
`;

/** KEYS: due. ARGV: the time (Unix ms), then names of jobs. */
const hastenLua = `
for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[1], '+inf')) do
  for i = 2, #ARGV do
    if string.sub(member, 1, #ARGV[i] + 1) == ARGV[i] .. ':' then redis.call('ZADD', KEYS[1], ARGV[1], member) end
  end
end
`;

function entryOf(member: string, at: string): DueEntry {
  const colon = member.indexOf(':');
  return { job: member.slice(0, colon) as Job, id: member.slice(colon + 1), at: Number(at) };
}

/** The port to a desk's due list, in Redis: a sorted set whose scores are times by the desk's clock (Unix ms). */
export function createDue(redis: Store, keys: DeskKeys, timings: Pick<Timings, 'recoverAfterMs'>): Due {
  return {
    async take(now, leaseMs, limit) {
      const args = [now, now + leaseMs, limit, dueMember(recoverEntry), timings.recoverAfterMs, aliveEveryMs];
      const taken = (await redis.eval(takeLua, 2, keys.due, keys.boot, ...args)) as string[];
      const entries: DueEntry[] = [];
      for (let i = 0; i < taken.length; i += 2) entries.push(entryOf(taken[i] ?? '', taken[i + 1] ?? '0'));
      return entries;
    },
    async put(entry) {
      await redis.zadd(keys.due, entry.at, dueMember(entry));
    },
    async postpone(entry) {
      await redis.zadd(keys.due, 'XX', entry.at, dueMember(entry));
    },
    async drop(entry) {
      await redis.zrem(keys.due, dueMember(entry));
    },
    async ensure(entry, latest) {
      await redis.zadd(keys.due, 'NX', entry.at, dueMember(entry));
      await redis.zadd(keys.due, 'LT', latest, dueMember(entry));
    },
    async hasten(jobs, at) {
      await redis.eval(hastenLua, 1, keys.due, at, ...jobs);
    },
    async overdue(job, by) {
      const members = await redis.zrangebyscore(keys.due, '-inf', by);
      return members
        .map((member) => entryOf(member, '0'))
        .flatMap((entry) => (entry.job === job ? entry.id : []));
    },
    async count(name, forMs) {
      return Number(await redis.eval(countLua, 1, keys.count(name), forMs));
    },
    async polled(poll, at) {
      await redis.hset(keys.polled, poll, at);
    },
    async polledAt() {
      const fields = Object.entries(await redis.hgetall(keys.polled));
      return new Map(fields.map(([poll, at]) => [poll, Number(at)]));
    },
    async reserveSlot(now, everyMs, kind = 'post') {
      const key = { post: keys.slot, refresh: keys.refreshSlot }[kind];
      return Number(await redis.eval(slotLua, 1, key, now, everyMs, longestWaitMs));
    },
  };
}
