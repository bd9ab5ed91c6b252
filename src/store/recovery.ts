import { recoverEntry } from '../core/due-entries.js';
import { boot } from '../core/ids.js';
import type { Recovery, Standing } from '../ports.js';
import { bootLua } from './boot.js';
import { dueMember } from './due.js';
import type { DeskKeys, Store } from './redis.js';

/** How long a message without a record is remembered (s): its card comes back with the next reads, or never. */
const foundForS = 30 * 24 * 60 * 60;

/** KEYS: boot. Answers { boot, the one recovered from last, last sign of life }. */
const neededLua = `${bootLua}
local known = redis.call('HMGET', KEYS[1], 'recovered', 'alive-at')
return { boot(), known[1], known[2] }
`;

/** KEYS: boot, due, threads that were read. ARGV: boot, now, recover entry. */
const doneLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'recovered', ARGV[1], 'alive-at', ARGV[2])
redis.call('ZREM', KEYS[2], ARGV[3])
redis.call('DEL', KEYS[3])
return 1
`;

/** KEYS: found. ARGV: field, message, seconds it is kept. */
const keepLua = `
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
`;

/** What one desk knows of Redis's boots, in Redis. */
export function createRecovery(redis: Store, keys: DeskKeys): Recovery {
  const field = ({ of, key }: Pick<Standing, 'of' | 'key'>) => `${of} ${key}`;
  return {
    async needed() {
      const [booted, recovered, aliveAt] = (await redis.eval(neededLua, 1, keys.boot)) as (string | null)[];
      if (booted === recovered) return undefined;
      return { boot: boot(booted ?? ''), ...(aliveAt ? { aliveAt: Number(aliveAt) } : {}) };
    },
    async hasRead(thread, booted) {
      return (await redis.hget(keys.readThreads, thread)) === booted;
    },
    async read(thread, booted) {
      await redis.hset(keys.readThreads, thread, booted);
    },
    async done(booted, now) {
      const named = [keys.boot, keys.due, keys.readThreads];
      await redis.eval(doneLua, named.length, ...named, booted, now, dueMember(recoverEntry));
    },
    async keep(message) {
      await redis.eval(keepLua, 1, keys.found, field(message), JSON.stringify(message), foundForS);
    },
    async found(of, key) {
      const message = await redis.hget(keys.found, field({ of, key }));
      return message === null ? undefined : (JSON.parse(message) as Standing);
    },
  };
}
