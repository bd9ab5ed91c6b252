import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Card, Hello } from '../../../src/core/card/card.js';
import { outcomeFigures } from '../../../src/core/outcomes/outcome-figures.js';
import { newMonth } from '../../../src/core/outcomes/outcome-month.js';
import { chartsOf } from '../../../src/core/report/charts.js';
import { followLines, reportLines, slippedText, slippedTitle } from '../../../src/core/report/lines.js';
import { reportTable, tableName } from '../../../src/core/report/table.js';
import { aDesk, ana, aPatron, ben, carla } from '../../build.js';
import { asked, followed, on, reportOn, times } from './scene.js';

const desk = aDesk();

/** A week of 24 posts and 5 followers. */
const week: readonly Card[] = [
  ...times(12, () => asked(on(17, 10), on(17, 10, 22))),
  ...times(7, () => asked(on(18, 12), on(19, 11))),
  ...times(5, () => asked(on(18, 14), on(18, 16), {}, 'x')),
  ...times(5, () => followed(on(18, 9), { state: 'expired' })),
];

it('says its figures as a colleague would', () => {
  const bill = [
    { month: '2026-10', microUsd: 1_500_000 },
    { month: '2026-11', microUsd: 3_200_000 },
  ];
  const hello = { kind: 'hello', greets: 9, greeted: 9, answers: 0 } as unknown as Hello;
  expect(reportLines(reportOn(week, desk, { bill, begunAt: on(17, 9), hellos: [hello] }), desk)).toEqual([
    'The desk began on 17 November: nothing before that is counted.',
    '29 things came: 24 questions, 5 new followers.',
    'What became of it: 19 answered in the desk, 5 answered in the X app, 5 left alone.',
    'Half of the answers came within 22 minutes, nine in ten within 7 hours, counted in open hours.',
    'The time that we promise ourselves was kept for 17 of 24 posts: 70%.',
    'Most came Tuesday from 10:00 to 11:00: 12.',
    'Most that waited too long came from 12:00 to 13:00: 7 of 7.',
    '1 hello to everybody new: 9 people greeted, 0 people who answered.',
    'X has billed $4.70 for October and November together.',
  ]);
});

it('says what is too little to be said, and a time in which nothing came', () => {
  const few = reportOn(times(3, () => asked(on(17, 10))));
  expect(reportLines(few, desk).slice(0, 4)).toEqual([
    'Fewer than 5 things came: fewer than 5 questions.',
    'What became of it: fewer than 5 still waiting.',
    'Too few posts were answered to say how long that took.',
    'Too few posts have a promised time to say how often it was kept.',
  ]);
  expect(reportLines(reportOn([]), desk)).toEqual(['Nothing came in this time.']);
});

it('lists what slipped by its kind, its time and how long it waited', () => {
  const report = reportOn([asked(on(20, 12), on(21, 10, 30)), asked(on(21, 9))]);
  expect([
    slippedTitle(report, desk),
    ...report.slipped.map((one) => slippedText(one, report, desk)),
  ]).toEqual([
    '2 posts waited longer than we promise ourselves:',
    'Question · Sat 21 Nov 09:00 · has waited 17 hours in open hours',
    'Question · Fri 20 Nov 12:00 · answered after 6 hours in open hours',
  ]);
  expect(slippedTitle(reportOn(week.slice(0, 12)), desk)).toBe(
    'No post waited longer than we promise ourselves.',
  );
});

it('its charts say in words what they show', () => {
  const charts = chartsOf(reportOn(week, desk), desk);
  expect(charts.map(({ alt }) => alt)).toEqual([
    'A chart of what came in the week from 16 November to 22 November: 24 questions, 5 new followers.',
    'A chart of posts by weekday and hour in the week from 16 November to 22 November. Most came Tuesday from 10:00 to 11:00: 12. Hours with fewer than 5 are left empty.',
    'A chart of posts by the hour at which they came in the week from 16 November to 22 November, and how many waited longer than we promise ourselves. Most that waited too long came from 12:00 to 13:00: 7 of 7.',
  ]);
  const [, heat, late] = charts;
  // Seven days, from 10 to 14.
  expect(heat?.points).toHaveLength(7 * 5);
  expect(heat?.points.filter(({ value }) => value !== undefined)).toEqual([
    { x: '10:00', y: 'Tue', value: 12 },
    { x: '12:00', y: 'Wed', value: 7 },
    { x: '14:00', y: 'Wed', value: 5 },
  ]);
  expect(late?.points.filter(({ x }) => x === '12:00')).toEqual([
    { x: '12:00', y: 'How many', value: 0, series: 'in time' },
    { x: '12:00', y: 'How many', value: 7, series: 'waited too long' },
    { x: '12:00', y: 'How many', value: 0, series: 'fewer than 5 of one kind' },
  ]);
  expect(chartsOf(reportOn([]), desk)).toEqual([]);
});

it('its table has one number a line, and none where it is too small', () => {
  const report = reportOn(week.slice(0, 15), desk);
  expect(tableName(report, desk)).toBe('report-central-week-2026-11-16.csv');
  const lines = reportTable(report, desk).split('\r\n');
  expect(lines[0]).toBe('section,row,column,value');
  expect(lines).toContain('came,question,count,15');
  expect(lines).toContain('standard,late,count,3');
  expect(lines).toContain('hour,12-15,came,');
  expect(
    lines.filter((line) => line.startsWith('slipped') && line.includes('https://x.com/i/status/')),
  ).toHaveLength(3);
});

it('what came of follows stands by itself, in words and numbers, and nowhere where the desk does not look', () => {
  const counts = { 'greeted follows follows no': 20, 'skipped follows left no': 15 };
  const month = { ...newMonth({ id: '2026-11', fromMs: on(1, 0), toMs: on(30, 0) }), counts };
  const outcomes = outcomeFigures([month], { fromMs: on(16, 0), toMs: on(23, 0) });
  const report = reportOn(week, desk, { outcomes });
  const follows = followLines(report, desk);
  expect(follows?.title).toBe(
    'Did they stay? Of those who followed us in November 2026, 35 drawn at random were looked at again.',
  );
  expect(follows?.lines).toContain('Of 20 greeted, 20 still followed after 30 days (84 to 100 %).');
  const rows = reportTable(report, desk).split('\r\n');
  expect(rows).toContain('follow,greeted following after 30 days,lowest percent,84');
  expect(rows).toContain('follow,hello following after 7 days,people,');
  const without = reportOn(week, desk);
  expect(followLines(without, desk)).toBeUndefined();
  expect(reportTable(without, desk)).not.toContain('\nfollow,');
});

it('names no patron, quotes no word, and knows nobody on the staff, whatever they are called', () => {
  const anyWord = fc.string({ minLength: 9, maxLength: 20 }).filter((word) => /^\p{L}/u.test(word));
  fc.assert(
    fc.property(anyWord, anyWord, anyWord, (name, handle, text) => {
      const cards = week.map((card) => ({
        ...card,
        patron: aPatron({ name, handle }),
        acts: card.acts.map((act) => (act.kind === 'mention' ? { ...act, text } : act)),
        answers: card.answers.map((answer) => ({ ...answer, text })),
      }));
      const report = reportOn(cards, desk);
      const slipped = report.slipped.map((one) => slippedText(one, report, desk));
      const said = JSON.stringify([
        report,
        reportLines(report, desk),
        slipped,
        chartsOf(report, desk),
        reportTable(report, desk),
      ]);
      const secret = [name, handle, text, ana, ben, carla, 'Ana', 'Ben', 'Carla', aPatron().id];
      const fixed = JSON.stringify([reportLines(reportOn(week, desk), desk), Object.keys(report)]);
      expect(secret.filter((one) => said.includes(one) && !fixed.includes(one))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
