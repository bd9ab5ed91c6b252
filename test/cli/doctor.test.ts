import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { calendar } from '../config/calendar/calendar-text.js';
import { run } from './program.js';

let folder: string;
let sandbox: Sandbox;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-cli-'));
  await copyFile('scripts/dev-desk.yaml', join(folder, 'desk.yaml'));
  await writeFile(join(folder, '.env'), '');
  sandbox = await createSandbox();
  pinOurs();
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

async function doctor(file = 'desk.yaml', env: Record<string, string> = {}) {
  // No Redis: the doctor comes before the first start.
  const known = environmentOf(sandbox, 'redis://127.0.0.1:1', 'doctor');
  const args = ['doctor', '--desk', join(folder, file), '--env', join(folder, '.env')];
  const { code, out, err } = await run(args, { ...known, ...env });
  return { code, err, lines: out.trim().split('\n') };
}

async function changed(name: string, change: (text: string) => string): Promise<string> {
  await writeFile(join(folder, name), change(await readFile(join(folder, 'desk.yaml'), 'utf8')));
  return name;
}

const x = (name: string, args: Record<string, unknown>) => sandbox.x.acts[name]?.(args);
/** The newest post of the library stands above the others. */
function pinOurs(): void {
  const { posts } = x('timeline', { handle: 'centrallibrary' }) as { posts: { id: string }[] };
  x('pin', { by: 'centrallibrary', id: posts[0]?.id });
}

const ourAccount = "ok    central: X: the keys are @centrallibrary's, and its profile has a pinned post";
const act = (name: string, args: Record<string, unknown>) => sandbox.slack.acts[name]?.(args);

it('says of what is fine that it is, in a line each, and ends well', async () => {
  expect(await doctor()).toEqual({
    code: 0,
    err: '',
    lines: [
      'ok    central: people: all 4 of the list are in the channel and may answer',
      'ok    central: rota: somebody is on shift in all open hours of the next two weeks',
      ourAccount,
    ],
  });
});

it('notes that our account has no pinned post to welcome people, and ends well all the same', async () => {
  x('pin', { by: 'centrallibrary' });
  const { code, lines } = await doctor();
  expect(code).toBe(0);
  expect(lines.at(-1)).toMatch(
    /^note {2}central: X: @centrallibrary has no pinned post\. A welcome pinned to/u,
  );
  pinOurs();
});

it('does not say that no post is pinned when X does not tell', async () => {
  for (const name of ['pinned_tweet_id', 'pinned_post_id']) {
    const message = `The \`expansions\` query parameter value [${name}] is not one of [affiliation]`;
    const body = { title: 'Invalid Request', type: 'about:blank', errors: [{ message }] };
    const call = { side: 'x', call: 'GET /2/users/me' } as const;
    sandbox.faults.plan({ ...call, when: 'before', how: 'status', status: 400, body });
  }
  const { code, lines } = await doctor();
  expect(code).toBe(0);
  expect(lines.at(-1)).toMatch(/^note {2}central: X: X does not tell whether @centrallibrary has a pinned/u);
});

it('names people whom Slack does not know, who are deactivated, guests or outside the channel', async () => {
  const file = await changed('people.yaml', (text) => text.replace('U0ANA0001', 'U0NOBODY1'));
  await act('changePerson', { user: 'U0BEN0002', kind: 'guest' });
  await act('deactivate', { user: 'U0CARLA03' });
  await act('leave', { user: 'U0DEV0004', channel: 'C0XDESK01' });
  const { code, lines } = await doctor(file);
  expect(code).toBe(1);
  expect(lines).toEqual([
    "WRONG central: Slack doesn't know U0NOBODY1, which desk.yaml has for Ana.",
    'WRONG central: Ben is a guest in Slack, and guests do not answer for the library.',
    "WRONG central: Carla's account in Slack is deactivated.",
    'WRONG central: Dev is not in #x-desk.',
    'ok    central: rota: somebody is on shift in all open hours of the next two weeks',
    ourAccount,
  ]);
});

it('reads the rota of a channel and of a calendar as they are now', async () => {
  await writeFile(
    join(folder, 'rota.ics'),
    calendar([
      'SUMMARY:Edith + Zoe',
      'DTSTART:20200101T000000Z',
      'DTEND:20200102T000000Z',
      'RRULE:FREQ=DAILY;UNTIL=20991231T000000Z',
    ]),
  );
  const file = await changed('channel.yaml', (text) =>
    text
      .replace('    staff:\n', '    staff: channel\n    people:\n')
      .replace(/ {4}shifts:\n(?: {6}.*\n)+/, '    rota: { ics: rota.ics }\n'),
  );
  const { code, lines } = await doctor(file);
  expect(code).toBe(1);
  expect(lines.filter((line) => line.includes('calendar') || line.includes('Nobody'))).toEqual([
    expect.stringContaining("The rota's calendar names Zoe (Edith + Zoe, "),
  ]);
});

it('says in a line what it can not ask, and goes on', async () => {
  const nowhere = await doctor('desk.yaml', { SLACK_API_URL: 'http://127.0.0.1:1/api/' });
  expect(nowhere.code).toBe(1);
  expect(nowhere.lines[0]).toBe('WRONG central: Slack: it gives no answer.');
  expect(nowhere.lines[1]).toMatch(/^ok {4}central: rota:/);
  const file = await changed('gone.yaml', (text) =>
    text.replace(/ {4}shifts:\n(?: {6}.*\n)+/, '    rota: { ics: none.ics }\n'),
  );
  expect((await doctor(file)).lines.at(-2)).toMatch(
    /^WRONG central: rota: The rota at .*none\.ics can't be read: there is no such file\.$/,
  );
});

it('says whose keys they are when they are not those of the account in desk.yaml, and when X is away', async () => {
  const file = await changed('other.yaml', (text) =>
    text.replace('handle: centrallibrary', 'handle: another'),
  );
  const other = await doctor(file);
  expect(other.code).toBe(1);
  expect(other.lines.at(-1)).toBe(
    'WRONG central: X: X signs us in as @centrallibrary, but desk.yaml says @another',
  );
  const away = await doctor('desk.yaml', { X_API_URL: 'http://127.0.0.1:1' });
  expect(away.lines.at(-1)).toBe("WRONG central: X: X can't be reached.");
});
