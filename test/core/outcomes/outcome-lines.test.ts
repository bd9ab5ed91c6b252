import { expect, it } from 'vitest';
import { accountId } from '../../../src/core/ids.js';
import { outcomeFigures } from '../../../src/core/outcomes/outcome-figures.js';
import { outcomeLines } from '../../../src/core/outcomes/outcome-lines.js';
import { newMonth, type OutcomeMonth } from '../../../src/core/outcomes/outcome-month.js';
import { aDesk } from '../../build.js';

const [october, november, december, january] = [9, 10, 11, 12].map((month) => Date.UTC(2026, month, 1)) as [
  number,
  number,
  number,
  number,
];
const month = (counts: OutcomeMonth['counts'], id = '2026-11', fromMs = november, toMs = december) => ({
  ...newMonth({ id, fromMs, toMs }),
  counts,
});
const year = { fromMs: october, toMs: january };
const said = (...months: OutcomeMonth[]) => outcomeLines(aDesk(), outcomeFigures(months, year));

const many = {
  'greeted follows follows no': 12,
  'greeted follows follows 7': 6,
  'greeted left left no': 4,
  'skipped follows left no': 15,
  'expired follows follows 30': 4,
  'expired left left no': 6,
  'hello follows follows no': 5,
  'greeted gone gone no': 5,
  'not-known not-known not-known not-known': 6,
};

it('shares are said with their ranges, and always what they do not show', () => {
  expect(said(month(many))).toEqual([
    'Did they stay? Of those who followed us in November 2026, 63 drawn at random were looked at again.',
    'Of 22 greeted, 18 still followed after 7 days (61 to 93 %).',
    'Of 22 greeted, 18 still followed after 30 days (61 to 93 %).',
    'Of 22 greeted, 6 wrote to us within 30 days (13 to 48 %).',
    '5 greeted by a hello to all: too few to tell.',
    'Of 25 left alone, 19 still followed after 7 days (57 to 89 %).',
    'Of 25 left alone, fewer than 5 still followed after 30 days.',
    'Of 25 left alone, fewer than 5 wrote to us within 30 days.',
    'Why left alone: skipped by a colleague 15 and nobody got to it in time 10.',
    '5 accounts are gone from X: they have not left us, and count nowhere here.',
    'Of 6 nobody can say what became of them.',
    'Colleagues choose whom they greet, so no difference here shows that greeting makes people stay.',
  ]);
});

it('groups are told apart only where their ranges have nothing in common', () => {
  const stay = (greeted: number, alone: number) =>
    said(
      month({
        'greeted follows follows no': greeted,
        'greeted follows left no': 40 - greeted,
        'skipped follows follows no': alone,
        'skipped follows left no': 40 - alone,
      }),
    );
  expect(stay(35, 12)).toContain('More of those who were greeted stayed than of those left alone.');
  expect(stay(12, 35)).toContain('Fewer of those who were greeted stayed than of those left alone.');
  expect(stay(24, 20)).toContain(
    "The ranges overlap: this doesn't tell whether more stay when they are greeted.",
  );
});

it('numbers below five are nowhere, and a share of fewer than ten is not said', () => {
  const few = { 'greeted follows follows 7': 3, 'skipped follows left no': 7, 'muted left left no': 2 };
  const figures = outcomeFigures([month(few)], year);
  expect(JSON.stringify(figures)).not.toMatch(/:[1-4][,}]/u);
  expect(outcomeLines(aDesk(), figures)).toEqual([
    'Did they stay? Of those who followed us in November 2026, 12 drawn at random were looked at again.',
    'Fewer than 5 greeted: too few to tell.',
    'Fewer than 5 greeted by a hello to all: too few to tell.',
    '9 left alone: too few to tell.',
    'Why left alone: skipped by a colleague 7.',
    'Colleagues choose whom they greet, so no difference here shows that greeting makes people stay.',
  ]);
  expect(said(month({ 'greeted follows follows no': 4 }))).toEqual([
    'Did they stay? Too few who followed us in November 2026 were looked at again so far.',
  ]);
  expect(said()).toEqual(['Did they stay? Nobody was looked at again so far.']);
});

it('a look after 7 days counts before the 30 are over, and whoever was not looked at counts in neither', () => {
  const followed = Array.from({ length: 10 }, (_, n) => ({
    person: accountId(String(n)),
    at: november,
    draw: n,
    ...(n < 9 ? { after7: 'follows' as const, group: 'greeted' as const } : {}),
  }));
  const { groups } = outcomeFigures(
    [{ ...month({ 'greeted not-known follows no': 5, 'greeted follows not-known no': 1 }), followed }],
    year,
  );
  expect(groups.greeted).toMatchObject({
    after7: { of: 10, count: 10 },
    after30: { of: 5 },
    wrote: { of: 6 },
  });
});

it('a period has the months of which somebody followed or was looked at in it', () => {
  const months = [
    month({}, '2026-09', Date.UTC(2026, 8, 1), october),
    month({}, '2026-10', october, november),
    month({}),
  ];
  const of = (fromMs: number, toMs: number) => outcomeFigures(months, { fromMs, toMs }).months;
  expect(of(november, december)).toEqual(['2026-09', '2026-10', '2026-11'].slice(1));
  expect(of(Date.UTC(2026, 9, 20), Date.UTC(2026, 9, 27))).toEqual(['2026-09', '2026-10']);
  expect(of(january, january + 1)).toEqual([]);
});
