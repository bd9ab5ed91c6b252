import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReportedAct } from '../../../src/core/report/acts.js';
import { hoursOf } from '../../../src/core/report/hours.js';
import { weekdays } from '../../../src/core/rota/local-time.js';
import { times } from './scene.js';

const came = (weekday: ReportedAct['weekday'], hour: number, count: number, isLate = false) =>
  times(
    count,
    (): ReportedAct => ({
      ...{ kind: 'question', at: 0, weekday, hour, outcome: 'in-desk', waitedMs: 0, isLate },
    }),
  );
/** So many at each hour from 10 to 16, on two days. */
const evenly = (count: number) =>
  [10, 11, 12, 13, 14, 15].flatMap((hour) => [...came('mon', hour, count), ...came('tue', hour, count)]);

it('hours stand alone where most have five, and else together in the smallest blocks that have', () => {
  expect([5, 3, 2].map((count) => hoursOf(evenly(count)).hoursTogether)).toEqual([1, 2, 3]);
  expect(hoursOf(evenly(3)).byWeekHour.map(({ hour, came }) => [hour, came])).toEqual(
    [10, 12, 14].flatMap((hour) => times(2, () => [hour, 6])),
  );
});

it('blocks are larger where hours alone could not say how many waited too long', () => {
  const some = [10, 11].flatMap((hour) => [...came('mon', hour, 9), ...came('mon', hour, 3, true)]);
  expect(hoursOf(some)).toEqual({
    hoursTogether: 2,
    byHour: [{ hour: 10, came: 24, late: 6 }],
    byWeekHour: [{ weekday: 'mon', hour: 10, came: 24 }],
  });
});

it('too few for any block are left empty in the largest, not added to it', () => {
  expect(hoursOf(came('mon', 10, 3))).toEqual({ hoursTogether: 3, byHour: [{ hour: 9 }], byWeekHour: [] });
});

it('nothing from one to four is said, whatever came', () => {
  const act = fc.record({
    weekday: fc.constantFrom(...weekdays.slice(0, 3)),
    hour: fc.integer({ min: 9, max: 16 }),
    isLate: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 120 }), (acts) => {
      const { byHour, byWeekHour } = hoursOf(acts as readonly unknown[] as readonly ReportedAct[]);
      const said = [...byHour, ...byWeekHour].flatMap((one) => [
        one.came ?? 0,
        ...('late' in one ? [one.late ?? 0, (one.came ?? 0) - (one.late ?? 0)] : []),
      ]);
      expect(said.filter((count) => count > 0 && count < 5)).toEqual([]);
    }),
  );
});
