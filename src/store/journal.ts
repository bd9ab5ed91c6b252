import { Cluster } from 'ioredis';
import { minuteMs } from '../core/durations.js';
import type { Logger } from '../log.js';
import type { Journal } from '../ports/journal.js';
import type { DeskKeys } from './keys.js';
import type { Store } from './redis.js';

/** What is recorded as taken out is gone a moment later: that is how long a rewrite waits (ms). */
const settledMs = minuteMs;

/** KEYS: purged. ARGV: now, how often at most, how long ago (ms). Answers 1 to the one caller who shall do it. */
const dueLua = `
local known = redis.call('HMGET', KEYS[1], 'at', 'rewritten-at')
local last = tonumber(known[2] or '0')
local now = tonumber(ARGV[1])
if not known[1] or tonumber(known[1]) > now - tonumber(ARGV[3]) or last > now - tonumber(ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], 'at')
redis.call('HSET', KEYS[1], 'rewritten-at', ARGV[1])
return 1
`;

/** The port to the append-only file of Redis. https://redis.io/docs/latest/commands/bgrewriteaof/ */
export function createJournal(redis: Store, keys: DeskKeys, log: Logger): Journal {
  let wasRefused = false;
  return {
    async purged(at) {
      await redis.hset(keys.purged, 'at', at);
    },
    async rewrite(now, everyMs) {
      if (Number(await redis.eval(dueLua, 1, keys.purged, now, everyMs, settledMs)) === 0) return;
      try {
        await rewriteAll(redis);
      } catch (error) {
        // The next purge asks again.
        await redis.hset(keys.purged, 'at', now);
        if (!wasRefused) {
          const reason = error instanceof Error ? error.message : String(error);
          log.warn({ error: reason }, 'Redis does not let us write its append-only file anew (BGREWRITEAOF)');
        }
        wasRefused = true;
      }
    },
  };
}

/** One that is at it already will have it all: it began after what was taken out, or the next one follows. */
async function rewriteAll(redis: Store): Promise<void> {
  const nodes = redis instanceof Cluster ? redis.nodes('master') : [redis];
  for (const node of nodes) {
    await node.call('BGREWRITEAOF').catch((error: Error) => {
      if (!/in progress/iu.test(error.message)) throw error;
    });
  }
}
