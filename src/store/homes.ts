import { homeEntry } from '../core/due/due-entries.js';
import { type SlackUserId, slackUserId } from '../core/ids.js';
import type { Homes } from '../ports/board.js';
import { type DeskKeys, dueMember, type Store } from './redis.js';
import { homesLua } from './shared-lua.js';

/** KEYS: homes, due. ARGV: person, when. */
const openedLua = `${homesLua}
redis.call('HSET', KEYS[1], 'open', 1, 'opened:' .. ARGV[1], ARGV[2])
redis.call('HDEL', KEYS[1], 'shown:' .. ARGV[1])
homesChanged(KEYS[1], KEYS[2])
`;

/** KEYS: homes, due. */
const changedLua = `${homesLua} homesChanged(KEYS[1], KEYS[2])`;

/** KEYS: homes, due. ARGV: since. Forgets those who came before. Returns the fields and values that are left. */
const latelyLua = `
local fields = redis.call('HGETALL', KEYS[1])
local left = 0
for at = 1, #fields, 2 do
  local person = string.match(fields[at], '^opened:(.+)$')
  if person and tonumber(fields[at + 1]) < tonumber(ARGV[1]) then
    redis.call('HDEL', KEYS[1], 'opened:' .. person, 'shown:' .. person, 'recent:' .. person)
  elseif person then
    left = left + 1
  end
end
if left == 0 then
  redis.call('HDEL', KEYS[1], 'open')
  redis.call('ZREM', KEYS[2], '${dueMember(homeEntry)}')
end
return redis.call('HGETALL', KEYS[1])
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
  const fieldsOf = (user: SlackUserId) => [`opened:${user}`, `shown:${user}`, `recent:${user}`];

  return {
    async opened(user, at) {
      await run(openedLua, user, at);
    },
    async changed() {
      await run(changedLua);
    },
    async recentVisitors(sinceMs) {
      const fields = (await run(latelyLua, sinceMs)) as string[];
      const values = new Map<string, string>();
      for (let at = 0; at < fields.length; at += 2) values.set(fields[at] ?? '', fields[at + 1] ?? '');
      const people = [...values.keys()].flatMap((field) => {
        const [, person] = /^opened:(.+)$/u.exec(field) ?? [];
        if (!person) return [];
        const shown = values.get(`shown:${person}`);
        const recent = values.get(`recent:${person}`);
        return [
          {
            user: slackUserId(person),
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
      await redis.hdel(keys.homes, ...fieldsOf(user));
    },
    async done(mark, nextAt) {
      await run(doneLua, mark, nextAt);
    },
  };
}
