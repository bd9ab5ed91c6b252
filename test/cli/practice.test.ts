import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { freePort } from '../../scripts/redis-process.js';
import { ana, channel, wordsOf } from '../e2e/desk.js';
import { pollNow } from './poll-now.js';
import { actsOn, usePractice } from './practising.js';

const { act, begin, card, cardsOf, deskFile, run, slack } = usePractice(
  'x: { handle: millpond_lib, secrets: MAIN, plan: self-serve, practice: true }',
);

it('a desk that practises has an X of its own: it marks everything, its links lead there, and the page needs the token of the log', async () => {
  const prefix = `test-${randomUUID()}`;
  const { page, token } = await begin(await deskFile(), prefix);
  expect(token).toMatch(/^[\w-]{32}$/);
  const onX = actsOn(page, 'x', token);
  const timeline = async () =>
    ((await onX('timeline', { handle: 'millpond_lib' })).posts as { text: string }[]).map(({ text }) => text);

  const asked = await card(prefix, 'mentions', 'Maya Ortiz');
  expect(wordsOf(asked.blocks)).toMatch(/^Practice: nobody on the real X sees this\./);
  expect(JSON.stringify(asked.blocks)).toContain(`${page}/i/status/`);
  expect(JSON.stringify(asked.blocks)).not.toContain('https://x.com');
  expect(JSON.stringify(asked.blocks)).not.toContain(token);

  await act('press', { user: ana, channel, ts: asked.ts, label: 'Answer' });
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
  const file = await deskFile();
  const onX = actsOn(page, 'x', token);
  const posted = async () => ((await onX('posts', {})).posts as { by: string }[]).map(({ by }) => by);
  const asks = async (handle: string, name: string) => {
    await onX('addAccount', { handle, name });
    await onX('post', { by: handle, text: '@millpond_lib Is the lift working?' });
    await card(prefix, 'mentions', name);
  };

  const before = (await cardsOf('Maya Ortiz')).length;
  const introduced = (await cardsOf('I look after')).length;
  const { desk } = await begin(file, prefix, own);
  await expect.poll(posted, { timeout: 20_000 }).toContain('samokafor');
  await asks('tom_mill_lane', 'Tom Hargreaves');
  expect((await cardsOf('Maya Ortiz')).length).toBe(before + 1);
  // The app was in the channel before anything ran.
  expect((await cardsOf('I look after')).length).toBe(introduced + 1);
  desk.process.kill('SIGTERM');
  const first = await desk.end();

  const { desk: again } = await begin(file, prefix, own);
  await asks('noor_codes', 'Noor Haddad');
  expect(await posted()).toContain('noor_codes');
  expect(await posted()).not.toContain('maya_reads');
  expect((await cardsOf('Maya Ortiz')).length).toBe(before + 1);
  // What was on the X of the former start is gone with it.
  await pollNow(prefix, 'recheck', 'central-practice');
  await expect.poll(async () => (await cardsOf('Maya Ortiz')).length, { timeout: 15_000 }).toBe(before);
  again.process.kill('SIGTERM');
  const second = await again.end();
  for (const said of [first.err, second.err]) {
    expect(said).toContain(`${page}/?token=… (PRACTICE_TOKEN)`);
    expect(said).not.toContain(token);
  }
});

it('a page that nobody could open, or whose port is taken, is refused', async () => {
  const refused = async (more: Record<string, string>) => {
    const { code, err } = await run(['run'], `test-${randomUUID()}`, more);
    return [code, err.trim()];
  };
  expect(await refused({ PRACTICE_HOST: '192.0.2.7' })).toEqual([
    1,
    'PRACTICE_HOST is 192.0.2.7, without desks.central.x.practicePage; allowed: with the address under which colleagues open the page, such as https://practice.library.example.',
  ]);
  const port = new URL(slack().controlUrl).port;
  expect(await refused({ PRACTICE_PORT: port })).toEqual([
    1,
    `PRACTICE_PORT: ${port} is taken by another program; allowed: a free port.`,
  ]);
});

it('the halves of a desk cannot practise apart, and say so', async () => {
  const { code, err } = await run(['worker'], 'test-x');
  expect([code, err.trim()]).toEqual([
    1,
    'desks.central.x.practice: true; allowed: with `greeting-desk run` alone.',
  ]);
});

it('commands know a desk that practises by its entry in desk.yaml as well as by its id', async () => {
  const prefix = `test-${randomUUID()}`;
  const more = {
    FORGET_KEY: 'a-key-of-thirty-two-characters-or-more',
    ERASURES_FILE: join(dirname(await deskFile()), 'erasures.txt'),
  };
  const said = async (...command: readonly string[]) => (await run(command, prefix, more)).err.trim();
  for (const name of ['central', 'central-practice'])
    expect(await said('export', 'person', '2001', '--desk-id', name)).toMatch(/^Nothing is known/u);
  expect(await said('export', 'person', '2001', '--desk-id', 'branch')).toBe(
    '--desk-id branch; allowed: central.',
  );
  expect(await said('forget', '2001', '--desk-id', 'central')).toBe(
    'People practise at central-practice: nobody there is real.',
  );
});
