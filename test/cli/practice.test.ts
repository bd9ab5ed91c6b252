import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { ana, channel, type ShownMessage, wordsOf } from '../e2e/desk.js';
import { changedDeskFile } from '../e2e/desk-file.js';
import { pollNow } from './poll-now.js';
import { type Running, run, start } from './program.js';

let slack: Sandbox;
let desk: Running | undefined;
beforeAll(async () => {
  slack = await createSandbox();
});
afterAll(async () => {
  desk?.process.kill('SIGKILL');
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

async function cardOf(name: string): Promise<ShownMessage | undefined> {
  const { messages } = (await act('messages', { channel })) as { messages: ShownMessage[] };
  return messages.find((one) => !one.thread_ts && wordsOf(one.blocks).includes(name));
}

it('a desk that practises has an X of its own: it marks everything, its links lead there, and the page needs the token of the log', async () => {
  const prefix = `test-${randomUUID()}`;
  let said = '';
  desk = start(['run', '--desk', await practising(), '--env', '/dev/null'], environment(prefix));
  desk.process.stderr?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  await desk.says('practice: the X of this desk is');
  await desk.says('"started"');
  const [, address = ''] = /the X of this desk is (http:[^"\s]+)/.exec(said) ?? [];
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
        await pollNow(prefix, 'mentions');
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
