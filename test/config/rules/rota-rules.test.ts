import { describe, expect, test } from 'vitest';
import { readDeskFile } from '../../../src/config/desk-file.js';
import { deskText } from '../desk-text.js';
import { problemsOf } from '../problems.js';

const HOUR_MS = 3_600_000;
const ms = (iso: string) => Date.parse(iso);
const read = (more: string, ...changes: readonly (readonly [from: string, to: string])[]) => {
  const [desk] = readDeskFile(deskText(...changes) + more, 'desk.yaml').desks;
  if (!desk) throw new Error('no desk');
  return desk;
};

/** The same desk with a calendar in place of its shifts. */
const withFeed = (ics: string) =>
  deskText().replace(/ {4}shifts:\n(?: {6}.*\n)+/, `    rota: { ics: "${ics}" }\n`);

describe('a right file', () => {
  test('names closed days and ranges of them', () => {
    const text = `    closures:
      - { on: 2026-12-25, name: Christmas }
      - { from: 2026-12-28, to: 2027-01-01, name: Winter }
`;
    expect(read(text).rota.closures).toEqual([
      { from: '2026-12-25', to: '2026-12-25', name: 'Christmas' },
      { from: '2026-12-28', to: '2027-01-01', name: 'Winter' },
    ]);
  });

  test('has shifts of some weeks only, and of one day in the month', () => {
    const { rota } = read(
      '',
      [
        '17:00-20:00"], who: [ana, ben] }',
        '17:00-20:00"], who: [ana], every: { weeks: 2, from: 2026-01-05 } }',
      ],
      ['22:00-24:00"], who: [ana] }', '22:00-24:00"], who: [ana], nth: last }'],
    );
    expect(rota.shifts.map(({ every, nth }) => ({ every, nth }))).toEqual([
      { every: { weeks: 2, from: '2026-01-05' } },
      { nth: 'last' },
    ]);
  });

  test('has covers that are known long before, of a whole day or a part of it', () => {
    const text = `    covers:
      - { on: 2026-07-06, at: "09:00-13:00", of: ana, by: ben }
      - { on: 2026-12-07, of: ben, by: ana }
`;
    expect(read(text).rota.covers).toEqual([
      { of: 'ana', by: 'ben', fromMs: ms('2026-07-06T08:00Z'), toMs: ms('2026-07-06T12:00Z') },
      { of: 'ben', by: 'ana', fromMs: ms('2026-12-07T00:00Z'), toMs: ms('2026-12-08T00:00Z') },
    ]);
  });

  test('sets standards, nudges and who is asked when nobody is on shift', () => {
    const text = `    fallback: ana
    standards: { question: 90m, complaint: 2h }
    nudges: { stillOnItMinutes: 20 }
`;
    const desk = read(text);
    expect(desk.fallback).toBe('ana');
    expect(desk.responseTargets).toEqual({
      question: 1.5 * HOUR_MS,
      complaint: 2 * HOUR_MS,
      other: { openDays: 1 },
    });
    expect(desk.nudges.stillOnItMs).toBe(HOUR_MS / 3);
    const off = '    standards: { question: off, complaint: off, other: off }\n';
    expect(read(off).responseTargets).toEqual({});
  });

  test('has a standard for complaints and for what is none of the three, unless it says otherwise', () => {
    expect(read('').responseTargets).toEqual({
      question: 4 * HOUR_MS,
      complaint: 4 * HOUR_MS,
      other: { openDays: 1 },
    });
    const own = '    standards: { complaint: 2 open days, other: 30m }\n';
    expect(read(own).responseTargets).toMatchObject({ complaint: { openDays: 2 }, other: HOUR_MS / 2 });
  });

  test('may have its shifts in a calendar, at an address or beside the file', () => {
    const from = (ics: string) =>
      readDeskFile(withFeed(ics), '/etc/desk/desk.yaml').desks.map(({ feed, rota }) => [
        feed?.from,
        rota.shifts,
      ]);
    const own = withFeed('https://intranet/a.ics').replace('.ics" }', '.ics", privateAddress: true }');
    expect(readDeskFile(own, 'desk.yaml').desks[0]?.feed?.mayBePrivate).toBe(true);
    expect(readDeskFile(withFeed('https://intranet/a.ics'), 'desk.yaml').desks[0]?.feed?.mayBePrivate).toBe(
      false,
    );
    expect(from('https://calendar.example/a.ics')).toEqual([['https://calendar.example/a.ics', []]]);
    expect(from('webcal://calendar.example/a')).toEqual([['https://calendar.example/a', []]]);
    expect(from('rota.ics')).toEqual([['/etc/desk/rota.ics', []]]);
  });

  test('may take its staff from the channel, and say more of some', () => {
    const desk = read(
      '',
      ['    staff:\n', '    staff: channel\n    people:\n'],
      ['[ana, ben]', '[ana, U0DEV0009]'],
    );
    expect(desk.membership).toBe('channel');
    expect(desk.rota.staff.map(({ key }) => key)).toEqual(['ana', 'ben']);
    expect(desk.rota.shifts[0]?.who).toEqual(['ana', 'U0DEV0009']);
  });
});

describe('each problem is told with its place, what was found and what is allowed', () => {
  test.each([
    [
      'a day that no month has',
      '    closures: [{ on: 2026-02-30, name: Leap }]\n',
      '15:22: desks.central.closures[0].on: "2026-02-30"; allowed: a date such as 2026-12-25',
    ],
    [
      'a closure that ends before it begins',
      '    closures: [{ from: 2026-12-24, to: 2026-01-01, name: Winter }]\n',
      '15:40: desks.central.closures[0].to: "2026-01-01" is before "2026-12-24"; allowed: the last closed day',
    ],
    [
      'a closure of a day and a range',
      '    closures: [{ on: 2026-12-24, to: 2026-12-26, name: Winter }]\n',
      '15:16: desks.central.closures[0]: on, to; allowed: either on, or from and to',
    ],
    [
      'a closure of no day',
      '    closures: [{ name: Winter }]\n',
      '15:16: desks.central.closures[0]: no day; allowed: either on, or from and to',
    ],
    [
      'a cover by somebody unknown',
      '    covers: [{ on: 2026-12-01, of: ana, by: zoe }]\n',
      '15:45: desks.central.covers[0].by: "zoe" is not in staff; allowed: ana, ben',
    ],
    [
      'a cover for oneself',
      '    covers: [{ on: 2026-12-01, of: ana, by: ana }]\n',
      '15:45: desks.central.covers[0].by: "ana" for themselves; allowed: somebody else',
    ],
    [
      'a fallback who is not on the staff',
      '    fallback: zoe\n',
      '15:15: desks.central.fallback: "zoe" is not in staff; allowed: ana, ben',
    ],
    [
      'a fallback who may not check',
      '    fallback: ben\n',
      '15:15: desks.central.fallback: "ben" is a trainee; allowed: somebody who may check answers',
    ],
    [
      'a standard that is no time',
      '    standards: { question: soon }\n',
      '15:28: desks.central.standards.question: "soon"; allowed: a time such as 4h, 30m or 1 open day, or off',
    ],
    [
      'putting back before asking',
      '    nudges: { putBackMinutes: 20 }\n',
      '15:31: desks.central.nudges.putBackMinutes: 20, with stillOnItMinutes: 30; allowed: later than the question',
    ],
    [
      'a calendar beside shifts',
      '    rota: { ics: rota.ics }\n',
      '15:5: desks.central.rota: rota beside shifts; allowed: one of the two',
    ],
    [
      'people beside a closed list',
      '    people: { dev: { slack: U0DEV0001, name: Dev, signature: DP } }\n',
      '15:5: desks.central.people: people beside a list of staff; allowed: people with staff: channel',
    ],
  ])('%s', (_name, more, problem) => {
    expect(problemsOf(deskText() + more)).toEqual([`desk.yaml:${problem}`]);
  });

  test.each([
    [
      'the last of several days',
      deskText(
        ['who: [ana, ben]', 'who: [ana, ben], nth: last'],
        ['[mon]', '[mon, tue]'],
        ['sat: [', 'tue: ['],
      ),
      '13:82: desks.central.shifts[0].nth: nth with several days; allowed: one day, as in days: [sat]',
    ],
    [
      'every other last Saturday',
      deskText(['who: [ana] }', 'who: [ana], nth: last, every: { weeks: 2, from: 2026-01-05 } }']),
      '14:57: desks.central.shifts[1].nth: nth beside every; allowed: one of the two',
    ],
    [
      'a sixth Saturday',
      deskText(['who: [ana] }', 'who: [ana], nth: 6 }']),
      '14:62: desks.central.shifts[1].nth: 6; allowed: last, or a number from 1 to 5',
    ],
    [
      'no shifts at all',
      deskText().replace(/ {4}shifts:\n(?: {6}.*\n)+/, ''),
      '2:3: desks.central.shifts: missing; allowed: a list of shifts, or rota: { ics: … }',
    ],
    [
      'a calendar that is neither an address nor a file',
      withFeed('ftp://calendar.example/a.ics'),
      '12:18: desks.central.rota.ics: "ftp://calendar.example/…"; allowed: the https:// address of a calendar, without a name and password in it, or a file such as rota.ics beside this one',
    ],
    [
      'staff that is neither',
      deskText(['    staff:\n', '    staff: everybody\n    people:\n']),
      '9:12: desks.central.staff: "everybody"; allowed: channel, or a map of staff keys such as ana: { … }',
    ],
    [
      'a mistake inside the list of a channel',
      deskText(['    staff:\n', '    staff: channel\n    people:\n'], ['name: Ben, ', "name: '', "]),
      '12:38: desks.central.people.ben.name: ""; allowed: the name that colleagues see: 1 to 75 characters in one line, without control characters and direction marks',
    ],
    [
      'a shift of somebody in a channel without a list',
      deskText(['    staff:\n', '    staff: channel\n    people:\n'], ['who: [ana]', 'who: [zoe]']),
      '15:51: desks.central.shifts[1].who[0]: "zoe" is not in people; allowed: ana, ben, a Slack member id',
    ],
  ])('%s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([`desk.yaml:${problem}`]);
  });
});
