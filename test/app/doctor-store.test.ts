import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeProbes } from '../../src/app/doctor-store.js';
import { type DeskConfig, loadDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import type { Check } from '../../src/core/doctor/check.js';
import { accountId } from '../../src/core/ids.js';
import { look } from '../../src/ops/doctor/probe.js';
import { createForgotten } from '../../src/store/forgotten.js';
import { deskKeys } from '../../src/store/keys.js';
import type { Store } from '../../src/store/redis.js';
import { connect, redisUrl, silent } from '../store/connect.js';

const key = 'a-key-of-thirty-two-characters-or-more';
const prefix = `test-${randomBytes(6).toString('hex')}`;

let folder: string;
let desks: readonly DeskConfig[];
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-doctor-'));
  ({ desks } = await loadDeskFile('scripts/dev-desk.yaml'));
  store = connect();
});
afterAll(async () => {
  store.disconnect();
  await rm(folder, { recursive: true });
});

/** What doctor says of Redis and of the key, with more of the environment. */
async function examine(more: Record<string, string> = {}) {
  const env = readEnv(
    {
      SLACK_BOT_TOKEN: 'xoxb-sandbox',
      SLACK_APP_TOKEN: 'xapp-sandbox',
      REDIS_URL: redisUrl(),
      REDIS_PREFIX: prefix,
      FORGET_KEY: key,
      ERASURES_FILE: join(folder, 'erasures.txt'),
      ...more,
    },
    [],
  );
  const talk = { tell: () => {}, confirm: async () => undefined };
  const probes = storeProbes({ env, log: silent }, desks);
  const checks = await Promise.all(probes.map((probe) => look(probe, talk)));
  return checks.flat();
}

/** What is wrong with reaching Redis and with the key: that of these tests is no safe one. */
const odd = (checks: readonly Check[]) =>
  checks.filter(({ id, mark }) => mark !== 'ok' && (id === 'redis.reached' || id.startsWith('forget.')));

it('how fast each server writes is known, whichever of a cluster has which keys', async () => {
  const latency = (await examine()).find(({ id }) => id === 'redis.latency');
  expect(latency?.found).toMatch(/ms for a round trip, [\d.]+ ms for a write/u);
});

it('Redis and the key of this desk are fine, and another key than that of the forgotten is not', async () => {
  const [desk] = desks;
  if (!desk) throw new Error('no desk');
  const file = { key, path: join(folder, 'erasures.txt') };
  await createForgotten(store, [deskKeys(prefix, desk.id)], desk.id, desk.network.name, file).add(
    accountId('1900000000000000001'),
    Date.now(),
  );
  expect(odd(await examine())).toEqual([]);
  const other = await examine({ FORGET_KEY: 'another-key-of-thirty-two-characters' });
  expect(odd(other)).toMatchObject([{ id: 'forget.key', mark: 'wrong' }]);
});

it('without Redis the file of the forgotten is looked at all the same', async () => {
  const nowhere = join(folder, 'none', 'erasures.txt');
  const found = await examine({ REDIS_URL: 'redis://127.0.0.1:1', ERASURES_FILE: nowhere });
  expect(odd(found).map(({ id, mark }) => `${id} ${mark}`)).toEqual([
    'redis.reached wrong',
    'forget.file wrong',
  ]);
});
