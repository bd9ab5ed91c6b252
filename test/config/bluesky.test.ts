import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import { readDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import { refuseUnsaidGovernmentUse } from '../../src/config/government-use.js';
import { deskText, secondDesk } from './desk-text.js';
import { problemsOf } from './problems.js';

const ofX =
  '    x: { handle: centrallibrary, secrets: MAIN, plan: self-serve, governmentUse: notGovernment }\n';
const ofSky = (given = '') => `    bluesky: { handle: library.example.org, secrets: MAIN${given} }\n`;
/** The desk of the tests on Bluesky in place of X. */
const sky = (given = '', more = '') => deskText([ofX, ofSky(given) + more]);
const read = (text: string) => readDeskFile(text, 'desk.yaml').desks;
/** The problems without their places in the file. */
const saidOf = (text: string) => problemsOf(text).map((line) => line.replace(/^desk\.yaml:\d+:\d+: /u, ''));

describe('a desk on Bluesky', () => {
  it('has its account, on the usual server unless said', () => {
    expect(read(sky())).toMatchObject([
      {
        network: { name: 'Bluesky' },
        account: { handle: 'library.example.org', secrets: 'MAIN', service: 'https://bsky.social' },
        words: { 'network.name': 'Bluesky' },
      },
    ]);
    const [own] = read(sky(', service: "https://pds.example.org"'));
    expect(own?.account.service).toBe('https://pds.example.org');
  });

  it('has no other account beside it', () => {
    expect(saidOf(deskText([ofX, ofX + ofSky()]))).toEqual([
      'desks.central.bluesky: bluesky beside x; allowed: one of the two: a second account is a second desk, with `like:` this one',
    ]);
    expect(saidOf(deskText([ofX, '']))).toEqual([
      'desks.central: neither x nor bluesky; allowed: one of the two: the account that it watches',
    ]);
  });

  it.each([
    'Library.example.org',
    '"@library.example.org"',
    'centrallibrary',
    'https://bsky.app/profile/a.b',
  ])('is refused a handle such as %s, in one line that shows one', (handle) => {
    const [line, ...more] = saidOf(deskText([ofX, `    bluesky: { handle: ${handle}, secrets: MAIN }\n`]));
    expect(line).toMatch(/^desks\.central\.bluesky\.handle: .* small letters, such as \S+\.bsky\.social$/u);
    expect(more).toEqual([]);
  });

  it.each([
    ['plan: self-serve', 'plan'],
    ['governmentUse: notGovernment', 'governmentUse'],
    ['privateMessages: { channel: C0PRIVATE1 }', 'privateMessages'],
    ['readContext: always', 'readContext'],
    ['longPosts: true', 'longPosts'],
    ['ownsApp: true', 'ownsApp'],
    ['budget: { monthlyUsd: 5 }', 'budget'],
  ])('is told that `%s` does not belong there', (line, key) => {
    const [said, ...more] = saidOf(sky(`, ${line}`));
    expect(said).toMatch(
      new RegExp(
        `^desks.central.bluesky.${key}: ${key} under bluesky; allowed: (?:under|beside) x alone: `,
        'u',
      ),
    );
    expect(more).toEqual([]);
  });

  it('is for practice like one on X: another desk than the live one, with a page', () => {
    const page = 'https://practice.library.example';
    expect(read(sky(`, practice: true, practicePage: "${page}"`))).toMatchObject([
      { id: 'central-practice', account: { practice: true, page } },
    ]);
    expect(saidOf(sky(`, practicePage: "${page}"`))).toEqual([
      'desks.central.bluesky.practicePage: an address, without practice: true; allowed: with practice: true alone',
    ]);
    const other = secondDesk(
      'central-practice',
      ['central-practicelibrary', 'branchlibrary'],
      ['CENTRAL-PRACTICE', 'BRANCH'],
    );
    expect(saidOf(sky(', practice: true') + other)).toEqual([
      expect.stringContaining('"central-practice"; allowed: another id: this one is for practice on central'),
    ]);
  });

  it('is told what a misspelt key may have been meant to be', () => {
    expect(saidOf(sky(', servce: "https://pds.example.org"'))).toEqual([
      'desks.central.bluesky.servce: not known. Did you mean `service`?',
    ]);
  });

  it.each([
    ['    budget: { monthlyUsd: 50 }\n', 'budget'],
    ['    privacyPolicy: https://library.example/privacy\n', 'privacyPolicy'],
  ])('is told that what belongs to X does not stand beside it: %s', (line, key) => {
    expect(saidOf(sky('', line))).toEqual([
      expect.stringMatching(
        new RegExp(`^desks.central.${key}: ${key} with bluesky; allowed: beside x alone`, 'u'),
      ),
    ]);
  });

  it('is asked nothing about government use, not even against the real X', () => {
    expect(() => refuseUnsaidGovernmentUse(read(sky()), undefined)).not.toThrow();
  });

  it('needs its app password, and is told the name of the variable', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(() => readEnv(slack, [], ['MAIN'])).toThrow(/BLUESKY_MAIN_APP_PASSWORD/u);
    const { bluesky } = readEnv({ ...slack, BLUESKY_MAIN_APP_PASSWORD: 'abcd-efgh' }, [], ['MAIN']);
    expect(bluesky.passwords).toEqual({ MAIN: 'abcd-efgh' });
  });
});

describe('desks on both networks', () => {
  const inX = (id: string) => secondDesk(id);
  const inSky = (id: string, given: readonly (readonly [string, string])[] = []) =>
    secondDesk(
      id,
      [
        `${id}library, secrets: ${id.toUpperCase()}, plan: self-serve, governmentUse: notGovernment`,
        'library.example.org, secrets: MAIN',
      ],
      ['x:', 'bluesky:'],
      ...given,
    );

  it('may give their secrets the same name: the variables have others', () => {
    expect(problemsOf(deskText() + inSky('sky'))).toEqual([]);
  });

  it('are one for each account of Bluesky', () => {
    const two = sky() + inSky('branch');
    expect(saidOf(two)).toEqual([
      'desks.branch.bluesky.handle: "library.example.org", as at desks.central.bluesky.handle; allowed: one desk for each Bluesky account',
      'desks.branch.bluesky.secrets: "MAIN", as at desks.central.bluesky.secrets; allowed: secrets of its own for each Bluesky account',
    ]);
  });

  it.each([
    ['on Bluesky like one on X', deskText(), ofSky()],
    ['on X like one on Bluesky', sky(), ofX],
  ])('share people and rota by `like`: %s', (_, first, account) => {
    const second = `  other:\n    channel: C0XDESK02\n    like: central\n${account}`;
    const [one, other] = read(first + second);
    expect(other?.like).toBe('central');
    expect(other?.rota).toEqual(one?.rota);
    expect(other?.network.id).not.toBe(one?.network.id);
  });

  it('have the budget of all for those on X alone', () => {
    const [onX, another, onSky] = read(
      `${deskText()}${inX('branch')}${inSky('sky', [['C0XDESK02', 'C0XDESK03']])}budget: { monthlyUsd: 100 }\n`,
    );
    expect(onX?.budgetTogether).toEqual({ monthlyUsd: 100, desks: ['central', 'branch'] });
    expect(another?.budgetTogether).toBeDefined();
    expect(onSky?.budgetTogether).toBeUndefined();
  });
});

test('the desk on Bluesky of desk.example.yaml can be used as it stands there', async () => {
  const example = await readFile('desk.example.yaml', 'utf8');
  const used = example.replace(/^ {2}# sky:\n(?: {2}# {3}.*\n)+/mu, (lines) =>
    lines.replaceAll('  # ', '  '),
  );
  expect(read(used)).toMatchObject([
    { id: 'central', network: { id: 'x' } },
    { id: 'sky', network: { id: 'bluesky' }, like: 'central', account: { secrets: 'MAIN' } },
  ]);
  expect(await readFile('.env.example', 'utf8')).toContain('\nBLUESKY_MAIN_APP_PASSWORD=\n');
});

test('a desk that practises on X and one on Bluesky share no covers', () => {
  const practising = deskText(['plan: self-serve', 'plan: self-serve, practice: true']);
  const [, other] = read(`${practising}  other:\n    channel: C0XDESK02\n    like: central\n${ofSky()}`);
  expect(other?.like).toBeUndefined();
  const both = `${practising}  other:\n    channel: C0XDESK02\n    like: central\n${ofSky(', practice: true')}`;
  expect(read(both)[1]?.like).toBe('central-practice');
});
