import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { run } from './program.js';

const deskFile = fileURLToPath(new URL('../../scripts/dev-desk.yaml', import.meta.url));

let sandbox: Sandbox;
let redis: OwnRedis | undefined;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterEach(async () => {
  await redis?.close();
  redis = undefined;
});
afterAll(() => sandbox.close());

/** What a half of the program says before it gives up. */
async function startsWith(
  half: 'run' | 'slack' | 'worker',
  env: Record<string, string>,
  redisUrl = process.env.REDIS_URL ?? '',
) {
  const shared = environmentOf(sandbox, redisUrl, `test-${randomUUID()}`);
  const { code, err } = await run([half, '--desk', deskFile, '--env', '/dev/null'], {
    ...shared,
    LOG_LEVEL: 'error',
    ...env,
  });
  return { code, said: err.trim().split('\n') };
}

const gaveUp = (line: string) => ({ code: 1, said: [line] });

describe('a start without the Redis that it needs ends with one line', () => {
  const at = (own: OwnRedis) => `Redis at ${new URL(own.url).host} (REDIS_URL)`;

  it('where it is away', async () => {
    redis = await startOwnRedis();
    await redis.stop();
    const line = `${at(redis)} can't be reached (ECONNREFUSED). Start it, or correct the address.`;
    const { url } = redis;
    const starts = (['run', 'slack', 'worker'] as const).map((half) => startsWith(half, {}, url));
    for (const start of await Promise.all(starts)) expect(start).toEqual(gaveUp(line));
  });

  it('where its password is another', async () => {
    redis = await startOwnRedis({ password: 'hunter2' });
    const wrong = redis.url.replace('hunter2', 'hunter3');
    const line = `${at(redis)} doesn't take the name and password in the address. Correct them.`;
    expect(await startsWith('run', {}, wrong)).toEqual(gaveUp(line));
  });

  it.each([
    [
      'evicts',
      ['--maxmemory-policy', 'volatile-lru'],
      'throws records away when its memory is full (maxmemory-policy volatile-lru). Set maxmemory-policy noeviction.',
    ],
    ['is full', ['--maxmemory', '1kb'], 'is full (maxmemory 1.00K). Give it more memory.'],
    [
      'is a copy',
      ['--replicaof', '127.0.0.1 1'],
      "is a read-only copy of 127.0.0.1:1. Use the primary's address.",
    ],
  ])('where it %s', async (_what, options, line) => {
    redis = await startOwnRedis({ options });
    expect(await startsWith('run', {}, redis.url)).toEqual(gaveUp(`${at(redis)} ${line}`));
  });
});

describe('a start with a token that is refused ends with one line', () => {
  const botToken =
    "Slack doesn't take SLACK_BOT_TOKEN (invalid_auth). Install the app again and set its bot token.";

  it.each(['run', 'slack', 'worker'] as const)('%s: the bot token', async (half) => {
    expect(await startsWith(half, { SLACK_BOT_TOKEN: 'xoxb-revoked' })).toEqual(gaveUp(botToken));
  });

  it('the app-level token', async () => {
    const line =
      "Slack doesn't take SLACK_APP_TOKEN (invalid_auth). Make a new app-level token with connections:write and set it.";
    expect(await startsWith('slack', { SLACK_APP_TOKEN: 'xapp-revoked' })).toEqual(gaveUp(line));
  });

  it("X's keys", async () => {
    const line =
      "X doesn't take the keys X_SANDBOX_… of desk 'central' (Unauthorized). Set those that X's console gives for the library's account.";
    expect(await startsWith('run', { X_SANDBOX_ACCESS_SECRET: 'revoked' })).toEqual(gaveUp(line));
  });
});
