import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendar } from '../config/calendar/calendar-text.js';
import { run } from './program.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('check finds nothing wrong with the example', async () => {
  expect(await run(['check', 'desk.example.yaml'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('desk.example.yaml: central: no problems.'),
    err: '',
  });
});

it('check prints the next two weeks as they will be, and what wants a look', async () => {
  const file = join(folder, 'gap.yaml');
  const example = await readFile('desk.example.yaml', 'utf8');
  const left = example.replace(/.*days: \[fri\].*\n/, '').replace(/ {4}covers:\n.*\n/, '');
  await writeFile(file, left.replace('who: [carla] }', 'who: [carla, ana] }').replace('[wed]', '[tue, wed]'));
  const { code, out } = await run(['check', file]);
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines.filter((line) => /^ {2}\w{3} \d+ \w{3} /.test(line))).toHaveLength(14);
  expect(out).toMatch(/Thu \d+ \w+ +9–13 Ana · 13–17 Ben, Dev · 17–20 Ana\n/);
  expect(out).toMatch(/Nobody is on shift on Fri \d+ \w+ 9–18, while the library answers\./);
  expect(out).toMatch(/Ana is on shift twice on Tue \d+ \w+ 9–13\./);
  expect(out).toMatch(/A question that comes on Fri \d+ \w+ 09:00 wants an answer by Fri \d+ \w+ 13:00/);
});

it('check says the next two weeks once of desks that share them', async () => {
  const file = join(folder, 'alike.yaml');
  const branch =
    '  branch:\n    channel: C0BRANCH1\n    like: central\n    x: { handle: branchlibrary, secrets: BRANCH, plan: self-serve }\n';
  const sky =
    '  sky:\n    channel: C0SKY0001\n    like: central\n    bluesky: { handle: library.example.org, secrets: MAIN }\n';
  await writeFile(file, `${(await readFile('desk.example.yaml', 'utf8')).trimEnd()}\n${branch}${sky}`);
  const { code, out } = await run(['check', file]);
  expect(code).toBe(0);
  expect(out).toContain('alike.yaml: central, branch, sky: no problems.');
  expect(out.split('\n').filter((line) => /^ {2}\w{3} \d+ \w{3} /.test(line))).toHaveLength(14);
  expect(out).toContain('branch: the next two weeks are those of central, whose people and rota it has.');
  expect(out).toContain('sky: on Bluesky, which bills nothing: no budget slows it.');
  expect(out).toContain('sky: the next two weeks are those of central');
});

it('check reads a calendar beside the file, and leaves one on the network alone', async () => {
  const file = join(folder, 'feed.yaml');
  const example = await readFile('desk.example.yaml', 'utf8');
  const withFeed = (ics: string) =>
    example.replace(/ {4}shifts:\n(?: {6}.*\n)+/, `    rota: { ics: "${ics}" }\n`);
  await writeFile(
    join(folder, 'rota.ics'),
    calendar(['SUMMARY:Zoe\u001b[2J\u202e', 'DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY']),
  );
  await writeFile(file, withFeed('rota.ics'));
  expect((await run(['check', file])).out).toContain("The rota's calendar names Zoe [2J (Zoe [2J, ");
  await writeFile(file, withFeed('https://calendar.invalid/rota.ics'));
  expect((await run(['check', file])).out).toContain('the rota is in a calendar on the network');
  await writeFile(file, withFeed('none.ics'));
  expect(await run(['check', file])).toMatchObject({
    code: 1,
    err: expect.stringContaining('there is no such file'),
  });
});

it('check names every problem at once, each with its place, and exits 1', async () => {
  const file = join(folder, 'desk.yaml');
  await writeFile(file, 'desks:\n  central:\n    channel: "#x-desk"\n    timeZone: Mars/Olympus\n');
  const { code, err } = await run(['check', file]);
  expect(code).toBe(1);
  expect(err.split('\n')).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`${file}:3:14: desks.central.channel: "#x-desk"; allowed: a Slack channel id`),
      expect.stringContaining(
        `${file}:4:15: desks.central.timeZone: "Mars/Olympus"; allowed: an IANA time zone`,
      ),
    ]),
  );
  expect(err).not.toContain('    at ');
});

it('a file that is not there is one line', async () => {
  expect(await run(['check', join(folder, 'none.yaml')])).toMatchObject({
    code: 1,
    err: `${join(folder, 'none.yaml')}: not found; copy desk.example.yaml there and fill it in\n`,
  });
});

it('run against the real X refuses while government use is unsaid, before it connects to anything', async () => {
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    X_MAIN_APP_KEY: '1',
    X_MAIN_APP_SECRET: '1',
    X_MAIN_ACCESS_TOKEN: '1',
    X_MAIN_ACCESS_SECRET: '1',
  };
  expect(await run(['run', '--desk', 'desk.example.yaml', '--env', join(folder, '.env')], env)).toEqual({
    code: 1,
    out: '',
    err: 'desks.central.x: Is the library part of a council, county or state body? X wants an Enterprise plan for that. Ask X, then set x.governmentUse.\n',
  });
});

it('a folder in place of a desk file is said to be one', async () => {
  expect(await run(['check', folder])).toMatchObject({
    code: 1,
    err: `${folder}: a folder; allowed: a file such as desk.yaml\n`,
  });
});

it('run without an .env file says how to make one', async () => {
  expect(await run(['run', '--desk', 'desk.example.yaml', '--env', join(folder, '.env')])).toEqual({
    code: 1,
    out: '',
    err: `${join(folder, '.env')}: not found; copy .env.example there and fill it in\n`,
  });
});

it('run names each secret that is missing', async () => {
  const file = join(folder, 'empty.env');
  await writeFile(file, '');
  const { code, err } = await run(['run', '--desk', 'desk.example.yaml', '--env', file]);
  expect(code).toBe(1);
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'X_MAIN_APP_KEY', 'X_MAIN_ACCESS_SECRET']) {
    expect(err).toContain(name);
  }
});

it('check says what it costs to look again at some who follow, where that is wanted', async () => {
  const file = join(folder, 'outcomes.yaml');
  const example = await readFile('desk.example.yaml', 'utf8');
  const price =
    'central: 40 follows a month are looked at again after 7 and after 30 days (outcomes): X bills about $0.';
  expect((await run(['check', 'desk.example.yaml'])).out).not.toContain('looked at again');
  await writeFile(file, example.replace('outcomes: false', 'outcomes: true'));
  expect((await run(['check', file])).out).toContain(price);
  // Where people practise nothing is counted, and nothing costs.
  await writeFile(
    file,
    example.replace('outcomes: false', 'outcomes: true').replace('# practice: true', 'practice: true'),
  );
  expect((await run(['check', file])).out).not.toContain('looked at again');
});
