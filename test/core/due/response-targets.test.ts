import { expect, it } from 'vitest';
import { answerBy, overdueAt } from '../../../src/core/due/deadlines.js';
import { actId } from '../../../src/core/ids.js';
import { aCard, aDesk, aFollow, aMention, aRota, minutes, tuesday } from '../../build.js';

const desk = aDesk({ responseTargets: { question: minutes(240), complaint: minutes(60) } });

it('a question is to be answered when it has waited so long in open hours', () => {
  expect(answerBy(desk, aCard())).toBe(tuesday + minutes(240));
  const evening = aCard({ acts: [aMention({ at: tuesday + minutes(6 * 60) })] });
  expect(answerBy(desk, evening)).toBe(Date.UTC(2026, 10, 25, 12, 42));
});

it('the act that may wait least decides, also when it came later', () => {
  const acts = [aMention(), aMention({ id: actId('5002'), at: tuesday + minutes(30), topic: 'complaint' })];
  expect(answerBy(desk, aCard({ acts }))).toBe(tuesday + minutes(90));
});

it('what is answered, removed or has no standard may wait', () => {
  const done = aMention({ answered: true });
  const gone = aMention({ id: actId('5002'), gone: true });
  const praise = aMention({ id: actId('5003'), topic: 'praise' });
  expect(answerBy(desk, aCard({ acts: [done, gone, praise] }))).toBeUndefined();
  expect(answerBy(desk, aCard({ acts: [aFollow()] }))).toBeUndefined();
});

it('a library that never opens keeps no standard', () => {
  const { openHours } = aRota();
  const shut = { ...openHours, mon: [], tue: [], wed: [], thu: [], fri: [], sat: [] };
  expect(answerBy({ ...desk, rota: aRota({ openHours: shut }) }, aCard())).toBeUndefined();
});

const on = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute);
const asked = (at: number) => aCard({ acts: [aMention({ at, topic: 'other' })] });

it.each([
  ['in the morning', on(24, 10, 42), on(25, 10, 42)],
  ['on the day before a closed one', on(28, 11), on(30, 11)],
  ['while closed: to the end of the next open day', on(29, 12), on(30, 17)],
  ['after closing time', on(24, 20), on(25, 17)],
])('"1 open day" for what came %s', (_when, came, due) => {
  expect(answerBy(aDesk({ responseTargets: { other: { openDays: 1 } } }), asked(came))).toBe(due);
});

it('"2 open days" are twice as far, and the fallback person is asked after twice the target', () => {
  const two = aDesk({ responseTargets: { other: { openDays: 2 } } });
  expect(answerBy(two, asked(on(24, 10)))).toBe(on(26, 10));
  const one = aDesk({ responseTargets: { other: { openDays: 1 } } });
  expect(overdueAt(one, asked(on(24, 10)), 'fallback')).toBe(on(26, 10));
});

it('a day that closes before the time of day ends the wait, and a clock change moves nothing', () => {
  const short = [{ fromMinute: 600, toMinute: 780 }];
  const { openHours } = aRota();
  const target = { responseTargets: { other: { openDays: 1 } } };
  const saturday = aDesk({ ...target, rota: aRota({ openHours: { ...openHours, sat: short } }) });
  expect(answerBy(saturday, asked(on(27, 16)))).toBe(on(28, 13));
  // British summer time ends on the Sunday between.
  const before = Date.UTC(2026, 9, 24, 10);
  expect(answerBy(aDesk(target), asked(before))).toBe(Date.UTC(2026, 9, 26, 11));
});
