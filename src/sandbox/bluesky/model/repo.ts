import { checkRecord } from '../lexicon/records.js';
import { isBlob, Unfit } from '../lexicon/schema.js';
import { cidOf, type Data, type DataObject, ordered } from './cid.js';
import { Refused, refused } from './refused.js';
import type { Account, Sky, Stored } from './state.js';
import { tidOf } from './tid.js';

interface ToWrite {
  readonly collection: string;
  /** By default a new one. */
  readonly rkey?: string | undefined;
  readonly record: DataObject;
  readonly validate?: boolean | undefined;
}

interface Written {
  readonly uri: string;
  readonly cid: string;
  /** Without it nothing changed. */
  readonly commit?: { readonly cid: string; readonly rev: string };
  readonly validationStatus?: 'valid' | 'unknown';
}

/** The record at an address; undefined when there is none. */
export function recordAt({ state }: Sky, uri: string): Stored | undefined {
  const found = state.records[uri];
  return found?.deletedAt === undefined ? found : undefined;
}

/** A key that no other has. */
export function nextKey({ state, world }: Sky): string {
  state.lastKey = Math.max(world.clock.now() * 1_000, state.lastKey + 1);
  return tidOf(state.lastKey);
}

/**
 * Writes a record under its key. With `swapRecord` null only where there is none, with a content id only over that version.
 * The same bytes again change nothing, whatever `swapRecord` says. Throws Refused.
 * https://docs.bsky.app/docs/api/com-atproto-repo-put-record
 */
export function putRecord(
  sky: Sky,
  account: Account,
  given: ToWrite & { readonly swapRecord?: string | null | undefined },
): Written {
  const { status, ...made } = prepared(sky, account, given);
  const known = recordAt(sky, made.uri);
  if (known?.cid === made.cid) return { uri: made.uri, cid: made.cid, ...status };
  if (given.swapRecord !== undefined && given.swapRecord !== (known?.cid ?? null))
    throw refused(`Record was at ${known?.cid ?? null}`, 'InvalidSwap');
  return { uri: made.uri, cid: made.cid, commit: store(sky, made), ...status };
}

/** Writes a new record. A key that is taken is a fault of the real server; an earlier follow of the same person is replaced. */
export function createRecord(sky: Sky, account: Account, given: ToWrite): Written {
  const { status, ...made } = prepared(sky, account, given);
  if (recordAt(sky, made.uri)) throw new Refused(500, 'InternalServerError', 'Internal Server Error');
  if (given.validate !== false) for (const other of sameSubject(sky, made)) deleteRecord(sky, other.uri);
  return { uri: made.uri, cid: made.cid, commit: store(sky, made), ...status };
}

/** Deletes the record at an address; where there is none, nothing happens. */
export function deleteRecord(sky: Sky, uri: string, swapRecord?: string): Written['commit'] {
  const known = recordAt(sky, uri);
  if (!known) return undefined;
  if (swapRecord !== undefined && swapRecord !== known.cid)
    throw refused(`Record was at ${known.cid}`, 'InvalidSwap');
  known.deletedAt = sky.world.clock.now();
  sky.state.told.push({ kind: 'delete', at: known.deletedAt, uri });
  return commitOf(sky, known.did, null);
}

/** The live records of one kind, the newest key first. */
export function recordsOf({ state }: Sky, did: string, collection: string): readonly Stored[] {
  return Object.values(state.records)
    .filter((one) => one.did === did && one.collection === collection && one.deletedAt === undefined)
    .sort((a, b) => (a.rkey < b.rkey ? 1 : -1));
}

type Made = Omit<Stored, 'at' | 'versions' | 'deletedAt'>;

function prepared(
  sky: Sky,
  { did }: Account,
  { collection, record, rkey = nextKey(sky), validate }: ToWrite,
): Made & { readonly status: Pick<Written, 'validationStatus'> } {
  const value = ordered({ ...record, $type: record.$type ?? collection });
  const validationStatus = checked(() => checkRecord(collection, rkey, value, validate));
  for (const cid of blobsIn(value))
    if (!sky.state.blobs[cid]) throw refused(`Could not find blob: ${cid}`, 'BlobNotFound');
  const uri = `at://${did}/${collection}/${rkey}`;
  return {
    uri,
    did,
    collection,
    rkey,
    cid: cidOf(value),
    value,
    status: validationStatus ? { validationStatus } : {},
  };
}

function checked<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof Unfit) throw refused(error.message);
    throw error;
  }
}

function blobsIn(value: Data): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isBlob(value)) return [value.ref.$link];
  return Object.values(value).flatMap((part: Data) => blobsIn(part));
}

function store(sky: Sky, made: Made): NonNullable<Written['commit']> {
  const at = sky.world.clock.now();
  const stored = { ...made, at, versions: (recordAt(sky, made.uri)?.versions ?? 0) + 1 };
  sky.state.records[made.uri] = stored;
  sky.state.told.push({ kind: 'put', at, record: stored });
  return commitOf(sky, made.did, made.cid);
}

function commitOf(sky: Sky, did: string, cid: string | null): NonNullable<Written['commit']> {
  const rev = nextKey(sky);
  return { cid: cidOf({ did, rev, version: 3, data: cid }), rev };
}

const withOneSubject = [
  'app.bsky.graph.follow',
  'app.bsky.graph.block',
  'app.bsky.feed.like',
  'app.bsky.feed.repost',
];

/** The other records by which the same person follows, blocks, likes or reposts the same. */
function sameSubject(sky: Sky, { collection, did, value }: Made): readonly Stored[] {
  if (!withOneSubject.includes(collection)) return [];
  const subject = subjectOf(value);
  return recordsOf(sky, did, collection).filter((one) => subjectOf(one.value) === subject);
}

/** Whom or what a record is about: a DID, or the address of a post. */
export function subjectOf({ subject }: DataObject): string {
  if (typeof subject === 'string') return subject;
  return typeof subject === 'object' && subject !== null && 'uri' in subject ? String(subject.uri) : '';
}
