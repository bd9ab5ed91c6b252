import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { peopleOn } from './people.js';
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

const { anaSends, did, shown } = peopleOn(() => sandbox);

it('the two halves, as processes of the built program, bring a question to Slack and its answer to X', async () => {
  const shared = env();
  for (const half of ['slack', 'worker']) {
    halves.push(start([half, '--desk', deskFile, '--env', '/dev/null'], shared));
  }
  await Promise.all(halves.map((half) => half.says('"started"')));

  expect(await anaSends('Hi Maya, we do.', shared.REDIS_PREFIX ?? '')).toMatchObject({ acked: true });
  await expect.poll(shown, { timeout: 15_000 }).toContain('Ana answered');
  expect(did('POST /2/tweets')).toMatchObject([{ text: 'Hi Maya, we do. ^AK', tookEffect: true }]);

  for (const { process } of halves) process.kill('SIGTERM');
  const ended = { code: 0, err: expect.stringMatching(/^\{"level":"info",.*"msg":"started"\}$/mu) };
  expect(await Promise.all(halves.map((half) => half.end()))).toMatchObject([ended, ended]);
});

it('asked to end while it is still starting, it ends', async () => {
  sandbox.faults.plan({ side: 'slack', call: 'auth.test', when: 'before', how: 'slow', ms: 1_000 });
  const starting = start(['run', '--desk', deskFile, '--env', '/dev/null'], env());
  halves.push(starting);
  await expect.poll(() => asked('auth.test')).toBe(true);
  starting.process.kill('SIGTERM');
  expect(await starting.end()).toMatchObject({ code: 0 });
});

const asked = (call: string) => did('fault').some((entry) => entry.call === call);
