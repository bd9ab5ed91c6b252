import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { practiceNetworks } from '../../src/cli/practice-network.js';
import type { DeskConfig } from '../../src/config/desk-file.js';
import { createSandbox } from '../../src/sandbox/sandbox.js';
import { ana, channel, wordsOf } from '../e2e/desk.js';
import { actsOn, usePractice } from './practising.js';

const handle = 'millpond.bsky.social';
const { act, begin, card, deskFile, run } = usePractice(
  `bluesky: { handle: ${handle}, secrets: MAIN, practice: true }`,
);

it('a desk that practises on Bluesky has one of its own: it marks everything, its links lead there, an answer arrives there', {
  timeout: 60_000,
}, async () => {
  const prefix = `test-${randomUUID()}`;
  const { page, token } = await begin(await deskFile(), prefix);
  const onSky = actsOn(page, 'bluesky', token);
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
  const file = await deskFile();
  const first = await begin(file, prefix);
  await card(prefix, 'followers', 'Sam Okafor');
  first.desk.process.kill('SIGTERM');
  await first.desk.end();

  const { page, token } = await begin(file, prefix);
  const onSky = actsOn(page, 'bluesky', token);
  expect((await onSky('posts', {})).posts).toEqual([]);
  await onSky('addAccount', { handle: 'tom-mill-lane.test', name: 'Tom Hargreaves' });
  await onSky('post', { by: 'tom-mill-lane.test', text: `@${handle} Is the lift working?` });
  await card(prefix, 'mentions', 'Tom Hargreaves');
});

it('what is wrong with its page, or with halves, is said of bluesky', async () => {
  const refused = async (command: string, more?: Record<string, string>) =>
    (await run([command], `test-${randomUUID()}`, more)).err.trim();
  expect(await refused('run', { PRACTICE_HOST: '192.0.2.7' })).toContain(
    'PRACTICE_HOST is 192.0.2.7, without desks.central.bluesky.practicePage; allowed:',
  );
  expect(await refused('worker')).toBe(
    'desks.central.bluesky.practice: true; allowed: with `greeting-desk run` alone.',
  );
});
