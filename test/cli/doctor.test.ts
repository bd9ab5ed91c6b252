import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { environmentOf } from '../../scripts/dev-desk.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { calendar } from '../config/calendar/calendar-text.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { run, start } from './program.js';

let folder: string;
let sandbox: Sandbox;
let redis: OwnRedis;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-cli-'));
  await copyFile('scripts/dev-desk.yaml', join(folder, 'desk.yaml'));
  const key = 'a-key-of-thirty-two-characters-or-more';
  await writeFile(join(folder, '.env'), `FORGET_KEY=${key}\nERASURES_FILE=${join(folder, 'erasures.txt')}\n`);
  redis = await startOwnRedis({ options: ['--appendfsync', 'always'] });
  sandbox = await createSandbox();
  pinOurs();
});
afterAll(async () => {
  await sandbox.close();
  await redis.close();
  await rm(folder, { recursive: true });
});

async function doctor(file = 'desk.yaml', env: Record<string, string> = {}, options: readonly string[] = []) {
  const known = environmentOf(sandbox, redis.url, 'doctor');
  const args = ['doctor', '--desk', join(folder, file), '--env', join(folder, '.env'), ...options];
  const { code, out, err } = await run(args, { ...known, ...env });
  return { code, err, out, lines: out.trim().split('\n') };
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

const act = (name: string, args: Record<string, unknown>) => sandbox.slack.acts[name]?.(args);
const onShift = '  ✓ Somebody is on shift in all open hours of the next two weeks.';
const ofAccount = (lines: readonly string[]) => lines.find((line) => line.includes('pinned')) ?? '';

it('asked to end, takes its message away first', async () => {
  const call = { side: 'slack', call: 'chat.update', when: 'after', how: 'slow', ms: 800 } as const;
  sandbox.faults.plan(call);
  const known = environmentOf(sandbox, redis.url, 'doctor');
  const before = sandbox.journal.read().length;
  const running = start(
    ['doctor', '--desk', join(folder, 'desk.yaml'), '--env', join(folder, '.env')],
    known,
  );
  const posted = () =>
    sandbox.journal
      .read()
      .slice(before)
      .some(({ kind }) => kind === 'chat.postMessage');
  await expect.poll(posted, { timeout: 20_000 }).toBe(true);
  running.process.kill('SIGINT');
  const { code, out } = await running.end();
  expect(code).toBe(130);
  expect(out).toMatch(/\nStopped\.\n$/u);
  expect(await act('messages', { channel: 'C0XDESK01' })).toEqual({ messages: [] });
});

it('says of files that it can not use all that is wrong with them, as lines or as JSON', async () => {
  const file = await changed('wrong.yaml', (text) => text.replace('Europe/London', 'Europe/Lodnon'));
  const { code, err, out } = await doctor(file, { SLACK_APP_TOKEN: 'xoxb-sandbox' }, ['--json']);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    fine: false,
    checks: [
      { id: 'files', mark: 'wrong', found: expect.stringContaining('Europe/Lodnon') },
      { id: 'files', mark: 'wrong', found: expect.stringContaining('SLACK_APP_TOKEN') },
    ],
  });
  expect((await doctor('none.yaml')).lines[1]).toMatch(/^ {2}✗ .*none\.yaml: not found; .*init write it\.$/u);
});

it('says of what is fine that it is, in a line each under its heading, without colours, and ends well', async () => {
  expect(await doctor()).toMatchObject({
    code: 0,
    err: '',
    lines: [
      'Slack',
      '  ✓ The bot token works: the app is installed in Central Library.',
      '  ✓ The app token works: Slack gives it an address for presses.',
      '  ✓ All 10 scopes that this needs are granted.',
      expect.stringMatching(/^ {2}\? .*greeting-desk doctor --press$/u),
      '',
      'Redis',
      `  ✓ Redis at ${new URL(redis.url).host} (REDIS_URL) answers.`,
      expect.stringMatching(/^ {2}✓ (?:Redis|Valkey) \d/u),
      '  ✓ It is a primary.',
      '  ✓ maxmemory-policy noeviction.',
      expect.stringMatching(/^ {2}✓ .* used of the machine's/u),
      '  ✓ appendonly yes.',
      '  ✓ appendfsync always.',
      '  ✓ Its last writes to the disk went well.',
      // On a busy machine it may be slow.
      expect.stringMatching(/^ {2}[✓!] .* for a round trip, /u),
      "  ✓ Its clock is within two seconds of this machine's.",
      '  ✓ FORGET_KEY is set.',
      `  ✓ ERASURES_FILE: ${join(folder, 'erasures.txt')} is not there yet, and can be made.`,
      '',
      'central: @centrallibrary',
      '  ✓ The app is in #x-desk, a public channel.',
      '  ✓ A test message was posted in #x-desk, edited, found again and removed.',
      '  ✓ May answer: Ana, Ben, Carla, Dev.',
      onShift,
      '  ✓ Each shift of the next two weeks is of one person of the staff, on an open day.',
      '  ✓ Somebody is there in time for each answer.',
      "  ✓ X: the keys are @centrallibrary's. X bills $0.01 for this look, once a day.",
      '  ✓ X: the access token may read and write.',
      '  ✓ X answers, so there is credit. Its plan it does not say; desk.yaml has self-serve.',
      expect.stringMatching(/^ {2}✓ X: looks at our own account left: \d+ of 75 in 15 minutes\.$/u),
      "  ✓ X: this machine's clock is right.",
      '  ✓ X: the profile of @centrallibrary has a pinned post.',
      expect.stringMatching(
        /^ {2}! desk\.yaml says that @centrallibrary owns the X developer app; nobody was asked/u,
      ),
      '',
      expect.stringMatching(/^Nothing is wrong \(2[67] ✓, [12] !, 1 \?\)\.$/u),
    ],
  });
});

it('gives the same as one JSON document, and nothing else', async () => {
  await act('leave', { bot: true, channel: 'C0XDESK01' });
  const { code, err, out } = await doctor('desk.yaml', {}, ['--json']);
  await act('join', { bot: true, channel: 'C0XDESK01' });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  const said = JSON.parse(out);
  expect(said).toMatchObject({ fine: false, warnings: [], desks: [{ desk: 'central' }] });
  expect(said.checks.map(({ id }: { id: string }) => id).slice(0, 6)).toEqual([
    'slack.bot-token',
    'slack.app-token',
    'slack.scopes',
    'slack.press',
    'redis.reached',
    'redis.version',
  ]);
  expect(said.desks[0].checks).toContainEqual({
    id: 'slack.channel',
    mark: 'wrong',
    found: 'The app is not in #x-desk.',
    fix: 'In #x-desk, type: /invite @Greeting Desk',
  });
});

it('notes that our account has no pinned post to welcome people, and ends well all the same', async () => {
  x('pin', { by: 'centrallibrary' });
  const { code, lines } = await doctor();
  expect(code).toBe(0);
  expect(ofAccount(lines)).toMatch(/^ {2}! @centrallibrary has no pinned post on X\. → Pin a welcome/u);
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
  expect(ofAccount(lines)).toMatch(/^ {2}! X does not tell whether @centrallibrary has a pinned/u);
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
  expect(nowhere.lines[1]).toMatch(
    /^ {2}✗ Slack gives no answer; nothing else of Slack was looked at\. → .*reach http:\/\/127\.0\.0\.1:1/u,
  );
  expect(nowhere.lines).toContain(onShift);
  const file = await changed('gone.yaml', (text) =>
    text.replace(/ {4}shifts:\n(?: {6}.*\n)+/, '    rota: { ics: none.ics }\n'),
  );
  expect((await doctor(file)).out).toMatch(
    /✗ The rota at .*none\.ics can't be read: there is no such file\./,
  );
});

it('says whose keys they are when they are not those of the account in desk.yaml, and when X is away', async () => {
  const file = await changed('other.yaml', (text) =>
    text.replace('handle: centrallibrary', 'handle: another'),
  );
  const other = await doctor(file);
  expect(other.code).toBe(1);
  expect(other.lines).toContainEqual(
    expect.stringContaining(
      '  ✗ X signs us in as @centrallibrary, but desk.yaml says @another. → Set X_SANDBOX_APP_KEY',
    ),
  );
  const away = await doctor('desk.yaml', { X_API_URL: 'http://127.0.0.1:1' });
  expect(away.lines).toContain(
    "  ✗ X can't be reached. → Let this machine reach http://127.0.0.1:1; look again later.",
  );
});

it('says what never arrives in a channel for private messages', async () => {
  const inside = 'C0PRIVATE1';
  const watching = await changed('private.yaml', (text) =>
    text.replace(
      'plan: self-serve }',
      `plan: self-serve, privateMessages: { channel: ${inside} } }\n    privacyPolicy: https://central-library.example/privacy`,
    ),
  );
  await act('addChannel', { id: inside, name: 'x-private', kind: 'private', members: ['ana'], bot: true });
  const { code, out } = await doctor(watching);
  expect(code).toBe(0);
  expect(out).toContain('✓ Private messages are shown in #x-private: private, not shared, without guests.');
  expect(out).toContain('! What patrons encrypt in X Chat no program sees');
});
