import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { accountProbes } from '../../src/app/doctor.js';
import { networkProbes } from '../../src/app/doctor-x.js';
import { type DeskConfig, loadDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import type { Check } from '../../src/core/doctor/check.js';
import { slackUserId } from '../../src/core/ids.js';
import { createLog } from '../../src/log.js';
import { look } from '../../src/ops/doctor/probe.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { createSettings } from '../../src/store/document-kinds.js';
import { deskKeys } from '../../src/store/keys.js';
import { connectStore, type Store } from '../../src/store/redis.js';
import { createLedger } from '../../src/store/x-records.js';

const log = createLog('silent');
const redisUrl = process.env.REDIS_URL ?? '';

let sandbox: Sandbox;
let store: Store;
let desk: DeskConfig;
let prefix: string;
let asked: string[];
beforeAll(async () => {
  [sandbox, store] = [await createSandbox(), connectStore(redisUrl, log)];
  await store.connect();
  const { desks } = await loadDeskFile('scripts/dev-desk.yaml');
  if (!desks[0]) throw new Error('no desk');
  desk = desks[0];
});
afterAll(async () => {
  store.disconnect();
  await sandbox.close();
});
beforeEach(() => {
  prefix = `test-${randomBytes(6).toString('hex')}`;
  asked = [];
  sandbox.x.reset();
});

interface Given {
  /** What whoever runs it says to the question. */
  readonly answers?: () => boolean | undefined;
  readonly url?: string;
}

/** What doctor says of X with `--send`. */
async function examine({ answers = () => true, url = redisUrl }: Given = {}): Promise<readonly Check[]> {
  const env = readEnv(environmentOf(sandbox, url, prefix), ['SANDBOX']);
  const talk = {
    tell: () => {},
    confirm: async (question: string) => {
      asked.push(question);
      return answers();
    },
  };
  const [probe] = networkProbes({ env, log, sends: true }, desk);
  return probe ? look(probe, talk) : [];
}

const lineOf = (checks: readonly Check[], id: string) => checks.find((one) => one.id === id);
const writes = () =>
  sandbox.journal
    .read()
    .filter(({ kind, side }) => side === 'x' && /^(?:POST|DELETE) /u.test(kind))
    .map(({ kind }) => kind);
const bill = async () => (await createLedger(store, deskKeys(prefix, desk.id)).month(Date.now())).byCall;

describe('doctor --send', () => {
  it('writes one post and deletes it, after one question, and the desk pays for all of it', async () => {
    const before = writes().length;
    expect(lineOf(await examine(), 'x.send')).toMatchObject({ mark: 'ok' });
    expect(asked).toHaveLength(1);
    expect(writes().slice(before)).toEqual(['POST /2/tweets', 'DELETE /2/tweets/:id']);
    expect(await bill()).toEqual({
      'GET /2/users/me': { charged: 1, microUsd: 10_000 },
      'POST /2/tweets': { charged: 1, microUsd: 15_000 },
      'DELETE /2/tweets/:id': { charged: 1, microUsd: 10_000 },
    });
  });

  it('writes nothing and asks nobody while the running desk is paused', async () => {
    const by = slackUserId('U0ANA0001');
    await createSettings(store, deskKeys(prefix, desk.id)).change((now) => ({
      next: { ...now, pause: { by, at: Date.now(), reason: 'flood' } },
      result: undefined,
    }));
    const before = writes().length;
    expect(lineOf(await examine(), 'x.send')).toMatchObject({
      mark: 'unknown',
      found: expect.stringContaining('sending is paused'),
    });
    expect([asked, writes().slice(before)]).toEqual([[], []]);
  });

  it.each([false, undefined])('writes nothing when the answer is %s', async (answer) => {
    const before = writes().length;
    expect(lineOf(await examine({ answers: () => answer }), 'x.send')?.found).toContain('nothing was sent');
    expect(writes().slice(before)).toEqual([]);
  });

  it('writes nothing without Redis, and looks at the account all the same', async () => {
    const before = writes().length;
    const checks = await examine({ url: 'redis://127.0.0.1:1' });
    expect(lineOf(checks, 'x.account')).toMatchObject({ mark: 'ok' });
    expect(lineOf(checks, 'x.send')).toMatchObject({ mark: 'wrong', fix: 'Repair Redis (REDIS_URL) first.' });
    expect([asked, writes().slice(before)]).toEqual([[], []]);
  });

  it('asks nobody where the token may only read', async () => {
    sandbox.x.acts.permissions?.({ handle: 'centrallibrary', may: 'read' });
    const checks = await examine();
    expect(lineOf(checks, 'x.right')).toMatchObject({ mark: 'wrong' });
    expect([lineOf(checks, 'x.send')?.mark, asked]).toEqual(['unknown', []]);
  });

  it('proves what X does not say of the token', async () => {
    const body = { data: { id: '1200000000000000001', username: 'centrallibrary', name: 'Central' } };
    const call = { side: 'x', call: 'GET /2/users/me' } as const;
    sandbox.faults.plan({ ...call, when: 'after', how: 'status', status: 200, body });
    const checks = await examine();
    expect(lineOf(checks, 'x.right')).toBeUndefined();
    expect(lineOf(checks, 'x.send')).toMatchObject({ mark: 'ok' });
  });

  it('gives the link of a post that X did not delete, and does not try again', async () => {
    const call = { side: 'x', call: 'DELETE /2/tweets/:id' } as const;
    sandbox.faults.plan({ ...call, when: 'before', how: 'status', status: 503 });
    const before = writes().length;
    const fix = lineOf(await examine(), 'x.send')?.fix;
    expect(fix).toMatch(/^Delete it yourself: https:\/\/x\.com\/i\/status\/\d+$/u);
    expect(writes().slice(before)).toEqual(['POST /2/tweets', 'DELETE /2/tweets/:id']);
  });

  it('does not send again when X gives no answer, and says where to look', async () => {
    sandbox.faults.plan({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'reset' });
    const before = writes().length;
    expect(lineOf(await examine(), 'x.send')?.fix).toContain('Look at https://x.com/centrallibrary');
    expect(writes().slice(before)).toEqual(['POST /2/tweets']);
  });
});

it('a desk that practises has a note in place of a look, and nothing is asked of X', async () => {
  const practising = { ...desk, account: { ...desk.account, practice: true } };
  const env = readEnv(environmentOf(sandbox, redisUrl, prefix), []);
  const probes = accountProbes({ env, log, sends: true }, practising);
  const talk = { tell: () => {}, confirm: async () => true };
  const checks = await Promise.all(probes.map((probe) => look(probe, talk)));
  expect(checks.flat()).toMatchObject([{ id: 'x.practice', mark: 'note' }]);
});
