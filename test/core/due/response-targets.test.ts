import { expect, it } from 'vitest';
import { answerBy } from '../../../src/core/due/deadlines.js';
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
