import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { ana, channel, type ShownMessage, wordsOf } from '../e2e/desk.js';
import { pollNow } from './poll-now.js';
import { type Running, start } from './program.js';

const deskFile = fileURLToPath(new URL('../../scripts/dev-desk.yaml', import.meta.url));

let sandbox: Sandbox;
const halves: Running[] = [];

beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(async () => {
  for (const { process } of halves) process.kill('SIGKILL');
  await sandbox.close();
});

const env = () => environmentOf(sandbox, process.env.REDIS_URL ?? '', `test-${randomUUID()}`);

const act = async (side: 'slack' | 'x', name: string, args: Record<string, unknown>) =>
  (await sandbox[side].acts[name]?.(args)) as Record<string, unknown>;

async function cards(): Promise<ShownMessage[]> {
  const { messages } = await act('slack', 'messages', { channel });
  return (messages as ShownMessage[]).filter(({ thread_ts }) => !thread_ts);
}

it('the two halves, as processes of the built program, bring a question to Slack and its answer to X', async () => {
  const shared = env();
  await act('x', 'addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
  for (const half of ['slack', 'worker']) {
    halves.push(start([half, '--desk', deskFile, '--env', '/dev/null'], shared));
  }
  await Promise.all(halves.map((half) => half.says('"started"')));

  await expect.poll(() => readsOf('mentions'), { timeout: 10_000 }).toBeGreaterThan(0);
  await act('x', 'post', { by: 'maya_reads', text: '@centrallibrary Do you have large print?' });
  // A read that is still under way says at its end when the next one comes: only then can it be told to come now.
  await expect
    .poll(
      async () => {
        await pollNow(shared.REDIS_PREFIX ?? '', 'mentions');
        return (await cards()).length;
      },
      { interval: 500 },
    )
    .toBe(1);

  const [card] = await cards();
  await act('slack', 'press', { user: ana, channel, ts: card?.ts, label: 'Answer' });
  await expect
    .poll(async () => ((await act('slack', 'views', { user: ana })).views as unknown[]).length)
    .toBe(1);
  await act('slack', 'type', { user: ana, text: 'Hi Maya, we do.' });
  expect(await act('slack', 'submit', { user: ana })).toMatchObject({ acked: true });
  await expect
    .poll(async () => wordsOf((await cards())[0]?.blocks), { timeout: 15_000 })
    .toContain('Ana answered');
  expect(sandbox.journal.read().filter(({ kind }) => kind === 'POST /2/tweets')).toMatchObject([
    { text: 'Hi Maya, we do. ^AK', tookEffect: true },
  ]);

  for (const { process } of halves) process.kill('SIGTERM');
  expect(await Promise.all(halves.map((half) => half.end()))).toMatchObject([{ code: 0 }, { code: 0 }]);
});

it('asked to end while it is still starting, it ends', async () => {
  sandbox.faults.plan({ side: 'slack', call: 'auth.test', when: 'before', how: 'slow', ms: 1_000 });
  const starting = start(['run', '--desk', deskFile, '--env', '/dev/null'], env());
  halves.push(starting);
  await expect.poll(() => asked('auth.test')).toBe(true);
  starting.process.kill('SIGTERM');
  expect(await starting.end()).toMatchObject({ code: 0 });
});

const readsOf = (list: string) =>
  sandbox.journal.read().filter(({ kind }) => kind === `GET /2/users/:id/${list}`).length;

const asked = (call: string) =>
  sandbox.journal.read().some((entry) => entry.kind === 'fault' && entry.call === call);
