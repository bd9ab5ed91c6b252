import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../scripts/redis-process.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { ana, channel, type ShownMessage, wordsOf } from '../e2e/desk.js';
import { changedDeskFile } from '../e2e/desk-file.js';
import { pollNow } from './poll-now.js';
import { type Running, run, start } from './program.js';

let slack: Sandbox;
let desk: Running | undefined;
const started: Running[] = [];
beforeAll(async () => {
  slack = await createSandbox();
});
afterAll(async () => {
  for (const { process } of started) process.kill('SIGKILL');
  await slack.close();
});

const practising = () =>
  changedDeskFile((text) =>
    text.replace(
      'handle: centrallibrary, secrets: SANDBOX',
      'handle: millpond_lib, secrets: MAIN, practice: true',
    ),
  );

/** Slack alone: no address of an X, and no secrets of one. */
const environment = (prefix: string) => ({
  SLACK_BOT_TOKEN: 'xoxb-sandbox',
  SLACK_APP_TOKEN: 'xapp-sandbox',
  SLACK_API_URL: slack.slackUrl,
  REDIS_URL: process.env.REDIS_URL ?? '',
  REDIS_PREFIX: prefix,
});

const act = async (name: string, args: Record<string, unknown>) =>
  (await slack.slack.acts[name]?.(args)) as Record<string, unknown>;

async function cardsOf(name: string): Promise<readonly ShownMessage[]> {
  const { messages } = (await act('messages', { channel })) as { messages: ShownMessage[] };
  return messages.filter((one) => !one.thread_ts && wordsOf(one.blocks).includes(name));
}
const cardOf = async (name: string): Promise<ShownMessage | undefined> => (await cardsOf(name))[0];

it('a desk that practises has an X of its own: it marks everything, its links lead there, and the page needs the token of the log', async () => {
  const prefix = `test-${randomUUID()}`;
  let said = '';
  desk = start(['run', '--desk', await practising(), '--env', '/dev/null'], environment(prefix));
  started.push(desk);
  desk.process.stderr?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  await desk.says('practice: you play the patrons of this desk at');
  await desk.says('"started"');
  const [, address = ''] = /the patrons of this desk at (http:[^"\s]+)/.exec(said) ?? [];
  const { origin: page, searchParams } = new URL(address);
  const token = searchParams.get('token') ?? '';
  expect(token).toMatch(/^[\w-]{32}$/);
  const timeline = async () => {
    const response = await fetch(`${page}/x/timeline?token=${token}`, {
      method: 'POST',
      body: JSON.stringify({ handle: 'millpond_lib' }),
    });
    return ((await response.json()) as { posts: { text: string }[] }).posts.map(({ text }) => text);
  };

  await expect
    .poll(
      async () => {
        await pollNow(prefix, 'mentions', 'central-practice');
        return cardOf('Maya Ortiz');
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeTruthy();
  const card = await cardOf('Maya Ortiz');
  expect(wordsOf(card?.blocks)).toMatch(/^Practice: nobody on the real X sees this\./);
  expect(JSON.stringify(card?.blocks)).toContain(`${page}/i/status/`);
  expect(JSON.stringify(card?.blocks)).not.toContain('https://x.com');
  expect(JSON.stringify(card?.blocks)).not.toContain(token);

  await act('press', { user: ana, channel, ts: card?.ts, label: 'Answer' });
  await expect.poll(async () => (await act('views', { user: ana })).views).toHaveLength(1);
  expect(JSON.stringify(await act('views', { user: ana }))).toContain('Practice: nobody on the real X');
  await act('type', { user: ana, text: 'Hi Maya, we do.' });
  await act('submit', { user: ana });
  await expect.poll(timeline, { timeout: 15_000 }).toContain('Hi Maya, we do. ^AK');

  const composer = `${page}/intent/tweet?in_reply_to=1`;
  const html = { accept: 'text/html' };
  const refused = await fetch(composer, { headers: html });
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('with its token')]);
  const entered = await fetch(`${composer}&token=${token}`, { headers: html, redirect: 'manual' });
  const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
  const opened = await fetch(composer, { headers: { ...html, cookie } });
  expect(await opened.text()).toContain('id="workspace"');
});

it('started again it greets nobody with the first posts again; its page stands where it was told to, with a token of ours that no log says', {
  timeout: 90_000,
}, async () => {
  const prefix = `test-${randomUUID()}`;
  const token = 'a-token-of-ours-that-nobody-guesses';
  const port = await freePort();
  const page = `http://127.0.0.1:${port}`;
  const own = { PRACTICE_TOKEN: token, PRACTICE_PORT: String(port), PRACTICE_HOST: '0.0.0.0' };
  const deskFile = await practising();
  const begin = async () => {
    desk = start(['run', '--desk', deskFile, '--env', '/dev/null'], { ...environment(prefix), ...own });
    started.push(desk);
    await desk.says('"started"');
  };
  const onX = async (act: string, args: Record<string, unknown>) => {
    const body = JSON.stringify(args);
    const answered = await fetch(`${page}/x/${act}?token=${token}`, { method: 'POST', body });
    return (await answered.json()) as Record<string, unknown>;
  };
  const posted = async () => ((await onX('posts', {})).posts as { by: string }[]).map(({ by }) => by);
  const asks = async (handle: string, name: string) => {
    await onX('addAccount', { handle, name });
    await onX('post', { by: handle, text: '@millpond_lib Is the lift working?' });
    await expect
      .poll(
        async () => {
          await pollNow(prefix, 'mentions', 'central-practice');
          return (await cardsOf(name)).length;
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(1);
  };

  const before = (await cardsOf('Maya Ortiz')).length;
  const introduced = (await cardsOf('I look after')).length;
  await begin();
  await expect.poll(posted, { timeout: 20_000 }).toContain('samokafor');
  await asks('tom_mill_lane', 'Tom Hargreaves');
  expect((await cardsOf('Maya Ortiz')).length).toBe(before + 1);
  // The app was in the channel before anything ran.
  expect((await cardsOf('I look after')).length).toBe(introduced + 1);
  desk?.process.kill('SIGTERM');
  const first = await desk?.end();

  await begin();
  await asks('noor_codes', 'Noor Haddad');
  expect(await posted()).toContain('noor_codes');
  expect(await posted()).not.toContain('maya_reads');
  expect((await cardsOf('Maya Ortiz')).length).toBe(before + 1);
  // What was on the X of the former start is gone with it.
  await pollNow(prefix, 'recheck', 'central-practice');
  await expect.poll(async () => (await cardsOf('Maya Ortiz')).length, { timeout: 15_000 }).toBe(before);
  desk?.process.kill('SIGTERM');
  const second = await desk?.end();
  for (const said of [first?.err, second?.err]) {
    expect(said).toContain(`${page}/?token=… (PRACTICE_TOKEN)`);
    expect(said).not.toContain(token);
  }
});

it('a page that nobody could open, or whose port is taken, is refused', async () => {
  const args = ['run', '--desk', await practising(), '--env', '/dev/null'];
  const refused = async (more: Record<string, string>) => {
    const { code, err } = await run(args, { ...environment(`test-${randomUUID()}`), ...more });
    return [code, err.trim()];
  };
  expect(await refused({ PRACTICE_HOST: '192.0.2.7' })).toEqual([
    1,
    'PRACTICE_HOST is 192.0.2.7, without desks.central.x.practicePage; allowed: with the address under which colleagues open the page, such as https://practice.library.example.',
  ]);
  const port = new URL(slack.controlUrl).port;
  expect(await refused({ PRACTICE_PORT: port })).toEqual([
    1,
    `PRACTICE_PORT: ${port} is taken by another program; allowed: a free port.`,
  ]);
});

it('the halves of a desk cannot practise apart, and say so', async () => {
  const { code, err } = await run(
    ['worker', '--desk', await practising(), '--env', '/dev/null'],
    environment('test-x'),
  );
  expect([code, err.trim()]).toEqual([
    1,
    'desks.central.x.practice: true; allowed: with `greeting-desk run` alone.',
  ]);
});

it('commands know a desk that practises by its entry in desk.yaml as well as by its id', async () => {
  const files = ['--desk', await practising(), '--env', '/dev/null'];
  const env = {
    ...environment(`test-${randomUUID()}`),
    FORGET_KEY: 'a-key-of-thirty-two-characters-or-more',
  };
  const said = async (...args: readonly string[]) => (await run([...args, ...files], env)).err.trim();
  for (const name of ['central', 'central-practice'])
    expect(await said('export', 'person', '2001', '--desk-id', name)).toMatch(/^Nothing is known/u);
  expect(await said('export', 'person', '2001', '--desk-id', 'branch')).toBe(
    '--desk-id branch; allowed: central.',
  );
  expect(await said('forget', '2001', '--desk-id', 'central')).toBe(
    'People practise at central-practice: nobody there is real.',
  );
});
