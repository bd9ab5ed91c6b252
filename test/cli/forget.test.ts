import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { peopleOn } from './people.js';
import { pollNow } from './poll-now.js';
import { type Running, run, start } from './program.js';

const deskFile = fileURLToPath(new URL('../../scripts/dev-desk.yaml', import.meta.url));
let sandbox: Sandbox;
let folder: string;
let desk: Running | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-cli-'));
  sandbox = await createSandbox();
});
afterAll(async () => {
  desk?.process.kill('SIGKILL');
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const { act, cards, did } = peopleOn(() => sandbox);

it('somebody who writes to the library is forgotten by a command, and X says whose a handle is only when it may', async () => {
  const prefix = `test-${randomUUID()}`;
  const bare = environmentOf(sandbox, process.env.REDIS_URL ?? '', prefix);
  const env = {
    ...bare,
    FORGET_KEY: 'a-key-of-thirty-two-characters-or-more',
    ERASURES_FILE: join(folder, 'erasures.txt'),
  };
  const files = ['--desk', deskFile, '--env', '/dev/null'];
  const forget = (args: readonly string[], given = env) => run(['forget', ...args, ...files], given);
  desk = start(['run', ...files], env);
  await desk.says('"started"');
  await act('x', 'addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
  await act('x', 'addAccount', { handle: 'leo_b', name: 'Leo Brandt' });
  await expect.poll(() => did('GET /2/users/:id/mentions').length).toBeGreaterThan(0);
  await act('x', 'post', { by: 'maya_reads', text: '@centrallibrary Do you have large print?' });
  await expect
    .poll(
      async () => {
        await pollNow(prefix, 'mentions');
        return (await cards()).length;
      },
      { interval: 500, timeout: 15_000 },
    )
    .toBe(1);

  expect(await forget(['@maya_reads'], bare as typeof env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('FORGET_KEY is not set'),
  });
  expect(await forget(['@maya_reads', '--desk-id', 'branch'])).toMatchObject({
    code: 1,
    err: expect.stringContaining("No desk 'branch'. There are: central."),
  });
  expect(await forget(['did:plc:ewvi7nxzyoun6zhxrhs64oiz'])).toEqual({
    code: 1,
    out: '',
    err: "did:plc:ewvi7nxzyoun6zhxrhs64oiz is no account; allowed: a handle such as @maya_reads, or the account's id.\n",
  });
  expect(await forget(['@leo_b'])).toMatchObject({ code: 1, out: expect.stringContaining('--ask-x ($0.01') });
  expect(did('GET /2/users/by/username/:id')).toEqual([]);
  expect(await forget(['@leo_b', '--ask-x'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('central: erased 0 conversations'),
  });
  expect(await forget(['@maya_reads'])).toEqual({
    code: 0,
    out: 'central: erased 1 conversation; they are not greeted or remembered again.\n',
    err: '',
  });
  expect(JSON.stringify(await cards())).not.toContain('large print');
  expect((await readFile(env.ERASURES_FILE, 'utf8')).trim().split('\n')).toHaveLength(2);
}, 60_000);
