import { randomUUID } from 'node:crypto';
import { type DeskSettings, noSettings } from '../core/desk-settings.js';
import { settingsEntries, settingsJobs, wholeDesk } from '../core/due-entries.js';
import { isRefusal } from '../core/refusal.js';
import type { Settings } from '../ports.js';
import { dueMember } from './due.js';
import { homesLua } from './homes.js';
import type { DeskKeys, Store } from './redis.js';

/**
 * KEYS: settings, due, homes. ARGV: op, expected revision, document, pause as JSON ('' for none), how many due entries may be
 * there, these, then those that shall be: member, time … The pause has a field of its own, which the script that writes
 * cards compares. Answers { 'done' } or { 'stale', rev, doc }.
 */
const writeLua = `${homesLua}
if redis.call('HGET', KEYS[1], 'op') == ARGV[1] then return { 'done' } end
local rev = redis.call('HGET', KEYS[1], 'rev') or '0'
if rev ~= ARGV[2] then return { 'stale', rev, redis.call('HGET', KEYS[1], 'doc') } end
redis.call('HSET', KEYS[1], 'rev', tonumber(rev) + 1, 'doc', ARGV[3], 'op', ARGV[1])
if ARGV[4] == '' then redis.call('HDEL', KEYS[1], 'pause') else redis.call('HSET', KEYS[1], 'pause', ARGV[4]) end
homesChanged(KEYS[3], KEYS[2])
local jobs = tonumber(ARGV[5])
for at = 6, 5 + jobs do redis.call('ZREM', KEYS[2], ARGV[at]) end
for at = 6 + jobs, #ARGV, 2 do redis.call('ZADD', KEYS[2], ARGV[at + 1], ARGV[at]) end
return { 'done' }
`;

/** What the staff set for a desk, in Redis. */
export function createSettings(redis: Store, keys: DeskKeys): Settings {
  const parse = (text: string | null | undefined) => ({
    ...noSettings,
    ...(text ? (JSON.parse(text) as Partial<DeskSettings>) : {}),
  });

  return {
    get: async () => parse(await redis.hget(keys.settings, 'doc')),

    async change(update) {
      const op = randomUUID();
      let [rev, text] = await redis.hmget(keys.settings, 'rev', 'doc');
      for (;;) {
        const updated = update(parse(text));
        if (isRefusal(updated)) return updated;
        const { pause } = updated.next;
        const args = [
          op,
          rev ?? '0',
          JSON.stringify(updated.next),
          pause ? JSON.stringify(pause) : '',
          settingsJobs.length,
          ...settingsJobs.map((job) => dueMember({ job, id: wholeDesk })),
          ...settingsEntries(updated.next).flatMap((entry) => [dueMember(entry), entry.at]),
        ];
        const answer = (await redis.eval(writeLua, 3, keys.settings, keys.due, keys.homes, ...args)) as (
          | string
          | null
        )[];
        if (answer[0] === 'done') return updated.result;
        [, rev, text] = answer as [string, string | null, string | null];
      }
    },
  };
}
