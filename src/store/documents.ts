import { randomUUID } from 'node:crypto';
import type { Pause } from '../core/card/card.js';
import { isRefusal, type Refusal } from '../core/card/refusal.js';
import type { DueEntry, Job } from '../core/due/due-entries.js';
import { boot } from '../core/ids.js';
import type { Update, WriteContext } from '../ports/documents.js';
import type { Unread } from '../ports/recovery.js';
import { commandTimeoutMs, type DeskKeys, dueMember, type Store } from './redis.js';
import { bootLua, clockLua, homesLua, unreadLua } from './shared-lua.js';

/**
 * How long after its read Redis may still carry out a write (ms). The writer is told that nothing was saved after
 * `commandTimeoutMs`; 100 ms less is more than an early timer and two clocks in whole milliseconds can add up to.
 */
const writeDeadlineMs = commandTimeoutMs - 100;

/** After how many tries a change gives up because other writes came first: more than the desk's processes ever need. */
const maxTries = 200;

/** KEYS: document, settings, boot. Returns { rev, doc, boot, pause, what is unread, clock }. */
const readLua = `${bootLua}${unreadLua}${clockLua}
local now = boot()
return {
  redis.call('HGET', KEYS[1], 'rev'), redis.call('HGET', KEYS[1], 'doc'), now,
  redis.call('HGET', KEYS[2], 'pause'), unread(KEYS[3], now), clock()
}
`;

/**
 * KEYS: document, settings, boot, homes, due, then the keys of the commands. ARGV: op id, expected revision, expected
 * boot, expected pause ('' for none), new document ('' for no change), when the write is too late (Unix ms by Redis's
 * clock), whether App Homes show the document ('' for no), then commands as JSON: [name, number of its key, arguments …].
 * Returns { 'done' }; or { 'stale', … } and what a read returns when another write came first, or when Redis was frozen
 * for so long that the writer was told that nothing was saved. The last 16 op ids make a write that arrives twice take
 * effect once.
 */
const writeLua = `${bootLua}${unreadLua}${clockLua}${homesLua}
local op, document = ARGV[1], ARGV[5]
local ops = redis.call('HGET', KEYS[1], 'ops') or ''
if string.find(ops, op, 1, true) then return { 'done' } end
local rev = redis.call('HGET', KEYS[1], 'rev') or '0'
local pause = redis.call('HGET', KEYS[2], 'pause') or ''
local now = boot()
local at = clock()
if rev ~= ARGV[2] or now ~= ARGV[3] or pause ~= ARGV[4] or tonumber(at) > tonumber(ARGV[6]) then
  return { 'stale', rev, redis.call('HGET', KEYS[1], 'doc'), now, pause, unread(KEYS[3], now), at }
end
if document ~= '' then
  local kept = {}
  for one in string.gmatch(ops, '%S+') do table.insert(kept, one) end
  table.insert(kept, op)
  while #kept > 16 do table.remove(kept, 1) end
  redis.call('HSET', KEYS[1], 'rev', tonumber(rev) + 1, 'doc', document, 'ops', table.concat(kept, ' '))
  if ARGV[7] ~= '' then homesChanged(KEYS[4], KEYS[5]) end
end
for at = 8, #ARGV do
  local command = cjson.decode(ARGV[at])
  redis.call(command[1], KEYS[command[2]], unpack(command, 3))
end
return { 'done' }
`;

/** The entry of a document in a sorted set of the desk. */
export interface Index {
  readonly key: string;
  readonly member: string;
  readonly score: number;
}

interface Stored {
  readonly format: number;
}

/** What the store must know about one kind of document. */
interface DocumentKind<Doc extends Stored> {
  /** What error messages call a document. */
  describe(id: string): string;
  /** The format that this version writes. */
  readonly format: Doc['format'];
  /** Documents of earlier formats in that format, by the number of theirs. */
  readonly former?: Readonly<Record<number, (stored: never) => Doc>>;
  key(id: string): string;
  /** Every job that `due` may give. */
  readonly jobs: readonly Job[];
  due(doc: Doc): readonly DueEntry[];
  indexes(doc: Doc): readonly Index[];
  /** App Homes show such documents. */
  readonly shownAtHome?: true;
  /** The posts for which the hash of posts shall give the document's id. */
  posts?(doc: Doc): readonly string[];
  /** More fields of the document's hash, which scripts read; undefined removes a field. */
  fields?(doc: Doc): Readonly<Record<string, string | undefined>>;
}

interface Documents<Doc extends Stored> {
  /** A plain read. No decision may depend on it: `change` reads again. */
  get(id: string): Promise<Doc | undefined>;
  /** The documents of these ids, in their order, without those that are not there. */
  getAll(ids: readonly string[]): Promise<readonly Doc[]>;
  /**
   * Atomic: runs `update` on the newest document, and again as long as another write comes first. When it throws, nothing
   * was written and nothing will be. Throws after 200 tries, and for a document of another format.
   */
  change<T>(id: string, update: Update<Doc, T>): Promise<T | Refusal>;
}

interface ReadDocument<Doc> {
  readonly rev: string;
  readonly doc: Doc | undefined;
  readonly world: WriteContext;
  /** The pause as Redis stores it; '' for none. */
  readonly pause: string;
  /** When it was read, by Redis's clock (Unix ms) and by `performance.now()` (ms). */
  readonly clock: number;
  readonly readAt: number;
}

/** The documents of one kind in Redis. Each is JSON; one script writes it with its due entries and indexes. */
export function createDocuments<Doc extends Stored>(
  redis: Store,
  keys: DeskKeys,
  kind: DocumentKind<Doc>,
): Documents<Doc> {
  async function read(id: string): Promise<ReadDocument<Doc>> {
    return fromReply(
      id,
      (await redis.eval(readLua, 3, kind.key(id), keys.settings, keys.boot)) as ScriptReply,
    );
  }

  function parsed(id: string, text: string | null | undefined): Doc | undefined {
    if (!text) return undefined;
    const stored = JSON.parse(text);
    // A document without a format was written before there were formats.
    const format: number = stored.format ?? 1;
    if (format === kind.format) return { ...stored, format };
    const former = kind.former?.[format];
    if (former) return former({ ...stored, format } as never);
    throw new Error(`${kind.describe(id)} has format ${format}; this version reads format ${kind.format}.`);
  }

  function fromReply(id: string, [rev, text, booted, pause, unread, clock]: ScriptReply): ReadDocument<Doc> {
    return {
      rev: rev ?? '0',
      doc: parsed(id, text),
      world: {
        boot: boot(booted ?? ''),
        ...(pause ? { pause: JSON.parse(pause) as Pause } : {}),
        ...(unread ? { unread: unread as Unread } : {}),
      },
      pause: pause ?? '',
      clock: Number(clock),
      readAt: performance.now(),
    };
  }

  async function write(id: string, op: string, before: ReadDocument<Doc>, doc: Doc | undefined) {
    const keyNames = [kind.key(id), keys.settings, keys.boot, keys.homes, keys.due];
    const commands: string[] = [];
    const add = (name: string, key: string, ...args: readonly (string | number)[]) => {
      if (!keyNames.includes(key)) keyNames.push(key);
      commands.push(JSON.stringify([name, keyNames.indexOf(key) + 1, ...args.map(String)]));
    };
    add('ZREM', keys.due, ...kind.jobs.map((job) => dueMember({ job, id })));
    for (const entry of doc ? kind.due(doc) : []) add('ZADD', keys.due, entry.at, dueMember(entry));
    const oldIndexes = before.doc ? kind.indexes(before.doc) : [];
    const newIndexes = doc ? kind.indexes(doc) : [];
    for (const { key, member } of oldIndexes) {
      if (!newIndexes.some((one) => one.key === key && one.member === member)) add('ZREM', key, member);
    }
    for (const { key, member, score } of newIndexes) add('ZADD', key, score, member);
    const known = new Set(before.doc && kind.posts?.(before.doc));
    for (const post of (doc && kind.posts?.(doc)) ?? [])
      if (!known.has(post)) add('HSET', keys.posts, post, id);
    for (const [field, value] of Object.entries((doc && kind.fields?.(doc)) ?? {})) {
      if (value === undefined) add('HDEL', kind.key(id), field);
      else add('HSET', kind.key(id), field, value);
    }
    const text = doc && doc !== before.doc ? JSON.stringify(doc) : '';
    const tooLateAt = Math.ceil(before.clock + performance.now() - before.readAt + writeDeadlineMs);
    const shownAtHome = kind.shownAtHome ? 'home' : '';
    const args = [op, before.rev, before.world.boot, before.pause, text, tooLateAt, shownAtHome, ...commands];
    const answer = (await redis.eval(writeLua, keyNames.length, ...keyNames, ...args)) as [
      string,
      ...ScriptReply,
    ];
    return answer[0] === 'done' ? undefined : fromReply(id, answer.slice(1) as ScriptReply);
  }

  return {
    get: async (id) => parsed(id, await redis.hget(kind.key(id), 'doc')),

    async getAll(ids) {
      // One round trip: the reads leave together, and in a cluster all keys of a desk are on one node.
      const texts = await Promise.all(ids.map((id) => redis.hget(kind.key(id), 'doc')));
      return ids.map((id, at) => parsed(id, texts[at])).filter((doc) => doc !== undefined);
    },

    async change(id, update) {
      const op = randomUUID();
      let before = await read(id);
      for (let tries = 0; tries < maxTries; tries++) {
        const updated = update(before.doc, before.world);
        if (isRefusal(updated)) return updated;
        const newer = await write(id, op, before, updated.next);
        if (!newer) return updated.result;
        before = newer;
      }
      throw new Error(`${kind.describe(id)} could not be written in ${maxTries} tries.`);
    },
  };
}

type ScriptReply = (string | null)[];
