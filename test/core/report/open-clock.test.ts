import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openTimePassedAt } from '../../../src/core/due/deadlines.js';
import { openClock } from '../../../src/core/report/open-clock.js';
import { aRota, minutes } from '../../build.js';

const on = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute);
const rota = aRota();
const clock = openClock(rota, on(16, 0), on(30, 0));

it('counts from Saturday half past four to Monday quarter to ten as 75 minutes', () => {
  expect(clock(on(21, 16, 30), on(23, 9, 45))).toBe(minutes(75));
});

it('counts nothing in the night and on a Sunday, nor backwards', () => {
  expect(clock(on(18, 17), on(19, 9))).toBe(0);
  expect(clock(on(22, 1), on(22, 23))).toBe(0);
  expect(clock(on(18, 12), on(18, 11))).toBe(0);
});

it('leaves out the time in which a card was set aside, also one that still is', () => {
  expect(clock(on(18, 10), on(18, 15), [{ from: on(18, 11), to: on(18, 13) }])).toBe(minutes(180));
  expect(clock(on(18, 10), on(18, 15), [{ from: on(18, 11) }])).toBe(minutes(60));
});

it('says of any act what the deadlines of cards say: whether its time was over', () => {
  const anyTime = fc.integer({ min: on(16, 0), max: on(28, 0) });
  fc.assert(
    fc.property(anyTime, anyTime, anyTime, fc.integer({ min: 1, max: 600 }), (a, b, c, target) => {
      const [from = 0, stopFrom = 0, stopTo = 0] = [a, b, c].toSorted((x, y) => x - y);
      const stops = [{ from: stopFrom, to: stopTo }];
      const deadline = openTimePassedAt(rota, from, minutes(target), stops) ?? 0;
      // While it is set aside nobody is late.
      for (const at of [deadline - 1, deadline + 1].filter((one) => one < on(30, 0) && one > stopTo)) {
        if (at < deadline) expect(clock(from, at, stops)).toBeLessThanOrEqual(minutes(target));
        else expect(clock(from, at, stops)).toBeGreaterThanOrEqual(minutes(target));
      }
    }),
  );
});
