import { expect, it } from 'vitest';
import { comingShifts, partOfShift } from '../../../src/core/rota/coming-shifts.js';
import { aRota, tuesday } from '../../build.js';

const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);
const night = { days: ['tue'], at: [{ fromMinute: 22 * 60, toMinute: 26 * 60 }], who: ['ana'] } as const;

it('has what is left of today, and two weeks, by day', () => {
  const shifts = comingShifts(aRota(), tuesday).map(({ member, fromMs }) => [member.key, fromMs]);
  expect(shifts.slice(0, 3)).toEqual([
    ['ana', at(24, 9)],
    ['ben', at(24, 13)],
    ['ana', at(25, 9)],
  ]);
  expect(shifts.at(-1)).toEqual(['ben', at(37, 13)]);
});

it('what adjoins on a day is one shift; what reaches into the next day stays whole', () => {
  const rota = aRota({
    shifts: [
      night,
      {
        days: ['tue'],
        at: [
          { fromMinute: 600, toMinute: 720 },
          { fromMinute: 720, toMinute: 780 },
        ],
        who: ['ana'],
      },
    ],
  });
  const [day, dark] = comingShifts(rota, tuesday);
  expect([day?.fromMs, day?.toMs]).toEqual([at(24, 10), at(24, 13)]);
  expect([dark?.fromMs, dark?.toMs]).toEqual([at(24, 22), at(25, 2)]);
  expect(comingShifts(rota, at(25, 1))[0]).toMatchObject({ fromMs: at(24, 22) });
});

it('gives a shift to whoever covers it', () => {
  const covers = [{ fromMs: at(24, 13), toMs: at(24, 15), of: 'ben', by: 'carla' }];
  const today = comingShifts(aRota({ covers }), tuesday).filter(({ fromMs }) => fromMs < at(25, 0));
  expect(today.map(({ member, fromMs }) => [member.key, fromMs])).toEqual([
    ['ana', at(24, 9)],
    ['ben', at(24, 15)],
    ['carla', at(24, 13)],
  ]);
});

it.each([
  [undefined, undefined, [13, 17]],
  ['14:00', undefined, [14, 17]],
  [undefined, '15:00', [13, 15]],
  ['14:00', '15:00', [14, 15]],
  ['12:00', '18:00', [12, 18]],
])('the part from %s until %s of 13 to 17', (from, until, [fromHour = 0, toHour = 0]) => {
  const shift = { fromMs: at(24, 13), toMs: at(24, 17) };
  expect(partOfShift(aRota(), shift, from, until)).toEqual({
    fromMs: at(24, fromHour),
    toMs: at(24, toHour),
  });
});

it('a part after midnight is on the next day', () => {
  const shift = { fromMs: at(24, 22), toMs: at(25, 2) };
  expect(partOfShift(aRota(), shift, '00:00', '01:00')).toEqual({ fromMs: at(25, 0), toMs: at(25, 1) });
  expect(partOfShift(aRota(), shift, '23:00', '00:00')).toEqual({ fromMs: at(24, 23), toMs: at(25, 0) });
});
