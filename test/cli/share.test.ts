import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { ana, channel } from '../e2e/desk.js';
import { peopleOn } from './people.js';
import { pollNow } from './poll-now.js';
import { type Running, start } from './program.js';

const deskFile = fileURLToPath(new URL('../../scripts/dev-desk.yaml', import.meta.url));
const questions = 9;
const polls = 4;

let sandbox: Sandbox;
let slacks: Running[] = [];
let workers: Running[] = [];
let prefix: string;
beforeAll(async () => {
  sandbox = await createSandbox();
  prefix = `test-${randomUUID()}`;
  const env = { ...environmentOf(sandbox, process.env.REDIS_URL ?? '', prefix), LOG_LEVEL: 'debug' };
  const begin = (half: string) => start([half, '--desk', deskFile, '--env', '/dev/null'], env);
  slacks = ['slack', 'slack'].map(begin);
  workers = ['worker', 'worker', 'worker'].map(begin);
  await Promise.all([...slacks, ...workers].map((one) => one.says('"started"')));
}, 60_000);
afterAll(async () => {
  for (const { process } of [...slacks, ...workers]) process.kill('SIGKILL');
  await sandbox.close();
});

const { act, cards, did } = peopleOn(() => sandbox);
const reads = () => did('GET /2/users/:id/mentions').length;
const done = (workers: readonly Running[], job: string) =>
  workers.map((worker) => worker.lines('job done').filter((line) => line.job === job));
/** Reads of mentions that ended, and said when the next one comes. */
const polled = () =>
  done(workers, 'poll')
    .flat()
    .filter(({ id }) => id === 'mentions').length;

it('three workers and two processes for people share the work: each takes some of it, and nothing is done twice', async () => {
  await expect.poll(polled).toBe(1);
  for (let n = 1; n <= questions; n++) {
    await act('x', 'addAccount', { handle: `patron_${n}`, name: `Patron ${n}` });
    await act('x', 'post', { by: `patron_${n}`, text: `@centrallibrary Question ${n}?` });
  }
  await pollNow(prefix, 'mentions');
  await expect.poll(async () => (await cards()).length, { timeout: 40_000 }).toBe(questions);
  expect(reads()).toBe(2);

  // One presses on after the other; Slack gives each press to one connection.
  for (const { ts } of await cards()) {
    const press = { user: ana, channel, ts, action_id: 'more', option: 'More…' };
    expect(await act('slack', 'press', press)).toMatchObject({ acked: true });
  }
  const answered = () => slacks.map((one) => one.lines('answered').length);
  await expect.poll(() => answered().reduce((sum, count) => sum + count, 0)).toBe(questions);
  for (const count of answered()) expect(count).toBeGreaterThan(0);

  const shown = done(workers, 'show');
  for (const some of shown) expect(some.length).toBeGreaterThan(0);
  const posted = did('chat.postMessage').filter((sent) => sent.channel === channel && !sent.thread_ts);
  // And the first words of a new desk.
  expect(new Set(posted.map(({ text }) => String(text))).size).toBe(questions + 1);
  expect(posted).toHaveLength(questions + 1);
}, 90_000);

it('each poll is read once each time that it is due, whoever reads it', async () => {
  await expect.poll(polled).toBe(reads());
  for (let poll = 1; poll <= polls; poll++) {
    const before = reads();
    await pollNow(prefix, 'mentions');
    await expect.poll(polled).toBe(before + 1);
    expect(reads()).toBe(before + 1);
  }
}, 90_000);
