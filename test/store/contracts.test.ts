import { afterAll, beforeAll, describe } from 'vitest';
import { cardsContract } from '../contracts/cards.js';
import { snapshotsContract } from '../contracts/copies.js';
import { dueContract } from '../contracts/due.js';
import { homesContract } from '../contracts/homes.js';
import { indexesContract } from '../contracts/indexes.js';
import { ledgerContract } from '../contracts/ledger.js';
import { ourPostsContract } from '../contracts/our-posts.js';
import { panelsContract } from '../contracts/panels.js';
import { settingsContract } from '../contracts/settings.js';
import { watermarksContract } from '../contracts/watermarks.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { fakePorts } from '../fakes/ports.js';
import { aPrefix, openStore } from './open-store.js';

let cluster: OwnRedis;
beforeAll(async () => {
  cluster = await startOwnRedis({ cluster: true });
});
afterAll(() => cluster.close());

// A cluster refuses a script that touches keys of different hash tags.
describe.each([
  ['in Redis', () => openStore()],
  ['in a cluster', () => openStore(aPrefix(), cluster.url)],
  ['in memory', async () => ({ ...fakePorts(), close: async () => {} })],
])('%s', (_where, open) => {
  describe('cards', () => cardsContract(open));
  describe('cards by what they are found', () => indexesContract(open));
  describe('panels', () => panelsContract(open));
  describe('settings', () => settingsContract(open));
  describe('snapshots', () => snapshotsContract(open));
  describe('App Homes', () => homesContract(open));
  describe('our posts', () => ourPostsContract(open));
  describe('ledger', () => ledgerContract(open));
  describe('due list', () => dueContract(open));
  describe('watermarks', () => watermarksContract(open));
});
