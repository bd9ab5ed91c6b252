import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { timings } from '../../src/core/due/timings.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { peopleOn } from './people.js';
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

const { anaSends, did, shown } = peopleOn(() => sandbox);
const calls = () => did('POST /2/tweets');

it('asked to end while X hangs in the middle of a post, it is gone within ten seconds, and the answer is found and sent once', async () => {
  const slack = await begin('slack');
  const worker = await begin('worker');
  sandbox.faults.plan({ side: 'x', call: 'POST /2/tweets', when: 'after', how: 'hang' });
  await anaSends(words, shared.REDIS_PREFIX ?? '');
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
  await anaSends(words, shared.REDIS_PREFIX ?? '');
  program.process.kill('SIGTERM');
  expect(await program.end()).toMatchObject({ code: 0 });
  await begin('run');
  await expect.poll(shown, { timeout: 30_000 }).toContain('Ana answered at');
  expect(calls()).toHaveLength(1);
}, 60_000);
