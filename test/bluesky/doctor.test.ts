import { randomBytes } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { blueskyProbes } from '../../src/app/doctor-bluesky.js';
import { type DeskConfig, readDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import type { Check } from '../../src/core/doctor/check.js';
import { createLog } from '../../src/log.js';
import { look } from '../../src/ops/doctor/probe.js';
import { deskKeys } from '../../src/store/keys.js';
import { createSessions } from '../../src/store/network/sessions.js';
import { connectStore } from '../../src/store/redis.js';
import { deskText } from '../config/desk-text.js';
import { useServer } from './server.js';
import { createLibrary, eventually } from './town.js';

const server = useServer();
const redisUrl = process.env.REDIS_URL ?? '';
const log = createLog('silent');

it('doctor signs in to a real server, writes one post and deletes it, and knows an account by its id', async () => {
  const library = await createLibrary(server());
  await eventually(() => library.network.me().catch(() => undefined), 'the account');
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const account = `bluesky: { handle: ${library.handle}, secrets: MAIN, service: "${server().service}" }`;
  const text = deskText([
    'x: { handle: centrallibrary, secrets: MAIN, plan: self-serve, governmentUse: notGovernment }',
    account,
  ]);
  const [desk] = readDeskFile(text, 'desk.yaml').desks;
  if (!desk) throw new Error('no desk');
  const asked: string[] = [];

  async function examine(password: string, sends = false): Promise<readonly Check[]> {
    const given = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      REDIS_URL: redisUrl,
      REDIS_PREFIX: prefix,
      BLUESKY_MAIN_APP_PASSWORD: password,
    };
    const env = readEnv(given, [], ['MAIN']);
    const confirm = async (question: string) => {
      asked.push(question);
      return true;
    };
    const probes = blueskyProbes({ env, log, sends }, desk as DeskConfig);
    return (await Promise.all(probes.map((probe) => look(probe, { tell: () => {}, confirm })))).flat();
  }
  const marks = (checks: readonly Check[]) => Object.fromEntries(checks.map(({ id, mark }) => [id, mark]));

  expect(marks(await examine(library.appPasswordOfDesk, true))).toMatchObject({
    'bluesky.account': 'ok',
    'bluesky.clock': 'ok',
    'bluesky.send': 'ok',
  });
  expect(asked[0]).toContain('Bluesky bills nothing for both.');
  expect((await library.network.ownPosts(0)).found).toEqual([]);

  expect(marks(await examine(library.password))).toMatchObject({ 'bluesky.password': 'note' });
  expect(marks(await examine('abcd-efgh-ijkl-mnop', true))).toMatchObject({
    'bluesky.account': 'wrong',
    'bluesky.send': 'unknown',
  });

  const store = connectStore(redisUrl, log);
  onTestFinished(() => store.disconnect());
  await store.connect();
  const known = { signedInAs: library.handle, account: library.did, access: 'a', refresh: 'r' };
  await createSessions(store, deskKeys(prefix, desk.id)).replace(undefined, known);
  const renamed = `moved-${randomBytes(3).toString('hex')}.test`;
  await library.rename(renamed);
  const isFound = async () => {
    const [account] = await examine(library.appPasswordOfDesk);
    return account?.fix?.includes(`Set desks.central.bluesky.handle to ${renamed}`);
  };
  await eventually(isFound, 'the line about the new handle');
}, 60_000);
