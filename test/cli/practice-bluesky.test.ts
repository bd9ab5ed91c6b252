import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { practiceNetworks } from '../../src/cli/practice-network.js';
import type { DeskConfig } from '../../src/config/desk-file.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { ana, channel, type ShownMessage, wordsOf } from '../e2e/desk.js';
import { changedDeskFile } from '../e2e/desk-file.js';
import { pollNow } from './poll-now.js';
import { type Running, run, start } from './program.js';

let slack: Sandbox;
const started: Running[] = [];
beforeAll(async () => {
  slack = await createSandbox();
});
afterAll(async () => {
  for (const { process } of started) process.kill('SIGKILL');
  await slack.close();
});

const handle = 'millpond.bsky.social';
const practising = () =>
  changedDeskFile((text) =>
    text.replace(/x: \{[^}]*\}/u, `bluesky: { handle: ${handle}, secrets: MAIN, practice: true }`),
  );

/** Slack alone: no app password, and no address of a Bluesky. */
const environment = (prefix: string) => ({
  SLACK_BOT_TOKEN: 'xoxb-sandbox',
  SLACK_APP_TOKEN: 'xapp-sandbox',
  SLACK_API_URL: slack.slackUrl,
  REDIS_URL: process.env.REDIS_URL ?? '',
  REDIS_PREFIX: prefix,
});

const act = async (name: string, args: Record<string, unknown>) =>
  (await slack.slack.acts[name]?.(args)) as Record<string, unknown>;

async function cardsOf(words: string): Promise<readonly ShownMessage[]> {
  const { messages } = (await act('messages', { channel })) as { messages: ShownMessage[] };
  return messages.filter((one) => !one.thread_ts && wordsOf(one.blocks).includes(words));
}

/** Waits for a card with these words, while the desk looks early. */
async function card(prefix: string, poll: 'followers' | 'mentions', words: string): Promise<ShownMessage> {
  const soon = { timeout: 20_000, interval: 500 };
  const look = async () => {
    await pollNow(prefix, poll, 'central-practice');
    return cardsOf(words);
  };
  await expect.poll(look, soon).toHaveLength(1);
  const [found] = await cardsOf(words);
  if (!found) throw new Error(`No card says ${words}.`);
  return found;
}

/** Starts the desk; gives the address of its page with the token, and acts on its Bluesky. */
async function begin(deskFile: string, prefix: string) {
  const desk = start(['run', '--desk', deskFile, '--env', '/dev/null'], environment(prefix));
  started.push(desk);
  let log = '';
  desk.process.stderr?.on('data', (part: Buffer) => {
    log += part.toString();
  });
  await desk.says('"started"');
  const [, address = ''] = /the patrons of this desk at (http:[^"\s]+)/.exec(log) ?? [];
  const { origin: page, searchParams } = new URL(address);
  const token = searchParams.get('token') ?? '';
  const onSky = async (name: string, args: Record<string, unknown>) => {
    const body = JSON.stringify(args);
    const answered = await fetch(`${page}/bluesky/${name}?token=${token}`, { method: 'POST', body });
    return (await answered.json()) as Record<string, unknown>;
  };
  return { desk, page, token, onSky };
}

it('a desk that practises on Bluesky has one of its own: it marks everything, its links lead there, an answer arrives there', {
  timeout: 60_000,
}, async () => {
  const prefix = `test-${randomUUID()}`;
  const { onSky, page, token } = await begin(await practising(), prefix);
  const asked = await card(prefix, 'mentions', 'Maya Ortiz');
  const shown = JSON.stringify(asked.blocks);
  expect(wordsOf(asked.blocks)).toMatch(/^Practice: nobody on the real Bluesky sees this\./);
  expect(shown).toContain(`${page}/profile/did`);
  expect(shown).not.toContain('https://bsky.app');
  expect(shown).not.toContain(token);

  await act('press', { user: ana, channel, ts: asked.ts, label: 'Answer' });
  await expect.poll(async () => (await act('views', { user: ana })).views).toHaveLength(1);
  expect(JSON.stringify(await act('views', { user: ana }))).toContain('Practice: nobody on the real Bluesky');
  await act('type', { user: ana, text: 'Hi Maya, we do.' });
  await act('submit', { user: ana });
  const posted = async () =>
    ((await onSky('posts', {})).posts as { by: string; text: string }[])
      .filter(({ by }) => by === handle)
      .map(({ text }) => text);
  await expect.poll(posted, { timeout: 15_000 }).toContain('Hi Maya, we do. ^AK');

  const [link = ''] = /http:[^"]*\/profile\/did[^"]*\/post\/\w+/u.exec(shown) ?? [];
  const html = { accept: 'text/html' };
  expect((await fetch(link, { headers: html })).status).toBe(403);
  const entered = await fetch(`${link}?token=${token}`, { headers: html, redirect: 'manual' });
  const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
  expect(await (await fetch(link, { headers: { ...html, cookie } })).text()).toContain('id="workspace"');
});

it('of two starts nobody but the library has the same id: who came last time is still in the store', async () => {
  const { library, firstNews } = practiceNetworks.bluesky;
  const idsOf = async () => {
    const sandbox = await createSandbox(library({ handle } as DeskConfig['account']));
    onTestFinished(() => sandbox.close());
    await firstNews(sandbox, handle);
    const { accounts } = sandbox.bluesky.snapshot() as {
      accounts: Record<string, { handle: string }>;
    };
    return Object.entries(accounts).map(([did, one]) => `${one.handle} ${did}`);
  };
  const [before, after] = [await idsOf(), await idsOf()];
  expect(before).toHaveLength(4);
  expect(before.filter((one) => after.includes(one))).toEqual([expect.stringContaining(handle)]);
});

it('started again its Bluesky is empty, and goes on with the session of the desk', {
  timeout: 90_000,
}, async () => {
  const prefix = `test-${randomUUID()}`;
  const deskFile = await practising();
  const first = await begin(deskFile, prefix);
  await card(prefix, 'followers', 'Sam Okafor');
  first.desk.process.kill('SIGTERM');
  await first.desk.end();

  const { onSky } = await begin(deskFile, prefix);
  expect((await onSky('posts', {})).posts).toEqual([]);
  await onSky('addAccount', { handle: 'tom-mill-lane.test', name: 'Tom Hargreaves' });
  await onSky('post', { by: 'tom-mill-lane.test', text: `@${handle} Is the lift working?` });
  await card(prefix, 'mentions', 'Tom Hargreaves');
});

it('what is wrong with its page, or with halves, is said of bluesky', async () => {
  const refused = async (command: string, more: Record<string, string> = {}) => {
    const env = { ...environment(`test-${randomUUID()}`), ...more };
    return (await run([command, '--desk', await practising(), '--env', '/dev/null'], env)).err.trim();
  };
  expect(await refused('run', { PRACTICE_HOST: '192.0.2.7' })).toContain(
    'PRACTICE_HOST is 192.0.2.7, without desks.central.bluesky.practicePage; allowed:',
  );
  expect(await refused('worker')).toBe(
    'desks.central.bluesky.practice: true; allowed: with `greeting-desk run` alone.',
  );
});
