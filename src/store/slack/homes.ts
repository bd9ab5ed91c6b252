import { homeEntry } from '../../core/due/due-entries.js';
import { slackUserId } from '../../core/ids.js';
import type { Homes } from '../../ports/board.js';
import { type DeskKeys, dueMember } from '../keys.js';
import type { Store } from '../redis.js';
import { homesLua } from '../shared-lua.js';

/** KEYS: homes, due. ARGV: person, when. */
const openedLua = `${homesLua}
redis.call('HSET', KEYS[1], 'open', 1, 'opened:' .. ARGV[1], ARGV[2])
redis.call('HDEL', KEYS[1], 'shown:' .. ARGV[1])
homesChanged(KEYS[1], KEYS[2])
`;

/** KEYS: homes, due. */
const changedLua = `${homesLua} homesChanged(KEYS[1], KEYS[2])`;

/** KEYS: homes, due. ARGV: person. Homes are due no more once nobody is left. */
const forgetLua = `
redis.call('HDEL', KEYS[1], 'opened:' .. ARGV[1], 'shown:' .. ARGV[1], 'recent:' .. ARGV[1])
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.match(field, '^opened:') then return end
end
redis.call('HDEL', KEYS[1], 'open')
redis.call('ZREM', KEYS[2], '${dueMember(homeEntry)}')
`;

/** KEYS: homes, due. ARGV: mark, next at. */
const doneLua = `
if redis.call('HEXISTS', KEYS[1], 'open') == 0 then return end
local isSame = (redis.call('HGET', KEYS[1], 'changes') or '') == ARGV[1]
redis.call('ZADD', KEYS[2], isSame and ARGV[2] or 0, '${dueMember(homeEntry)}')
`;

/** The port to the App Homes that a desk keeps up to date, in Redis. */
export function createHomes(redis: Store, keys: DeskKeys): Homes {
  const run = (script: string, ...args: readonly (string | number)[]) =>
    redis.eval(script, 2, keys.homes, keys.due, ...args);

  return {
    async opened(user, at) {
      await run(openedLua, user, at);
    },
    async changed() {
      await run(changedLua);
    },
    async visitors() {
      const values = new Map(Object.entries(await redis.hgetall(keys.homes)));
      const people = [...values].flatMap(([field, openedAt]) => {
        const [, person] = /^opened:(.+)$/u.exec(field) ?? [];
        if (!person) return [];
        const shown = values.get(`shown:${person}`);
        const recent = values.get(`recent:${person}`);
        return [
          {
            user: slackUserId(person),
            openedAt: Number(openedAt),
            ...(shown === undefined ? {} : { shown }),
            recent: recent ? recent.split(' ').map(Number) : [],
          },
        ];
      });
      return { people, mark: values.get('changes') ?? '', heldUntil: Number(values.get('held') ?? 0) };
    },
    async waitUntil(until) {
      await redis.hset(keys.homes, 'held', until);
    },
    async published(user, shown, recent) {
      await redis.hset(keys.homes, `shown:${user}`, shown, `recent:${user}`, recent.join(' '));
    },
    async forget(user) {
      await run(forgetLua, user);
    },
    async done(mark, nextAt) {
      await run(doneLua, mark, nextAt);
    },
  };
}
