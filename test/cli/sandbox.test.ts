import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from './program.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const signs = {
  slack: /SLACK_API_URL=(http:\S+)/,
  x: /X_API_URL=(http:\S+)/,
  controls: /Controls:? +(http:\S+)/,
  botToken: /SLACK_BOT_TOKEN=(\S+)/,
  appToken: /SLACK_APP_TOKEN=(\S+)/,
  lastKey: /X_MAIN_ACCESS_SECRET=(\S+)/,
};

test('greeting-desk sandbox serves both sides alone, says where and how to sign in, and ends when it is told to', async () => {
  const child = spawn(process.execPath, [cli, 'sandbox'], { env: { PATH: process.env.PATH } });
  const ended = once(child, 'close');
  const found: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    for (const [name, sign] of Object.entries(signs)) {
      const address = sign.exec(line)?.[1];
      if (address) found[name] = address;
    }
    if (Object.keys(found).length === Object.keys(signs).length) break;
  }
  const read = async (address: string) => (await fetch(address)).json();
  expect(await read(`${found.controls}/clock`)).toEqual({ now: expect.any(Number) });
  expect(await read(`${found.slack}auth.test`)).toMatchObject({ error: 'not_authed' });
  expect(await read(`${found.x}/2/users/me`)).toMatchObject({ title: 'Unauthorized' });
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

test('a port that is no port is a sentence', async () => {
  const { code, err } = await run(['sandbox', '--x', 'high']);
  expect(code).toBe(1);
  expect(err).toContain("argument 'high' is invalid");
  expect(err.trim().split('\n')).toHaveLength(1);
});
