import { object } from '../lexicon/schema.js';
import { accountOf } from '../model/accounts.js';
import { cidOfBlob, type DataObject } from '../model/cid.js';
import { Refused, refused } from '../model/refused.js';
import { createRecord, deleteRecord, putRecord, recordAt, recordsOf } from '../model/repo.js';
import type { Account } from '../model/state.js';
import { ofWrites } from '../wire/limits.js';
import type { Call, Method } from '../wire/method.js';

const repo = { type: 'string', format: 'at-identifier' } as const;
const collection = { type: 'string', format: 'nsid' } as const;
const rkey = { type: 'string', format: 'record-key', maxLength: 512 } as const;
const cid = { type: 'string', format: 'cid' } as const;
const flag = { type: 'boolean' } as const;

/** Of a blob, in bytes. */
const largestBlob = 5_242_880;

interface Write {
  readonly collection: string;
  readonly rkey?: string;
  readonly record: DataObject;
  readonly validate?: boolean;
  readonly swapRecord?: string | null;
}

/** Records, where they are written. */
export const repoMethods: readonly Method[] = [
  {
    call: 'POST com.atproto.repo.putRecord',
    auth: 'access',
    input: object({
      repo,
      collection,
      rkey,
      'validate?': flag,
      record: { type: 'unknown' },
      'swapRecord?': { type: 'nullable', of: cid },
      'swapCommit?': cid,
    }),
    limits: ({ caller }) => ofWrites(caller().did, 2),
    answer(call) {
      const account = writerOf(call);
      const written = putRecord(call.sky, account, toWrite(call));
      const { commit, uri } = written;
      return { body: written, journal: { uri, cid: written.cid, changed: commit !== undefined } };
    },
  },
  {
    call: 'POST com.atproto.repo.createRecord',
    auth: 'access',
    input: object({
      repo,
      collection,
      'rkey?': rkey,
      'validate?': flag,
      record: { type: 'unknown' },
      'swapCommit?': cid,
    }),
    limits: ({ caller }) => ofWrites(caller().did, 3),
    answer(call) {
      const account = writerOf(call);
      const written = createRecord(call.sky, account, toWrite(call));
      return { body: written, journal: { uri: written.uri, cid: written.cid, changed: true } };
    },
  },
  {
    call: 'POST com.atproto.repo.deleteRecord',
    auth: 'access',
    input: object({ repo, collection, rkey, 'swapRecord?': cid, 'swapCommit?': cid }),
    limits: ({ caller }) => ofWrites(caller().did, 1),
    answer(call) {
      const { did } = writerOf(call);
      const { input, sky } = call;
      const uri = `at://${did}/${input.collection}/${input.rkey}`;
      const commit = deleteRecord(sky, uri, input.swapRecord as string | undefined);
      return { body: { commit }, journal: { uri, changed: commit !== undefined } };
    },
  },
  {
    call: 'GET com.atproto.repo.getRecord',
    auth: 'none',
    params: object({ repo, collection, rkey, 'cid?': cid }),
    answer({ params, sky }) {
      const { did } = liveRepo(sky, params);
      const uri = `at://${did}/${params.collection}/${params.rkey}`;
      const found = recordAt(sky, uri);
      if (!found || (params.cid !== undefined && params.cid !== found.cid))
        throw refused(`Could not locate record: ${uri}`, 'RecordNotFound');
      return { body: { uri, cid: found.cid, value: found.value } };
    },
  },
  {
    call: 'GET com.atproto.repo.listRecords',
    auth: 'none',
    params: object({
      repo,
      collection,
      'limit?': { type: 'integer', min: 1, max: 100 },
      'cursor?': { type: 'string' },
      'reverse?': flag,
    }),
    answer({ params, sky }) {
      const {
        collection,
        cursor,
        limit = 50,
        reverse = false,
      } = params as {
        collection: string;
        cursor?: string;
        limit?: number;
        reverse?: boolean;
      };
      const newestFirst = recordsOf(sky, liveRepo(sky, params).did, collection);
      const all = reverse ? newestFirst.toReversed() : newestFirst;
      const rest = all.filter(
        ({ rkey }) => cursor === undefined || (reverse ? rkey > cursor : rkey < cursor),
      );
      const page = rest.slice(0, limit);
      return {
        body: {
          records: page.map(({ cid, uri, value }) => ({ uri, cid, value })),
          cursor: page.at(-1)?.rkey,
        },
      };
    },
  },
  {
    call: 'POST com.atproto.repo.uploadBlob',
    auth: 'access',
    input: 'bytes',
    answer({ bytes, caller, contentType, sky }) {
      checkActive(caller());
      if (bytes.length > largestBlob) throw new Refused(413, 'PayloadTooLarge', 'request entity too large');
      const link = cidOfBlob(bytes);
      sky.state.blobs[link] = { mimeType: contentType, size: bytes.length };
      return {
        body: { blob: { $type: 'blob', ref: { $link: link }, mimeType: contentType, size: bytes.length } },
      };
    },
  },
];

const toWrite = ({ input }: Call): Write & { readonly rkey?: string } => {
  const { record } = input;
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw refused(`Expected object value type (got ${JSON.stringify(record)}) at $.record`);
  return input as unknown as Write;
};

/** Whoever writes into a repository, which has to be their own. */
function writerOf({ caller, input, sky }: Call): Account {
  const account = accountOf(sky, String(input.repo));
  if (!account) throw new Refused(403, 'AccountNotFound', 'Account not found');
  checkActive(account);
  if (account !== caller()) throw new Refused(401, 'AuthenticationRequired', 'Authentication Required');
  return account;
}

function checkActive({ status }: Account): void {
  if (status === 'takendown') throw new Refused(401, 'AccountTakedown', 'Account has been taken down');
  if (status === 'deactivated') throw new Refused(401, 'AccountDeactivated', 'Account is deactivated');
}

function liveRepo(sky: Call['sky'], { repo }: Readonly<Record<string, unknown>>): Account {
  const account = accountOf(sky, String(repo));
  if (account?.status !== 'active') throw refused(`Could not find repo: ${repo}`);
  return account;
}
