import { describe, expect, test } from 'vitest';
import { loadDeskFile, readDeskFile } from '../../src/config/desk-file.js';
import { topicWords } from '../../src/core/languages/languages.js';
import { networks } from '../../src/core/network/networks.js';
import { usualChecks } from '../build.js';
import { deskText, secondDesk } from './desk-text.js';
import { problemsOf } from './problems.js';

const HOUR_MS = 3_600_000;

describe('a right file', () => {
  test('becomes desks with times in minutes and defaults filled in', () => {
    const { desks, warnings } = readDeskFile(deskText(), 'desk.yaml');
    expect(warnings).toEqual([]);
    expect(desks).toEqual([
      {
        id: 'central',
        channel: 'C0XDESK01',
        network: networks.x,
        account: {
          handle: 'centrallibrary',
          secrets: 'MAIN',
          plan: 'self-serve',
          longPosts: false,
          ownsApp: true,
          includesBilled: false,
          governmentUse: 'notGovernment',
        },
        rota: {
          timeZone: 'Europe/London',
          openHours: {
            mon: [
              { fromMinute: 540, toMinute: 780 },
              { fromMinute: 840, toMinute: 1200 },
            ],
            tue: [],
            wed: [],
            thu: [],
            fri: [],
            sat: [{ fromMinute: 1320, toMinute: 1560 }],
            sun: [],
          },
          staff: [
            {
              key: 'ana',
              slackId: 'U0ANA0001',
              name: 'Ana',
              signature: 'AK',
              lead: true,
              trainee: false,
              xSignIn: false,
            },
            {
              key: 'ben',
              slackId: 'U0BEN0001',
              name: 'Ben',
              signature: 'BT',
              lead: false,
              trainee: true,
              xSignIn: false,
            },
          ],
          shifts: [
            {
              days: ['mon'],
              at: [
                { fromMinute: 540, toMinute: 780 },
                { fromMinute: 1020, toMinute: 1200 },
              ],
              who: ['ana', 'ben'],
            },
            { days: ['sat'], at: [{ fromMinute: 1320, toMinute: 1440 }], who: ['ana'] },
          ],
          closures: [],
          dated: [],
          covers: [],
        },
        membership: 'list',
        responseTargets: { question: 4 * HOUR_MS, complaint: 4 * HOUR_MS, other: { openDays: 1 } },
        nudges: {
          remindEveryMs: HOUR_MS,
          fallbackEveryMs: 24 * HOUR_MS,
          stillOnItMs: HOUR_MS / 2,
          putBackMs: (3 * HOUR_MS) / 4,
          shiftEndMs: HOUR_MS / 4,
        },
        keep: { openDays: 3 },
        send: { undoMs: 20_000, goodForMs: 900_000 },
        topicWords,
        urgentWords: [],
        voice: { helpDesk: '', starters: [] },
        greetings: { perDay: 20, followBack: false },
        checks: usualChecks,
        language: 'en-GB',
        words: {},
      },
    ]);
  });

  test('may word the history under the former names of its keys; the newer name wins where both are said', () => {
    const own = (...words: string[]) =>
      readDeskFile(`${deskText()}    words: { ${words.join(', ')} }\n`, 'desk.yaml').desks[0]?.words;
    expect(own('history.lose-sight: X is silent')).toMatchObject({ 'history.mark-unknown': 'X is silent' });
    expect(own('history.mark-unknown: No word', 'history.lose-sight: X is silent')).toMatchObject({
      'history.mark-unknown': 'No word',
    });
    expect(own('history.look-in-vain: Not there')).toMatchObject({
      'history.not-found': 'Not there',
    });
  });

  test("may keep the library's replies, and does not where it says nothing or false", () => {
    const keep = (own: string) => readDeskFile(`${deskText()}${own}`, 'desk.yaml').desks[0]?.keep;
    expect(keep('    keep: { hold: true }\n')).toEqual({ openDays: 3, hold: true });
    expect(keep('    keep: { hold: false }\n')).toEqual({ openDays: 3 });
  });

  test('may leave governmentUse unsaid, set its own times and words, and hold several desks', () => {
    const own = `    send: { undoSeconds: 30 }\n    words: { button.open: Look }\n${secondDesk('branch')}`;
    const { desks } = readDeskFile(deskText([', governmentUse: notGovernment', '']) + own, 'desk.yaml');
    expect(desks.map((desk) => desk.id)).toEqual(['central', 'branch']);
    expect(desks[0]?.account).not.toHaveProperty('governmentUse');
    expect(desks[0]?.send).toEqual({ undoMs: 30_000, goodForMs: 900_000 });
    expect(desks[0]?.words).toEqual({ 'button.open': 'Look' });
  });

  test('may have a budget, and say that another account owns the developer app', () => {
    const [desk] = readDeskFile(
      `${deskText(['secrets: MAIN', 'secrets: MAIN, ownsApp: false'])}    budget: { monthlyUsd: 12.5 }\n`,
      'desk.yaml',
    ).desks;
    expect(desk?.budget).toEqual({ monthlyUsd: 12.5 });
    expect(desk?.account.ownsApp).toBe(false);
  });

  test('says under which address a proxy shows the practice page, where its links lead then', () => {
    const page = 'https://practice.library.example';
    const text = deskText(['plan: self-serve', `plan: self-serve, practice: true, practicePage: "${page}"`]);
    const [desk] = readDeskFile(text, 'desk.yaml').desks;
    expect(desk?.account).toMatchObject({ practice: true, page });
  });

  test('a desk that practises is another one than the live desk of its entry, so that neither takes up what the other left', () => {
    const idOf = (settings: string) =>
      readDeskFile(deskText(['plan: self-serve', `plan: self-serve${settings}`]), 'desk.yaml').desks[0]?.id;
    expect([idOf(''), idOf(', practice: true')]).toEqual(['central', 'central-practice']);
  });
});

describe('each problem is told with its place, what was found and what is allowed', () => {
  const line = (number: number, rest: string) => `desk.yaml:${number}:${rest}`;
  test.each([
    [
      'a channel name in place of its id',
      deskText(['C0XDESK01', '"#x-desk"']),
      line(
        3,
        '14: desks.central.channel: "#x-desk"; allowed: a Slack channel id such as C0XDESK01 (channel details, at the end)',
      ),
    ],
    [
      'the address of a practice page where nobody practises',
      deskText(['plan: self-serve', 'plan: self-serve, practicePage: "https://practice.library.example"']),
      expect.stringContaining(
        'desks.central.x.practicePage: an address, without practice: true; allowed: with practice: true alone',
      ),
    ],
    [
      'another desk with the id of one that practises',
      deskText(['plan: self-serve', 'plan: self-serve, practice: true']) +
        secondDesk(
          'central-practice',
          ['central-practicelibrary', 'branchlibrary'],
          ['CENTRAL-PRACTICE', 'BRANCH'],
        ),
      expect.stringContaining('"central-practice"; allowed: another id: this one is for practice on central'),
    ],
    [
      'an address of a practice page that is more than an origin',
      deskText([
        'plan: self-serve',
        'plan: self-serve, practice: true, practicePage: "https://library.example/x"',
      ]),
      expect.stringContaining('"https://library.example/x"; allowed: an origin in small letters'),
    ],
    [
      'an own text that no screen shows',
      `${deskText()}    words: { buton.open: Look }\n`,
      line(15, '14: desks.central.words.buton.open: not known. Did you mean `button.open`?'),
    ],
    [
      'an own text that asks for what nobody fills in',
      `${deskText()}    words: { state.claimed: "{who} has it" }\n`,
      expect.stringMatching(/\{who\}; allowed: \{name\}, \{time\}$/),
    ],
    [
      'a missing key, at its parent',
      deskText([', plan: self-serve', '']),
      line(4, '5: desks.central.x.plan: missing; allowed: self-serve or enterprise'),
    ],
    [
      'an unknown key, at itself',
      deskText(['secrets: MAIN,', 'secrets: MAIN, colour: red,']),
      line(
        4,
        '49: desks.central.x.colour: not known; allowed: handle, secrets, plan, practice, practicePage, longPosts, ownsApp, readContext, includesBilled, governmentUse, privateMessages',
      ),
    ],
    [
      'an empty value',
      deskText(['name: Ana', 'name:']),
      line(
        10,
        '37: desks.central.staff.ana.name: empty; allowed: the name that colleagues see: 1 to 75 characters in one line, without control characters and direction marks',
      ),
    ],
    [
      'a time zone that nobody knows',
      deskText(['Europe/London', 'Europe/Londn']),
      line(5, '15: desks.central.timeZone: "Europe/Londn". Did you mean `Europe/London`?'),
    ],
    [
      'a time zone that is an offset',
      deskText(['Europe/London', '"+01:00"']),
      line(5, '15: desks.central.timeZone: "+01:00"; allowed: an IANA time zone such as Europe/London'),
    ],
    [
      'a span written without its zero',
      deskText(['["22:00-02:00"]', '["9:00-17:00"]'], ['"22:00-24:00"', '"10:00-11:00"']),
      line(
        8,
        '13: desks.central.openHours.sat[0]: "9:00-17:00"; allowed: HH:MM-HH:MM such as "09:00-17:00", to "24:00" at the latest or across midnight ("22:00-02:00")',
      ),
    ],
    [
      'an empty span',
      deskText(['"22:00-02:00"', '"22:00-22:00"']),
      line(
        8,
        '13: desks.central.openHours.sat[0]: "22:00-22:00"; allowed: a span that is not empty ("00:00-24:00" is the whole day)',
      ),
    ],
    [
      'a desk id in capitals',
      deskText(['central:', 'Central:']),
      line(2, '3: desks.Central: "Central"; allowed: lower-case letters, digits and hyphens'),
    ],
    [
      'a shift with somebody unknown',
      deskText(['[ana, ben]', '[anna, ben]']),
      line(13, '66: desks.central.shifts[0].who[0]: "anna" is not in staff. Did you mean `ana`?'),
    ],
    [
      'two people with one Slack id',
      deskText(['U0BEN0001', 'U0ANA0001']),
      line(
        11,
        '21: desks.central.staff.ben.slack: "U0ANA0001", as at desks.central.staff.ana.slack; allowed: one entry for each person',
      ),
    ],
    [
      'open hours that overlap on one day',
      deskText(['14:00-20:00', '12:00-20:00']),
      line(
        7,
        '28: desks.central.openHours.mon[1]: "12:00-20:00" overlaps "09:00-13:00" on mon; allowed: spans that are apart',
      ),
    ],
    [
      'open hours that overlap across midnight and the end of the week',
      deskText(['sat: ["22:00-02:00"]', 'sun: ["22:00-09:30"]']),
      line(
        8,
        '13: desks.central.openHours.sun[0]: "22:00-09:30" overlaps "09:00-13:00" on mon; allowed: spans that are apart',
      ),
    ],
    [
      'nobody who leads',
      deskText([', lead: true', '']),
      line(9, '5: desks.central.staff: nobody leads; allowed: at least one person with lead: true'),
    ],
    [
      'nobody but trainees',
      deskText(['lead: true', 'lead: true, trainee: true']),
      line(
        9,
        '5: desks.central.staff: nobody can approve an answer; allowed: at least one person who is no trainee',
      ),
    ],
    [
      'two desks with one channel',
      deskText() + secondDesk('branch', ['C0XDESK02', 'C0XDESK01']),
      line(
        16,
        '14: desks.branch.channel: "C0XDESK01", as at desks.central.channel; allowed: a channel for each desk',
      ),
    ],
    [
      'two desks with one X account, in whatever capitals',
      deskText() + secondDesk('branch', ['branchlibrary', 'CentralLibrary']),
      line(
        17,
        '18: desks.branch.x.handle: "CentralLibrary", as at desks.central.x.handle; allowed: one desk for each X account',
      ),
    ],
    [
      'two desks with the same secrets',
      deskText() + secondDesk('branch', ['BRANCH', 'MAIN']),
      line(
        17,
        '42: desks.branch.x.secrets: "MAIN", as at desks.central.x.secrets; allowed: secrets of its own for each X account',
      ),
    ],
    [
      'an undo time out of bounds',
      `${deskText()}    send: { undoSeconds: 1 }\n`,
      line(15, '26: desks.central.send.undoSeconds: 1; allowed: a whole number of seconds from 5 to 120'),
    ],
    [
      'a budget of nothing',
      `${deskText()}    budget: { monthlyUsd: 0 }\n`,
      line(15, '27: desks.central.budget.monthlyUsd: 0; allowed: at least 1 dollar'),
    ],
    [
      'a key that is there twice',
      `${deskText()}    channel: C0XDESK02\n`,
      line(15, '5: this key is here twice; allowed: once'),
    ],
    ['no desk', 'desks: {}', line(1, '1: desks: no desk; allowed: at least one')],
    ['an empty file', '', line(1, '1: empty; allowed: a map of desks, budget')],
    ['a tab', 'desks:\n\tcentral: {}', line(2, '1: a tab before the first word of a line; allowed: spaces')],
  ])('%s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('anchors and aliases, by the first of them', () => {
    expect(problemsOf('desks:\n  central: &one {}\n  branch: *one\n')).toEqual([
      'desk.yaml:2:17: an anchor or alias (& or *); allowed: the value written out',
    ]);
  });

  test('a file that is not there, with what to do', async () => {
    await expect(loadDeskFile('/nowhere/desk.yaml')).rejects.toThrow(
      '/nowhere/desk.yaml: not found; copy desk.example.yaml there and fill it in',
    );
  });
});

describe('several problems', () => {
  test('come at once and in the order of the file, those of schema and rules and YAML together', () => {
    const text = deskText(
      ['C0XDESK01', 'general'],
      ['14:00-20:00', '12:00-20:00'],
      ['signature: BT', 'signature: 12'],
      ['[ana, ben]', '[zoe]'],
    );
    const places = problemsOf(`${text}    timeZone: Europe/Paris\n`).map((problem) => problem.split(' ')[0]);
    expect(places).toEqual([
      'desk.yaml:3:14:',
      'desk.yaml:7:28:',
      'desk.yaml:11:54:',
      'desk.yaml:13:66:',
      'desk.yaml:15:5:',
    ]);
  });

  test('bring no false ones: a lead flag that cannot be read is not a missing lead', () => {
    expect(problemsOf(deskText(['lead: true', 'lead: yes']))).toEqual([
      'desk.yaml:10:64: desks.central.staff.ana.lead: "yes"; allowed: true or false',
    ]);
  });
});

describe('warnings', () => {
  test('name words of earlier versions that no screen shows; such words are left out, whatever they say', () => {
    const retired = ['note.removed: "Weg: {was}"', `history.scrub: ${'x'.repeat(300)}`, 'history.looked: Da'];
    const words = ['button.open: Look', ...retired].map((one) => `      ${one}\n`).join('');
    const { desks, warnings } = readDeskFile(`${deskText()}    words:\n${words}`, 'desk.yaml');
    expect(desks[0]?.words).toEqual({ 'button.open': 'Look' });
    const place = 'desk.yaml:\\d+:7: desks\\.central\\.words\\.';
    expect(warnings).toEqual(
      ['note\\.removed', 'history\\.scrub', 'history\\.looked'].map((key) =>
        expect.stringMatching(`^${place}${key}: no screen of this version shows it; usual: to leave it out$`),
      ),
    );
  });

  test('a shift outside open hours is taken, and told', () => {
    const { desks, warnings } = readDeskFile(deskText(['days: [sat]', 'days: [sat, sun]']), 'desk.yaml');
    expect(desks[0]?.rota.shifts[1]?.days).toEqual(['sat', 'sun']);
    expect(warnings).toEqual([
      'desk.yaml:14:34: desks.central.shifts[1].at[0]: "22:00-24:00" on sun is outside open hours; usual: shifts in open hours',
    ]);
  });

  test('a shift in the small hours belongs to the evening before', () => {
    const text = deskText(['days: [sat], at: ["22:00-24:00"]', 'days: [sun], at: ["01:00-03:00"]']);
    expect(readDeskFile(text, 'desk.yaml').warnings).toEqual([]);
  });

  test('a desk that only links, on any plan', () => {
    const { desks, warnings } = readDeskFile(deskText(['notGovernment', 'linkOnly']), 'desk.yaml');
    expect(desks[0]?.account).toMatchObject({ governmentUse: 'linkOnly', linkOnly: true });
    expect(warnings).toEqual([]);
  });

  test('government use on a self-serve plan', () => {
    expect(readDeskFile(deskText(['notGovernment', 'enterprise']), 'desk.yaml').warnings).toEqual([
      'desk.yaml:4:55: desks.central.x.plan: self-serve, with governmentUse: enterprise; usual: enterprise, which X wants for government use',
    ]);
  });
});
