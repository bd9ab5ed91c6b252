import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Card } from '../../src/core/card/card.js';
import { aCardIn } from '../core/card/card-in.js';
import { type OpenStore, openStore, redisUrl } from '../store/open-store.js';
import { run } from './program.js';

const deskFile = 'scripts/dev-desk.yaml';
const said = '=Maya, "yes":\nuntil eight.';
let folder: string;
let store: OpenStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-cli-'));
  store = await openStore();
  const sent = aCardIn('sent');
  const answers = sent.answers.map((one) => ({ ...one, n: 2, text: said }));
  const card: Card = { ...sent, answers };
  await store.cards.change(card.id, () => ({ next: card, result: undefined }));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** The program with an X and a Slack at which nobody answers: it needs neither. */
const exports = (args: readonly string[], env: Record<string, string> = {}) =>
  run(['export', ...args, '--desk', deskFile, '--env', '/dev/null'], {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: 'http://127.0.0.1:1/api/',
    X_API_URL: 'http://127.0.0.1:1',
    X_SANDBOX_APP_KEY: '1',
    X_SANDBOX_APP_SECRET: '1',
    X_SANDBOX_ACCESS_TOKEN: '1',
    X_SANDBOX_ACCESS_SECRET: '1',
    REDIS_URL: redisUrl(),
    REDIS_PREFIX: store.prefix,
    ...env,
  });
const days = ['--from', '2026-11-24', '--to', '2026-11-24'];

it('what is known of a person is written by handle or id, to the terminal or to a file for its owner alone', async () => {
  const byHandle = await exports(['person', '@Maya_Reads']);
  expect(byHandle).toMatchObject({ code: 0, err: '' });
  const { desks, person } = JSON.parse(byHandle.out);
  expect(person).toBe('2001');
  expect(desks).toMatchObject([
    { desk: 'central', cards: [{ person: { name: 'Maya Ortiz' }, answers: [{ text: said }] }] },
  ]);
  const file = join(folder, 'maya.json');
  expect(await exports(['person', '2001', '--desk-id', 'central', '--out', file])).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ desks });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await exports(['person', '2001', '--out', file])).toMatchObject({
    code: 1,
    err: `${file}: there is one; allowed: a new file\n`,
  });
});

it('somebody who is not known is a clear line and exit code 1, and no file', async () => {
  const file = join(folder, 'nobody.json');
  expect(await exports(['person', '@nobody_here', '--out', file])).toEqual({
    code: 1,
    out: '',
    err: 'Nothing is known of @nobody_here. A handle is kept no longer than what its person wrote; the id of the account leads further.\n',
  });
  await expect(stat(file)).rejects.toThrow('ENOENT');
});

it('replies are CSV in which a formula is only words', async () => {
  const csv = await exports(['replies', ...days, '--format', 'csv']);
  expect(csv.out).toBe(
    'date,desk,private,postId,address,text,approvedBy,approvedByName,writtenBy,writtenByName,how,topic,answersTo\r\n' +
      `2026-11-24T10:42:00.000Z,central,no,9001,https://x.com/i/status/9001,"'=…, ""yes"":\nuntil eight.",ana,Ana,ana,Ana,as-approved,question,5001\r\n`,
  );
});

it('wrong days, another desk and a Redis that is away are said in a line', async () => {
  const errors = await Promise.all([
    exports(['replies', '--from', '2026-02-30', '--to', '2026-03-01']),
    exports(['replies', '--from', '2026-03-02', '--to', '2026-03-01']),
    exports(['person', '2001', '--desk-id', 'branch']),
    exports(['person', '2001'], { REDIS_URL: 'redis://127.0.0.1:1' }),
  ]);
  expect(errors.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  expect(errors.map(({ err }) => err.trimEnd().split('\n'))).toEqual([
    [expect.stringContaining('Allowed: a day such as 2026-01-31.')],
    ['--from 2026-03-02 is after --to 2026-03-01; allowed: the same day or an earlier one.'],
    ['--desk-id branch; allowed: central.'],
    [expect.stringContaining('Redis at 127.0.0.1:1 (REDIS_URL)')],
  ]);
});

it('check says that replies are kept', async () => {
  const file = join(folder, 'hold.yaml');
  const text = await readFile('desk.example.yaml', 'utf8');
  await writeFile(file, text.replace('hold: false', 'hold: true'));
  expect((await run(['check', file])).out).toContain(
    "central: the library's replies and who approved them are kept as long as keep.hold is true",
  );
});
