import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadDeskFile } from '../../src/config/desk-file.js';
import { loadEnvFile } from '../../src/config/env.js';
import { ConfigError } from '../../src/errors.js';
import { deskText } from './desk-text.js';
import { problemsOf } from './problems.js';

const folder = mkdtempSync(join(tmpdir(), 'greeting-desk-mistakes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const own = (...lines: readonly string[]) => deskText() + lines.map((line) => `    ${line}\n`).join('');
const withCalendar = (ics: string) =>
  deskText().replace(/ {4}shifts:\n(?: {6}.*\n)+/, () => `    rota: { ics: "${ics}" }\n`);
const messages = (text: string) => problemsOf(text).map((line) => line.replace(/^desk\.yaml:\d+:\d+: /, ''));

describe('a misspelt name is one line, with the name that was probably meant', () => {
  it.each([
    ['openHours:', 'openHour:', 'desks.central.openHour: not known. Did you mean `openHours`?'],
    ['timeZone:', 'timezone:', 'desks.central.timezone: not known. Did you mean `timeZone`?'],
    ['staff:', 'staf:', 'desks.central.staf: not known. Did you mean `staff`?'],
    ['shifts:', 'shift:', 'desks.central.shift: not known. Did you mean `shifts`?'],
    ['lead: true', 'leed: true', 'desks.central.staff.ana.leed: not known. Did you mean `lead`?'],
    ['signature: BT', 'sig: BT', undefined],
    [
      'signature: BT',
      'signatur: BT',
      'desks.central.staff.ben.signatur: not known. Did you mean `signature`?',
    ],
    ['desks:', 'desk:', 'desk: not known. Did you mean `desks`?'],
    ['self-serve', 'selfserve', 'desks.central.x.plan: "selfserve". Did you mean `self-serve`?'],
    ['[mon]', '[monday]', 'desks.central.shifts[0].days[0]: "monday". Did you mean `mon`?'],
  ])('%s as %s', (right, wrong, said) => {
    const found = messages(deskText([right, wrong]));
    if (said) expect(found).toEqual([said]);
    else expect(found.join()).not.toContain('Did you mean');
  });

  it('is not taken for a key that is there as well', () => {
    expect(messages(own('channels: C0XDESK01'))).toEqual([
      expect.stringMatching(/^desks\.central\.channels: not known; allowed: channel, x, /),
    ]);
  });
});

it('a list of what is allowed is written out once', () => {
  expect(
    messages(own('checks: { spelling: off, tone: off }', 'covers: [{ on: 2026-12-01, of: zoe, by: kim }]')),
  ).toEqual([
    expect.stringMatching(/^desks\.central\.checks\.spelling: not known; allowed: nothingAdded, /),
    'desks.central.checks.tone: not known; allowed: the names given for line 15',
    'desks.central.covers[0].of: "zoe" is not in staff; allowed: ana, ben',
    'desks.central.covers[0].by: "kim" is not in staff; allowed: the names given for line 16',
  ]);
});

describe('what is no file for people to read is one line', () => {
  const deep = 'nested too deep; allowed: at most 30 levels';
  it.each([
    ['lists in lists', '['.repeat(50_000), deep],
    ['lists in lists that end', `${'['.repeat(40)}${']'.repeat(40)}`, deep],
    ['lists by dashes', `${'- '.repeat(2_000)}a`, deep],
    ['maps in maps', '{a: '.repeat(5_000), deep],
    [
      'an alias bomb',
      [
        'a: &a [x]',
        ...'bcdefgh'
          .split('')
          .map((name, index) => `${name}: &${name} [*${'abcdefg'[index]}, *${'abcdefg'[index]}]`),
      ].join('\n'),
      'an anchor or alias (& or *); allowed: the value written out',
    ],
    [
      'tabs',
      'desks:\n\tcentral:\n\t\tchannel: C0XDESK01\n\t\tx: 1\n',
      'a tab before the first word of a line; allowed: spaces',
    ],
    [
      'a tab deeper in',
      deskText(['      ana:', '      \tana:']),
      'a tab before the first word of a line; allowed: spaces',
    ],
    ['two documents', 'desks: {}\n---\ndesks: {}\n', 'a second document (---); allowed: one'],
    [
      'an open quotation mark',
      deskText(['C0XDESK01', '"C0XDESK01']),
      expect.stringMatching(/; allowed: YAML as in desk\.example\.yaml$/),
    ],
  ])('%s', (_what, text, said) => {
    expect(messages(text)).toEqual([said]);
  });
});

it('of very many problems the first hundred are told, and how many more there are', () => {
  const keys = Array.from({ length: 150 }, (_, index) => `zz${index}: 1`);
  const problems = problemsOf(own(...keys));
  expect(problems).toHaveLength(101);
  expect(problems[100]).toBe('desk.yaml: 50 more problems');
});

describe('a file', () => {
  const file = (name: string, bytes: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

  it('of 5 MB is refused by its length, in one line', async () => {
    const path = file('long.yaml', '# a\n'.repeat(1_250_000));
    await expect(loadDeskFile(path)).rejects.toThrow(
      new ConfigError([`${path}: longer than 256 KB; allowed: at most that`]),
    );
  });

  it('that never ends is refused as well', async () => {
    await expect(loadDeskFile('/dev/zero')).rejects.toThrow(
      '/dev/zero: longer than 256 KB; allowed: at most that',
    );
  });

  it.each([
    ['UTF-16', utf16(deskText()), ': saved as UTF-16; allowed: a text saved as UTF-8'],
    [
      'UTF-16, the other way round',
      utf16(deskText()).swap16(),
      ': saved as UTF-16; allowed: a text saved as UTF-8',
    ],
    [
      'UTF-16 without its mark',
      Buffer.from(deskText(), 'utf16le'),
      ': holds NUL bytes, so is no UTF-8 text; allowed: a text saved as UTF-8',
    ],
    [
      'Latin-1',
      Buffer.from(deskText(['Ana', 'José']), 'latin1'),
      ':10: a letter that is not saved as UTF-8; allowed: a text saved as UTF-8',
    ],
  ])('in %s says so in one line', async (name, bytes, said) => {
    const path = file(`${name}.yaml`, bytes);
    await expect(loadDeskFile(path)).rejects.toThrow(new ConfigError([`${path}${said}`]));
    expect(() => loadEnvFile(path, {})).toThrow(new ConfigError([`${path}${said}`]));
  });

  it('may begin with a byte order mark, which is in no name and moves no place', async () => {
    const desk = file('mark.yaml', `\uFEFF${deskText(['desks:', 'desk:'])}`);
    await expect(loadDeskFile(desk)).rejects.toThrow(`${desk}:1:1: desk: not known. Did you mean \`desks\`?`);
    expect(loadEnvFile(file('mark.env', '\uFEFFLOG_LEVEL=debug\n'), {})).toEqual({ LOG_LEVEL: 'debug' });
  });
});

describe('a problem', () => {
  it('shows nothing that a terminal obeys, wherever it stood', () => {
    const texts = [
      own('"\\u001b[2Jcolour": red'),
      own('words: { "\\u202Ebutton": a }'),
      deskText(['Europe/London', '"Europe/\\u009bLondon"']),
      own('starters: { "a\\u2028b": { label: Hours, for: [question], opening: Hi } }'),
      own('fallback: "\\u0007ana"'),
      deskText(['ana: {', '"a\\u0000na": {']),
      deskText(['channel: C0XDESK01', 'channel: *\u001b[2J']),
    ];
    for (const text of texts) {
      const problems = problemsOf(text);
      expect(problems.length, text).toBeGreaterThan(0);
      expect(problems.join(''), text).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    }
  });

  it('holds no secret that was written into the wrong place', () => {
    const problems = [
      ...problemsOf(deskText(['secrets: MAIN', 'secrets: hunter2-hunter2'])),
      ...problemsOf(deskText(['C0XDESK01', 'xoxb-1234-hunter2'])),
      ...problemsOf(deskText(['C0XDESK01', 'xapp-1-hunter2'])),
      ...problemsOf(withCalendar('https://ana:hunter2@calendar.example/a.ics')),
      ...problemsOf(withCalendar('https://calendar.example/hunter2/a b')),
    ];
    expect(problems).toHaveLength(5);
    expect(problems.join('\n')).not.toContain('hunter2');
  });
});

it.each([
  ['email', deskText(['name: Ben', 'name: Ben, email: "b\\u202een@example.org"'])],
  ['ours', own('ours: ["020 7946\\u0007"]')],
  ['blockedWords', own('blockedWords: ["rude\\u202e"]')],
  ['personalWords', own('personalWords: ["fine\\nprint"]')],
  ['topicWords', own('topicWords: { praise: ["danke\\u200f"] }')],
  ['when', own('starters: { hours: { label: Hours, for: [question], opening: Hi, when: ["open\\u0000"] } }')],
  ['ics', withCalendar('rota\\u202e.ics')],
])('control characters and direction marks are refused in %s', (name, text) => {
  expect(messages(text)).toEqual([expect.stringContaining(name)]);
});
