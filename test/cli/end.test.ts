import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { timings } from '../../src/core/timings.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { ana, channel, type ShownMessage, wordsOf } from '../e2e/desk.js';
import { pollNow } from './poll-now.js';
import { type Running, start } from './program.js';

const deskFile = fileURLToPath(new URL('../../scripts/dev-desk.yaml', import.meta.url));
const words = 'Hi Maya, we do.';

let sandbox: Sandbox;
let shared: Record<string, string>;
const running: Running[] = [];
beforeEach(async () => {
  sandbox = await createSandbox();
  shared = environmentOf(sandbox, process.env.REDIS_URL ?? '', `test-${randomUUID()}`);
});
afterEach(async () => {
  for (const { process } of running.splice(0)) process.kill('SIGKILL');
  await sandbox.close();
});

async function begin(half: string): Promise<Running> {
  const program = start([half, '--desk', deskFile, '--env', '/dev/null'], shared);
  running.push(program);
  await program.says('"started"');
  return program;
}

const act = async (side: 'slack' | 'x', name: string, args: Record<string, unknown>) =>
  (await sandbox[side].acts[name]?.(args)) as Record<string, unknown>;

async function cards(): Promise<ShownMessage[]> {
  const { messages } = await act('slack', 'messages', { channel });
  return (messages as ShownMessage[]).filter(({ thread_ts }) => !thread_ts);
}

const shown = async () => wordsOf((await cards())[0]?.blocks);
const calls = () => sandbox.journal.read().filter(({ kind }) => kind === 'POST /2/tweets');
const readsOfMentions = () =>
  sandbox.journal.read().filter(({ kind }) => kind === 'GET /2/users/:id/mentions').length;

/** Ana's answer is on its way. */
async function anaSends(): Promise<void> {
  await act('x', 'addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
  await expect.poll(readsOfMentions).toBeGreaterThan(0);
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
  await act('slack', 'type', { user: ana, text: words });
  await act('slack', 'submit', { user: ana });
}

it('asked to end while X hangs in the middle of a post, it is gone within ten seconds, and the answer is found and sent once', async () => {
  const slack = await begin('slack');
  const worker = await begin('worker');
  sandbox.faults.plan({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'hang' });
  await anaSends();
  await expect.poll(() => calls().length).toBe(1);

  const asked = performance.now();
  worker.process.kill('SIGTERM');
  expect(await worker.end()).toMatchObject({ code: 0 });
  expect(performance.now() - asked).toBeGreaterThan(timings.drainMs);
  expect(performance.now() - asked).toBeLessThan(10_000);

  // The other half still answers people; what was cut off is looked for by whoever runs next.
  await begin('worker');
  await expect.poll(shown, { timeout: 30_000 }).toContain('Ana answered at');
  expect(calls()).toHaveLength(1);
  slack.process.kill('SIGTERM');
  expect(await slack.end()).toMatchObject({ code: 0 });
}, 60_000);

it('asked to end while it answers people, it takes in what comes until then', async () => {
  const program = await begin('run');
  sandbox.faults.plan({ side: 'slack', call: 'chat.postMessage', when: 'after', how: 'slow', ms: 1_500 });
  await anaSends();
  program.process.kill('SIGTERM');
  expect(await program.end()).toMatchObject({ code: 0 });
  await begin('run');
  await expect.poll(shown, { timeout: 30_000 }).toContain('Ana answered at');
  expect(calls()).toHaveLength(1);
}, 60_000);
