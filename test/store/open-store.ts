import { randomUUID } from 'node:crypto';
import { timings } from '../../src/core/due/timings.js';
import type { Homes } from '../../src/ports/board.js';
import type { Cards, Panels, Settings } from '../../src/ports/documents.js';
import type { Due } from '../../src/ports/due.js';
import type { KeptReplies } from '../../src/ports/kept-replies.js';
import type { Ledger, OurPosts, Watermarks } from '../../src/ports/network.js';
import type { Outcomes } from '../../src/ports/outcomes.js';
import type { Persons } from '../../src/ports/persons.js';
import type { Recovery } from '../../src/ports/recovery.js';
import type { Snapshots } from '../../src/ports/snapshots.js';
import { createCards, createPanels, createSettings } from '../../src/store/document-kinds.js';
import { createDue } from '../../src/store/due.js';
import { type DeskKeys, deskKeys } from '../../src/store/keys.js';
import { createKeptReplies } from '../../src/store/network/kept-replies.js';
import { createOutcomes } from '../../src/store/network/outcomes.js';
import { createRecovery } from '../../src/store/recovery.js';
import type { Store } from '../../src/store/redis.js';
import { createHomes } from '../../src/store/slack/homes.js';
import { createPersons } from '../../src/store/slack/persons.js';
import { createSnapshots } from '../../src/store/slack/snapshots.js';
import { createLedger, createOurPosts, createWatermarks } from '../../src/store/x-records.js';
import { aDesk } from '../build.js';
import { connect, keysOf, redisUrl, silent } from './connect.js';

export { redisUrl, silent };

export const aPrefix = () => `test-${randomUUID()}`;

export interface OpenStore {
  readonly prefix: string;
  readonly redis: Store;
  readonly keys: DeskKeys;
  readonly cards: Cards;
  readonly panels: Panels;
  readonly settings: Settings;
  readonly snapshots: Snapshots;
  readonly homes: Homes;
  readonly ourPosts: OurPosts;
  readonly keptReplies: KeptReplies;
  readonly outcomes: Outcomes;
  readonly ledger: Ledger;
  readonly due: Due;
  readonly persons: Persons;
  readonly recovery: Recovery;
  readonly watermarks: Watermarks;
  close(): Promise<void>;
}

/** The desk's own records in Redis, recovered, over a connection of their own; one prefix, one desk. */
export async function openStore(
  prefix = aPrefix(),
  url = redisUrl(),
  {
    recovered = true,
    through = (connection: Store) => connection,
  }: { readonly recovered?: boolean; readonly through?: (connection: Store) => Store } = {},
): Promise<OpenStore> {
  const redis = through(connect(url));
  await redis.connect();
  const keys = deskKeys(prefix, 'central');
  const recovery = createRecovery(redis, keys);
  const needed = await recovery.needed();
  if (needed && recovered) await recovery.done(needed.boot, 0);
  return {
    prefix,
    redis,
    keys,
    cards: createCards(redis, keys, timings, aDesk()),
    panels: createPanels(redis, keys, aDesk()),
    settings: createSettings(redis, keys),
    snapshots: createSnapshots(redis, keys),
    homes: createHomes(redis, keys),
    ourPosts: createOurPosts(redis, keys),
    keptReplies: createKeptReplies(redis, keys),
    outcomes: createOutcomes(redis, keys),
    ledger: createLedger(redis, keys),
    due: createDue(redis, keys, timings),
    persons: createPersons(redis, prefix),
    recovery,
    watermarks: createWatermarks(redis, keys),
    close: async () => {
      const left = await keysOf(redis, `{${prefix}:*`);
      await Promise.all(left.map((key) => redis.unlink(key)));
      redis.disconnect();
    },
  };
}
