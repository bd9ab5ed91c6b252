import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type Card, postsOf } from '../core/card.js';
import { cardJobs, dueEntries } from '../core/due-entries.js';
import { boot as asBoot, type Boot, type CardId, cardId } from '../core/ids.js';
import { isRefusal } from '../core/refusal.js';
import type { Timings } from '../core/timings.js';
import type { Cards } from '../ports.js';
import { dueMember } from './due.js';
import type { DeskKeys } from './redis.js';

/** How often one change may lose against others before something must be wrong. */
const mostTries = 1_000;

/** Redis's own identity: another one means that it restarted, was restored, or failed over. */
const bootLua = `
local function boot()
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
  local replication = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
  return run .. '-' .. replication
end
`;

const readLua = `${bootLua}
return { redis.call('HGET', KEYS[1], 'rev'), redis.call('HGET', KEYS[1], 'doc'), boot() }
`;

/**
 * KEYS: card, due, waiting, posts. ARGV: op, expected revision, expected boot, new document ('' leaves it), card id,
 * waiting since ('' for not waiting), number of due members to clear, those, number of due entries, their members and
 * times, then the posts of the card.
 * Answers { 'done' }, or { 'stale', rev, doc, boot } when somebody else was first.
 */
const writeLua = `${bootLua}
local op, expected, document, id, waiting = ARGV[1], ARGV[2], ARGV[4], ARGV[5], ARGV[6]
local ops = redis.call('HGET', KEYS[1], 'ops') or ''
if string.find(ops, op, 1, true) then return { 'done' } end
local rev = redis.call('HGET', KEYS[1], 'rev') or '0'
local now = boot()
if rev ~= expected or now ~= ARGV[3] then
  return { 'stale', rev, redis.call('HGET', KEYS[1], 'doc'), now }
end
if document ~= '' then
  local kept = {}
  for one in string.gmatch(ops, '%S+') do table.insert(kept, one) end
  table.insert(kept, op)
  while #kept > 16 do table.remove(kept, 1) end
  redis.call('HSET', KEYS[1], 'rev', tonumber(rev) + 1, 'doc', document, 'ops', table.concat(kept, ' '))
end
local at = 7
for _ = 1, tonumber(ARGV[at]) do
  at = at + 1
  redis.call('ZREM', KEYS[2], ARGV[at])
end
at = at + 1
for _ = 1, tonumber(ARGV[at]) do
  redis.call('ZADD', KEYS[2], ARGV[at + 2], ARGV[at + 1])
  at = at + 2
end
if waiting == '' then redis.call('ZREM', KEYS[3], id) else redis.call('ZADD', KEYS[3], waiting, id) end
for post = at + 1, #ARGV do redis.call('HSET', KEYS[4], ARGV[post], id) end
return { 'done' }
`;

interface Found {
  readonly rev: string;
  readonly card: Card | undefined;
  readonly boot: Boot;
}

/** The cards of a desk in Redis: a JSON document each, written with its due entries and indexes by one script. */
export function createCards(redis: Redis, keys: DeskKeys, timings: Pick<Timings, 'settleLooksMs'>): Cards {
  async function read(id: CardId): Promise<Found> {
    const answer = (await redis.eval(readLua, 1, keys.card(id))) as (string | null)[];
    return found(answer);
  }

  async function write(id: CardId, op: string, before: Found, card: Card | undefined) {
    const entries = card ? dueEntries(card, timings) : [];
    const answer = (await redis.eval(
      writeLua,
      4,
      ...[keys.card(id), keys.due, keys.waiting, keys.posts],
      ...[op, before.rev, before.boot, card && card !== before.card ? JSON.stringify(card) : '', id],
      card?.state === 'open' ? (card.acts.find(({ answered }) => !answered)?.at ?? card.changedAt) : '',
      cardJobs.length,
      ...cardJobs.map((job) => dueMember({ job, id })),
      entries.length,
      ...entries.flatMap((entry) => [dueMember(entry), entry.at]),
      ...(card ? postsOf(card) : []),
    )) as (string | null)[];
    return answer[0] === 'done' ? undefined : found(answer.slice(1));
  }

  return {
    get: async (id) => (await read(id)).card,

    async change(id, step) {
      const op = randomUUID();
      let before = await read(id);
      for (let tries = 0; tries < mostTries; tries++) {
        const result = step(before.card, before.boot);
        if (isRefusal(result)) return result;
        const newer = await write(id, op, before, result.card);
        if (!newer) return result.give;
        before = newer;
      }
      throw new Error(`Card ${id} could not be written in ${mostTries} tries.`);
    },

    async waiting() {
      const ids = await redis.zrange(keys.waiting, '0', '-1');
      const cards = await Promise.all(ids.map(async (id) => (await read(cardId(id))).card));
      return cards.filter((card): card is Card => card?.state === 'open');
    },

    async ofPost(post) {
      const id = await redis.hget(keys.posts, post);
      return id === null ? undefined : cardId(id);
    },
  };
}

function found([rev, doc, boot]: (string | null)[]): Found {
  const card = doc ? (JSON.parse(doc) as Card) : undefined;
  if (card && card.format !== 1) {
    throw new Error(`Card ${card.id} has format ${card.format}; this version reads format 1.`);
  }
  return { rev: rev ?? '0', card, boot: asBoot(boot ?? '') };
}
