import { expect, it } from 'vitest';
import type { PeriodKind } from '../../../src/core/board/report.js';
import { billedMonths, lastPeriod, nextWeekOpens } from '../../../src/core/report/period.js';
import { periodText } from '../../../src/core/report/phrases.js';
import { aDesk, aRota, tuesday } from '../../build.js';

const span = (kind: PeriodKind, now: number, timeZone = 'Europe/London') => {
  const { fromMs, toMs } = lastPeriod({ timeZone }, kind, now);
  return [fromMs, toMs].map((ms) => new Date(ms).toISOString());
};

it.each<[PeriodKind, string, string]>([
  ['week', '2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
  ['month', '2026-09-30T23:00:00.000Z', '2026-11-01T00:00:00.000Z'],
  ['quarter', '2026-06-30T23:00:00.000Z', '2026-09-30T23:00:00.000Z'],
])(
  'the last whole %s on a Tuesday in November is by the desk’s calendar, clock change and all',
  (kind, from, to) => {
    expect(span(kind, tuesday)).toEqual([from, to]);
  },
);

it('at the first moment of a week, a year and a quarter the one before is over', () => {
  expect(span('week', Date.UTC(2026, 10, 23))[0]).toBe('2026-11-16T00:00:00.000Z');
  expect(span('quarter', Date.UTC(2027, 0, 1))).toEqual([
    '2026-09-30T23:00:00.000Z',
    '2027-01-01T00:00:00.000Z',
  ]);
  expect(span('month', Date.UTC(2027, 0, 1) - 1)[1]).toBe('2026-12-01T00:00:00.000Z');
});

it('is called as people call it', () => {
  const called = (kind: PeriodKind) => periodText(aDesk(), lastPeriod(aRota(), kind, tuesday));
  expect(called('week')).toBe('the week from 16 November to 22 November');
  expect(called('month')).toBe('October 2026');
  expect(called('quarter')).toBe('July to September 2026');
});

it('the next week begins when the library first opens in it, also after a holiday', () => {
  const opens = (given: Parameters<typeof aRota>[0]) =>
    new Date(nextWeekOpens(aRota(given), tuesday)).toISOString();
  expect(opens({})).toBe('2026-11-30T09:00:00.000Z');
  const closures = [{ from: '2026-11-30', to: '2026-12-01', name: 'Repairs' }];
  expect(opens({ closures })).toBe('2026-12-02T09:00:00.000Z');
});

it('the network bills a week over the end of a month in both months, by UTC', () => {
  const week = lastPeriod(aRota(), 'week', Date.UTC(2026, 10, 3));
  expect(billedMonths(week).map((ms) => new Date(ms).toISOString().slice(0, 7))).toEqual([
    '2026-10',
    '2026-11',
  ]);
  const month = lastPeriod({ timeZone: 'Europe/London' }, 'month', Date.UTC(2026, 11, 3));
  expect(billedMonths(month).map((ms) => new Date(ms).toISOString().slice(0, 7))).toEqual(['2026-11']);
});
