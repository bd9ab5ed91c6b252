import { afterAll, beforeAll, describe } from 'vitest';
import { boot } from '../../src/core/ids.js';
import { deskKeys } from '../../src/store/keys.js';
import type { Store } from '../../src/store/redis.js';
import { createLedger } from '../../src/store/x-records.js';
import { cardsContract } from '../contracts/cards.js';
import { documentsContract } from '../contracts/documents.js';
import { dueContract } from '../contracts/due.js';
import { homesContract } from '../contracts/homes.js';
import { indexesContract } from '../contracts/indexes.js';
import { keptRepliesContract } from '../contracts/kept-replies.js';
import { ledgerContract } from '../contracts/ledger.js';
import { ourPostsContract } from '../contracts/our-posts.js';
import { outcomesContract } from '../contracts/outcomes.js';
import { panelsContract } from '../contracts/panels.js';
import { personsContract } from '../contracts/persons.js';
import { settingsContract } from '../contracts/settings.js';
import { snapshotsContract } from '../contracts/snapshots.js';
import { waitingContract } from '../contracts/waiting.js';
import { watermarksContract } from '../contracts/watermarks.js';
import { fakeLedger } from '../fakes/ledger.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { fakePorts } from '../fakes/ports.js';
import { fakeWorld } from '../fakes/world.js';
import { aPrefix, type OpenStore, openStore } from './open-store.js';
import { isWrite, overheard } from './overheard.js';

let cluster: OwnRedis;
beforeAll(async () => {
  cluster = await startOwnRedis({ cluster: true });
});
afterAll(() => cluster.close());

/** A store where somebody else writes before each write, once it is said. */
async function contested(url?: string): Promise<OpenStore & { othersFirst(): void }> {
  let isContested = false;
  const through = (connection: Store) =>
    overheard(connection, async (words) => {
      const [, , document] = words;
      if (isContested && isWrite(words)) await connection.hincrby(String(document), 'rev', 1);
    });
  const othersFirst = () => {
    isContested = true;
  };
  return { ...(await openStore(aPrefix(), url, { through })), othersFirst };
}

/** The same in memory: the world is another one each time. */
function contestedInMemory() {
  const world = fakeWorld();
  let boots: number | undefined;
  const now = () => (boots === undefined ? world.now() : { ...world.now(), boot: boot(`boot-${boots++}`) });
  const othersFirst = () => {
    boots = 0;
  };
  return { ...fakePorts({ world: { ...world, now } }), othersFirst, close: async () => {} };
}

/** The bills of two desks, each in its own slot of a cluster. */
async function ledgers(url?: string) {
  const { close, keys, prefix, redis } = await openStore(aPrefix(), url);
  const ofBranch = deskKeys(prefix, 'branch');
  return {
    ledger: createLedger(redis, keys, '', [keys, ofBranch]),
    branch: createLedger(redis, ofBranch),
    close,
  };
}

async function ledgersInMemory() {
  const branch = fakeLedger();
  return { ledger: fakeLedger([branch]), branch, close: async () => {} };
}

// A cluster refuses a script that touches keys of different hash tags.
describe.each([
  ['in Redis', () => openStore(), () => contested(), () => ledgers()],
  [
    'in a cluster',
    () => openStore(aPrefix(), cluster.url),
    () => contested(cluster.url),
    () => ledgers(cluster.url),
  ],
  [
    'in memory',
    async () => ({ ...fakePorts(), close: async () => {} }),
    async () => contestedInMemory(),
    ledgersInMemory,
  ],
])('%s', (_where, open, openContested, openLedgers) => {
  describe('documents', () => documentsContract(openContested));
  describe('cards', () => cardsContract(open));
  describe('cards by what they are found', () => indexesContract(open));
  describe('cards that wait', () => waitingContract(open));
  describe('panels', () => panelsContract(open));
  describe('settings', () => settingsContract(open));
  describe('snapshots', () => snapshotsContract(open));
  describe('App Homes', () => homesContract(open));
  describe('our posts', () => ourPostsContract(open));
  describe('kept replies', () => keptRepliesContract(open));
  describe('outcomes', () => outcomesContract(open));
  describe('ledger', () => ledgerContract(openLedgers));
  describe('persons', () => personsContract(open));
  describe('due list', () => dueContract(open));
  describe('watermarks', () => watermarksContract(open));
});
