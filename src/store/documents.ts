import type { Pause } from '../core/card/card.js';
import type { Refusal } from '../core/card/refusal.js';
import type { DueEntry, Job } from '../core/due/due-entries.js';
import { boot } from '../core/ids.js';
import type { Update, WriteContext } from '../ports/documents.js';
import type { Unread } from '../ports/recovery.js';
import { readLua, writeLua } from './document-scripts.js';
import { createChanges } from './documents/changes.js';
import { type DeskKeys, dueMember } from './keys.js';
import { commandTimeoutMs, type Store } from './redis.js';

/**
 * How long after its read Redis may still carry out a write (ms). The writer is told that nothing was saved after
 * `commandTimeoutMs`; 100 ms less is more than an early timer and two clocks in whole milliseconds can add up to.
 */
const writeDeadlineMs = commandTimeoutMs - 100;

/** How long a process knows what it wrote last, and begins the next change with that (ms). */
const knownMs = 5_000;

/** The same of what it read ahead: of a document that is removed and begun anew meanwhile, the write could not tell (ms). */
const aheadMs = 1_000;

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
  /**
   * Sorted sets in which documents stand by their places, with the place of one; undefined for none. A place also depends on
   * what desk.yaml says, so the document's hash has the one that it was given: it leaves that, whatever it would be today.
   */
  readonly order?: {
    readonly keys: readonly string[];
    placeOf(doc: Doc): Omit<Index, 'score'> | undefined;
  };
  /** App Homes show such documents. */
  readonly shownAtHome?: true;
  /** What of a document may be stored; the desk knows no more of one that was stored before. */
  asKept?(doc: Doc): Doc;
  /** The posts for which the hash of posts shall give the document's id. */
  posts?(doc: Doc): readonly string[];
  /** More fields of the document's hash, which scripts read; undefined removes a field. */
  fields?(doc: Doc): Readonly<Record<string, string | undefined>>;
}

interface Documents<Doc extends Stored> {
  /** A plain read. No decision may depend on it: `change` reads again. */
  get(id: string): Promise<Doc | undefined>;
  /** Begins the read that the next `change` of a document begins with. */
  expect(id: string): void;
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
  /** As it was stored: by it the indexes were made. */
  readonly stored: Doc | undefined;
  readonly world: WriteContext;
  /** The pause as Redis stores it; '' for none. */
  readonly pause: string;
  /** When it was read, by Redis's clock (Unix ms) and by `performance.now()` (ms). */
  readonly clock: number;
  readonly readAt: number;
  /** The op that wrote it, where this process did not read it since. */
  readonly op?: string;
}

/** The documents of one kind in Redis. Each is JSON; one script writes it with its due entries and indexes. */
export function createDocuments<Doc extends Stored>(
  redis: Store,
  keys: DeskKeys,
  kind: DocumentKind<Doc>,
): Documents<Doc> {
  /** What this process wrote last. A change that begins with it needs no read: the write finds out whether it still holds. */
  const written = new Map<string, ReadDocument<Doc>>();

  /** What stands in the store after a write, as a read would give it. */
  function remember(id: string, op: string, before: ReadDocument<Doc>, doc: Doc | undefined): void {
    const isSame = doc === before.doc;
    if (!doc || before.world.unread || (isSame && before.op === undefined)) return;
    const rev = String(Number(before.rev) + 1);
    const after = isSame ? before : { ...before, rev, doc, stored: doc, op };
    written.set(id, after);
    setTimeout(() => written.get(id) === after && written.delete(id), knownMs).unref();
  }

  /** Reads that were begun for changes to come, until those take them. */
  const expected = new Map<string, Promise<ReadDocument<Doc>>>();

  function expect(id: string): void {
    if (written.has(id) || expected.has(id)) return;
    const reading = read(id);
    expected.set(id, reading);
    const forget = () => expected.get(id) === reading && expected.delete(id);
    // A change that comes later reads itself.
    reading.catch(forget);
    setTimeout(forget, aheadMs).unref();
  }

  async function read(id: string): Promise<ReadDocument<Doc>> {
    const reply = await redis.eval(readLua, 3, kind.key(id), keys.settings, keys.boot);
    return fromReply(id, reply as ScriptReply);
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

  /** What the desk may know of a document. */
  const known = (doc: Doc | undefined): Doc | undefined => (doc && kind.asKept ? kind.asKept(doc) : doc);

  function fromReply(id: string, [rev, text, booted, pause, unread, clock]: ScriptReply): ReadDocument<Doc> {
    const stored = parsed(id, text);
    return {
      rev: rev ?? '0',
      doc: known(stored),
      stored,
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
    const keyNumbers = new Map(keyNames.map((key, at) => [key, at + 1]));
    const numberOf = (key: string): number => {
      const number = keyNumbers.get(key) ?? keyNames.push(key);
      keyNumbers.set(key, number);
      return number;
    };
    const commands: (string | number)[] = [];
    const add = (name: string, key: string, ...args: readonly (string | number)[]) => {
      commands.push(args.length, name, numberOf(key), ...args);
    };
    if (kind.jobs.length > 0) add('ZREM', keys.due, ...kind.jobs.map((job) => dueMember({ job, id })));
    for (const entry of doc ? kind.due(doc) : []) add('ZADD', keys.due, entry.at, dueMember(entry));
    const oldIndexes = byPlace(before.stored && kind.indexes(before.stored));
    const newIndexes = byPlace(doc && kind.indexes(doc));
    for (const [place, { key, member }] of oldIndexes) if (!newIndexes.has(place)) add('ZREM', key, member);
    // Another version may have had other indexes. What this process wrote itself has these, unless they are asked for anew.
    const isOurs = before.op !== undefined && doc !== before.doc;
    for (const [place, { key, member, score }] of newIndexes)
      if (!isOurs || oldIndexes.get(place)?.score !== score) add('ZADD', key, score, member);
    if (kind.order) {
      const { key, member } = (doc && kind.order.placeOf(doc)) ?? {};
      const to = key === undefined ? 0 : numberOf(key);
      const others = kind.order.keys.map(numberOf);
      commands.push(1 + others.length, 'place', to, member ?? '', ...others);
    }
    const known = new Set(before.doc && kind.posts?.(before.doc));
    const isRemoved = before.doc !== undefined && doc === undefined;
    if (isRemoved && known.size > 0) add('HDEL', keys.posts, ...known);
    for (const post of (doc && kind.posts?.(doc)) ?? [])
      if (!known.has(post)) add('HSET', keys.posts, post, id);
    for (const [field, value] of Object.entries((doc && kind.fields?.(doc)) ?? {})) {
      if (value === undefined) add('HDEL', kind.key(id), field);
      else add('HSET', kind.key(id), field, value);
    }
    const text = doc && doc !== before.doc ? JSON.stringify(doc) : isRemoved ? '-' : '';
    const tooLateAt = Math.ceil(before.clock + performance.now() - before.readAt + writeDeadlineMs);
    const shownAtHome = kind.shownAtHome ? 'home' : '';
    const { rev, world, pause, op: lastOp = '' } = before;
    const args = [op, rev, world.boot, pause, text, tooLateAt, shownAtHome, lastOp, ...commands];
    const answer = (await redis.eval(writeLua, keyNames.length, ...keyNames, ...args)) as [
      string,
      ...ScriptReply,
    ];
    if (answer[0] !== 'done') return fromReply(id, answer.slice(1) as ScriptReply);
    remember(id, op, before, doc);
    return undefined;
  }

  return {
    get: async (id) => known(parsed(id, await redis.hget(kind.key(id), 'doc'))),

    expect,

    async getAll(ids) {
      // One round trip: the reads leave together, and in a cluster all keys of a desk are on one node.
      const texts = await Promise.all(ids.map((id) => redis.hget(kind.key(id), 'doc')));
      return ids.map((id, at) => known(parsed(id, texts[at]))).filter((doc) => doc !== undefined);
    },

    change: createChanges<Doc, ReadDocument<Doc>>({
      describe: kind.describe,
      takeKnown: async (id) => take(written, id) ?? take(expected, id),
      read,
      write,
      asKept: (doc) => kind.asKept?.(doc) ?? doc,
    }),
  };
}

/** Indexes, each by its sorted set and its entry there. */
const byPlace = (indexes: readonly Index[] = []): ReadonlyMap<string, Index> =>
  new Map(indexes.map((index) => [`${index.key} ${index.member}`, index]));

type ScriptReply = (string | null)[];

function take<T>(from: Map<string, T>, id: string): T | undefined {
  const found = from.get(id);
  from.delete(id);
  return found;
}
