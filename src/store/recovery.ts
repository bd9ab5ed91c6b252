import { recoverEntry } from '../core/due/due-entries.js';
import { dayMs } from '../core/durations.js';
import { boot } from '../core/ids.js';
import type { OwnMessage, Recovery, Unread } from '../ports/recovery.js';
import { type DeskKeys, dueMember } from './keys.js';
import type { Store } from './redis.js';
import { bootLua, unreadLua } from './shared-lua.js';

/** How long a message without a record is kept at most (ms). */
const foundForMs = 30 * dayMs;

/** KEYS: boot. Returns { boot, what is unread, last sign of life }. */
const neededLua = `${bootLua}${unreadLua}
local now = boot()
return { now, unread(KEYS[1], now), redis.call('HGET', KEYS[1], 'alive-at') }
`;

/** KEYS: boot, threads that were read. ARGV: boot. */
const channelReadLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'channel-read', ARGV[1])
redis.call('DEL', KEYS[2])
return 1
`;

/** KEYS: boot, due. ARGV: boot, now, recover entry. */
const doneLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'recovered', ARGV[1], 'alive-at', ARGV[2])
redis.call('ZREM', KEYS[2], ARGV[3])
return 1
`;

/** KEYS: a hash. ARGV: field, value, milliseconds the hash is kept. */
const keepLua = `
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
`;

/** KEYS: a hash. ARGV: field, its value. */
const forgetLua = `
if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] then redis.call('HDEL', KEYS[1], ARGV[1]) end
`;

/** The port to a desk's recovery after a new boot, in Redis. */
export function createRecovery(redis: Store, keys: DeskKeys): Recovery {
  const field = ({ of, key }: Pick<OwnMessage, 'of' | 'key'>) => `${of} ${key}`;
  return {
    async needed() {
      const [booted, unread, aliveAt] = (await redis.eval(neededLua, 1, keys.boot)) as [
        string,
        Unread | '',
        string | null,
      ];
      if (!unread) return undefined;
      return { boot: boot(booted), unread, ...(aliveAt ? { aliveAt: Number(aliveAt) } : {}) };
    },
    async channelRead(booted) {
      await redis.eval(channelReadLua, 2, keys.boot, keys.readThreads, booted);
    },
    async hasRead(thread, booted) {
      return (await redis.hget(keys.readThreads, thread)) === booted;
    },
    async read(thread, booted) {
      await redis.eval(keepLua, 1, keys.readThreads, thread, booted, foundForMs);
    },
    async done(booted, now) {
      await redis.eval(doneLua, 2, keys.boot, keys.due, booted, now, dueMember(recoverEntry));
    },
    async keep(message) {
      await redis.eval(keepLua, 1, keys.found, field(message), JSON.stringify(message), foundForMs);
    },
    async kept() {
      return (await redis.hvals(keys.found)).map((message) => JSON.parse(message) as OwnMessage);
    },
    async forget(message) {
      await redis.eval(forgetLua, 1, keys.found, field(message), JSON.stringify(message));
    },
    async found(of, key) {
      const message = await redis.hget(keys.found, field({ of, key }));
      return message === null ? undefined : (JSON.parse(message) as OwnMessage);
    },
  };
}
