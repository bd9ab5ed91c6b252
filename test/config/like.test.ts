import { describe, expect, it } from 'vitest';
import { readDeskFile } from '../../src/config/desk-file.js';
import { deskText, secondDesk } from './desk-text.js';
import { problemsOf } from './problems.js';

/** A desk that is like central, with what else it says of itself. */
const branch = (like = 'central', more = '') => `  branch:
    channel: C0XDESK02
    x: { handle: branchlibrary, secrets: BRANCH, plan: self-serve, governmentUse: notGovernment }
    like: ${like}
${more}`;
const own = {
  timeZone: '    timeZone: Europe/Paris\n',
  openHours: '    openHours: { mon: ["09:00-12:00"] }\n',
  closures: '    closures: [{ on: 2026-12-25, name: Christmas }]\n',
  staff: '    staff: { eve: { slack: U0EVE0001, name: Eve, signature: E, lead: true } }\n',
  people: '    people: { eve: { slack: U0EVE0001 } }\n',
  shifts: '    shifts: [{ days: [mon], at: ["09:00-12:00"], who: [eve] }]\n',
  rota: '    rota: { ics: rota.ics }\n',
  covers: '    covers: [{ on: 2026-12-01, of: ana, by: ben }]\n',
};

const read = (text: string) => readDeskFile(text, 'desk.yaml');

describe('a desk that is like another', () => {
  it('has its staff, rota, closures and covers, wherever it stands in the file', () => {
    const central = deskText(['    shifts:', `${own.closures}${own.covers}    fallback: ana\n    shifts:`]);
    for (const text of [central + branch(), `desks:\n${branch()}${central.replace('desks:\n', '')}`]) {
      const desks = new Map<string, ReturnType<typeof read>['desks'][number]>(
        read(text).desks.map((desk) => [desk.id, desk]),
      );
      const [mine, theirs] = [desks.get('branch'), desks.get('central')];
      expect(mine?.rota).toEqual(theirs?.rota);
      expect(mine?.rota).toMatchObject({ timeZone: 'Europe/London', covers: [{ of: 'ana', by: 'ben' }] });
      expect([mine?.like, mine?.fallback, theirs?.like]).toEqual(['central', 'ana', undefined]);
    }
  });

  it('has nothing else of it: no budget, words or standards', () => {
    const more =
      '    budget: { monthlyUsd: 50 }\n    standards: { question: 1h }\n    words: { network.name: Y }\n';
    const [, desk] = read(deskText() + more + branch()).desks;
    expect(desk).toMatchObject({ words: {}, responseTargets: { question: 4 * 60 * 60_000 } });
    expect(desk?.budget).toBeUndefined();
  });

  it('may ask somebody else of the same staff when nobody is on shift', () => {
    const text = deskText([', trainee: true', '']);
    const [, desk] = read(`${text}    fallback: ana\n${branch('central', '    fallback: ben\n')}`).desks;
    expect(desk?.fallback).toBe('ben');
    expect(problemsOf(deskText() + branch('central', '    fallback: eve\n'))).toEqual([
      'desk.yaml:19:15: desks.branch.fallback: "eve" is not in staff; allowed: ana, ben',
    ]);
  });

  it('leaves the calendar to the other desk: it is read once', () => {
    const [start] = deskText().split('    shifts:');
    const [central, desk] = read(`${start}${own.rota}${branch()}`).desks;
    expect([central?.feed?.from.endsWith('rota.ics'), desk?.feed]).toEqual([true, undefined]);
  });

  it.each(Object.entries(own))('cannot have %s of its own', (key, text) => {
    expect(problemsOf(deskText() + branch('central', text))).toEqual([
      `desk.yaml:19:5: desks.branch.${key}: ${key} beside like; allowed: one of the two: with like it comes from the other desk`,
    ]);
  });

  it.each([
    ['centrl', '"centrl" is no desk of this file. Did you mean `central`?'],
    ['nowhere', '"nowhere" is no desk of this file; allowed: central'],
    ['toString', '"toString" is no desk of this file; allowed: central'],
    ['branch', '"branch" is this desk itself; allowed: central'],
    ['[central]', 'a list; allowed: the id of another desk of this file'],
  ])('like: %s is a problem of that line alone', (like, said) => {
    expect(problemsOf(deskText() + branch(like))).toEqual([`desk.yaml:18:11: desks.branch.like: ${said}`]);
  });

  it('is like no desk that is like another, nor are two like each other', () => {
    const park = branch('branch').replaceAll('branch:', 'park:').replace('C0XDESK02', 'C0XDESK03');
    const third = park.replace('branchlibrary', 'parklibrary').replace('BRANCH', 'PARK');
    const chain = deskText() + branch() + third;
    expect(problemsOf(chain)).toEqual([
      'desk.yaml:22:11: desks.park.like: "branch" is like another desk itself; allowed: central',
    ]);
    expect(problemsOf(`desks:\n${branch('park')}${third}`)).toEqual([
      'desk.yaml:5:11: desks.branch.like: "park" is like another desk itself; allowed: a desk of this file with people and shifts of its own',
      'desk.yaml:9:11: desks.park.like: "branch" is like another desk itself; allowed: a desk of this file with people and shifts of its own',
    ]);
  });

  it('what is wrong with what it shares is said once, where it stands', () => {
    const wrong = deskText(['who: [ana, ben]', 'who: [ana, bne]']) + branch();
    expect(problemsOf(wrong)).toEqual([
      'desk.yaml:13:71: desks.central.shifts[0].who[1]: "bne" is not in staff; allowed: ana, ben',
    ]);
    expect(problemsOf(deskText(['Europe/London', 'Europe/Lundon']) + branch())).toHaveLength(1);
    expect(read(deskText(['days: [sat]', 'days: [sat, sun]']) + branch()).warnings).toHaveLength(1);
  });
});

describe('a desk that is like one that practises', () => {
  const likes = (central: string, branchX: string) => {
    const text =
      deskText(['plan: self-serve', `plan: self-serve${central}`]) +
      branch().replace('secrets: BRANCH', `secrets: BRANCH${branchX}`);
    return read(text).desks.map(({ id, like, rota }) => ({ id, like, shifts: rota.shifts.length }));
  };
  const practice = ', practice: true';

  it('has its people, its rota and its covers while it practises too', () => {
    expect(likes(practice, practice)).toMatchObject([
      { id: 'central-practice' },
      { id: 'branch-practice', like: 'central-practice' },
    ]);
  });

  it.each([
    ['live', practice, ''],
    ['for practice, and that one is live', '', practice],
  ])(
    'has only what desk.yaml says of it where it is %s: covers of practice are no real ones',
    (_, one, other) => {
      const [central, branchDesk] = likes(one, other);
      expect(branchDesk?.like).toBeUndefined();
      expect(branchDesk?.shifts).toBe(central?.shifts);
    },
  );
});

describe('a budget of all desks together', () => {
  const both = `${deskText()}${secondDesk('branch')}`;

  it('counts every desk of the file but those that practise', () => {
    const text = `${both.replace('secrets: BRANCH', 'secrets: BRANCH, practice: true')}budget: { monthlyUsd: 80 }\n`;
    expect(read(text).desks.map(({ budgetTogether }) => budgetTogether)).toEqual([
      { monthlyUsd: 80, desks: ['central'] },
      undefined,
    ]);
    const [, branchDesk] = read(`${both}budget: { monthlyUsd: 80 }\n`).desks;
    expect(branchDesk?.budgetTogether).toEqual({ monthlyUsd: 80, desks: ['central', 'branch'] });
    expect(branchDesk?.budget).toBeUndefined();
  });

  it('is at least a dollar', () => {
    expect(problemsOf(`${deskText()}budget: { monthlyUsd: 0 }\n`)).toEqual([
      'desk.yaml:15:23: budget.monthlyUsd: 0; allowed: at least 1 dollar',
    ]);
  });
});
