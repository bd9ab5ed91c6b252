import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { timings } from '../../src/core/due/timings.js';
import { createSandbox } from '../../src/sandbox/sandbox.js';
import { createDue } from '../../src/store/due.js';
import { deskKeys } from '../../src/store/keys.js';
import { channel, type ShownMessage, wordsOf } from '../e2e/desk.js';
import { startOwnRedis } from '../fakes/own-redis.js';
import { connect, keysOf } from '../store/connect.js';
import { run, start } from './program.js';
import { untilPractice } from './setting-up.js';
import { createTypist, key } from './typist.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** util-linux has it on every Debian and Ubuntu; that of macOS takes other arguments. */
const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

it.skipIf(!hasScript).each([
  { network: 'X', handle: 'millpond_lib' },
  { network: 'Bluesky', handle: 'millpond.bsky.social' },
] as const)(
  'from an empty folder to the first practice card on $network: init in a terminal, doctor, run',
  { timeout: 60_000 },
  async ({ network, handle }) => {
    const slack = await createSandbox();
    onTestFinished(() => slack.close());
    const folder = await mkdtemp(join(tmpdir(), 'greeting-desk-first-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    // Set as the guide wants it, which that of the tests is not.
    const redis = await startOwnRedis({ options: ['--appendfsync', 'always'] });
    onTestFinished(() => redis.close());
    const environment = { SLACK_API_URL: slack.slackUrl, ERASURES_FILE: join(folder, 'erasures.txt') };
    const files = ['--desk', join(folder, 'desk.yaml'), '--env', join(folder, '.env')];

    const command = [process.execPath, cli, 'init'].join(' ');
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: folder,
      env: { PATH: process.env.PATH, TERM: 'xterm', SHELL: '/bin/sh', ...environment },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const { at, screen, wrote } = createTypist((keys) => child.stdin.write(keys));
    child.stdout.on('data', (part: Buffer) => wrote(part.toString()));
    const ended = once(child, 'close');
    await untilPractice({ at }, { network, handle, redis: [key.clear, redis.url] });
    expect(await ended).toEqual([0, null]);
    expect(screen()).toMatch(/Next:\s+node \S*cli\.js doctor\s/);

    const looked = await run(['doctor', ...files], environment);
    expect([looked.code, looked.err]).toEqual([0, '']);
    const desk = start(['run', ...files], environment);
    onTestFinished(() => void desk.process.kill('SIGKILL'));
    await desk.says('"started"');
    const cards = async () => {
      await pollNow(redis.url);
      const seen = (await slack.slack.acts.messages?.({ channel })) as
        | { messages: ShownMessage[] }
        | undefined;
      return (seen?.messages ?? []).map(({ blocks }) => wordsOf(blocks)).join('\n');
    };
    await expect.poll(cards, { timeout: 20_000, interval: 500 }).toContain('Maya Ortiz');
    const first = `Practice: nobody on the real ${network} sees this. I look after @${handle} on ${network}`;
    expect((await cards()).startsWith(first)).toBe(true);
  },
);

/** Processes follow the machine's clock: the next poll comes a minute later, so the desk's due list is asked to be early. */
async function pollNow(redisUrl: string): Promise<void> {
  const redis = connect(redisUrl);
  const [due = ''] = await keysOf(redis, '{*}:due');
  const [prefix = '', id = ''] = due.slice(1, due.indexOf('}')).split(':');
  await createDue(redis, deskKeys(prefix, id), timings).put({ job: 'poll', id: 'mentions', at: 0 });
  redis.disconnect();
}
