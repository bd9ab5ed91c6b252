import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import { timings } from '../core/due/timings.js';
import { csvHead, csvRow, jsonRow } from '../core/export/reply-row.js';
import { privateSideOf } from '../core/private/private-desk.js';
import { ConfigError } from '../errors.js';
import { exportPerson, type KnownPerson, type NotOnePerson } from '../flows/keep/export-person.js';
import { exportReplies, type Records } from '../flows/keep/export-replies.js';
import { createLog } from '../log.js';
import { createCards, createSettings } from '../store/document-kinds.js';
import { deskKeys } from '../store/keys.js';
import { createKeptReplies } from '../store/network/kept-replies.js';
import { createOutcomes } from '../store/network/outcomes.js';
import { connectStore, type Store } from '../store/redis.js';
import { createRedisState } from '../store/server/redis-state.js';
import { createSnapshots } from '../store/slack/snapshots.js';
import { createOurPosts, createWatermarks } from '../store/x-records.js';

/** The desks' own records, to be written to a file: read from Redis alone, and nothing is changed. */
export interface OpenRecords {
  person(who: string): Promise<KnownPerson | NotOnePerson>;
  /** The lines of a file with the library's replies, from one day to another (ISO dates, both included). */
  replies(
    days: { readonly from: string; readonly to: string },
    format: 'csv' | 'jsonl',
  ): AsyncIterable<string>;
  close(): void;
}

/** Opens the records of these desks and their private sides. Rejects with ConfigError when Redis can't be read. */
export async function openRecords({
  env,
  desks,
}: {
  readonly env: Pick<Env, 'redisPrefix' | 'redisUrl'>;
  readonly desks: readonly DeskConfig[];
}): Promise<OpenRecords> {
  const store = connectStore(env.redisUrl, createLog('silent'));
  await store.connect().catch(async (error: Error) => {
    store.disconnect();
    const state = createRedisState(env.redisUrl, env.redisPrefix);
    const found = await state.look();
    state.end();
    throw found.length > 0 ? new ConfigError(found.map(({ line }) => line)) : error;
  });
  const records = desks.flatMap((desk) => recordsOf(desk, env.redisPrefix, store));
  return {
    person: (who) => exportPerson(records, who),
    async *replies(days, format) {
      if (format === 'csv') yield csvHead();
      for await (const row of exportReplies(records, days))
        yield format === 'csv' ? csvRow(row) : jsonRow(row);
    },
    close: () => store.disconnect(),
  };
}

function recordsOf(desk: DeskConfig, prefix: string, store: Store): Records[] {
  const own = deskKeys(prefix, desk.id);
  const records = (side: DeskConfig, keys: typeof own): Records => ({
    desk: side,
    cards: createCards(store, keys, timings, side),
    settings: createSettings(store, own),
    snapshots: createSnapshots(store, keys),
    ourPosts: createOurPosts(store, own),
    keptReplies: createKeptReplies(store, keys),
    outcomes: createOutcomes(store, own),
    watermarks: createWatermarks(store, keys),
  });
  const side = privateSideOf(desk);
  return [records(desk, own), ...(side ? [records(side, deskKeys(prefix, desk.id, 'private'))] : [])];
}
