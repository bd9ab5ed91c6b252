import { expect, it } from 'vitest';
import { closingLine, inSeed, isClean, runFuzz } from './run.js';
import { wholeDesk } from './whole.js';

const seeds = 10;
/** Some seconds on a quiet machine; all of it is computing, which a busy one makes long. */
const mostMs = 180_000;

it(
  `${seeds * inSeed} cases of hostile strings ping nobody, link nowhere, break and lose nothing`,
  async () => {
    const { REDIS_URL: redisUrl } = process.env;
    if (!redisUrl) throw new Error('REDIS_URL is not set. Run the tests by npm test, which starts a Redis.');
    const desk = wholeDesk(redisUrl);
    const said: string[] = [];
    const counts = await runFuzz({
      seed: 17,
      goesOn: (seed) => seed < seeds,
      whole: desk.faultsOf,
      say: (line) => said.push(line),
    }).finally(desk.close);
    expect(said).toEqual([]);
    expect(closingLine(counts)).toBe(
      'fuzz: cases 500, whole 10, pings 0, foreign links 0, refused messages 0, lost 0, late acks 0',
    );
  },
  mostMs,
);

it('a run in which nothing was judged is not clean', () => {
  const none = { pings: 0, 'foreign links': 0, 'refused messages': 0, lost: 0, 'late acks': 0 };
  expect(isClean({ ...none, cases: 500, whole: 10 })).toBe(true);
  expect(isClean({ ...none, cases: 0, whole: 10 })).toBe(false);
  expect(isClean({ ...none, cases: 500, whole: 0 })).toBe(false);
  for (const kind of Object.keys(none))
    expect(isClean({ ...none, cases: 500, whole: 10, [kind]: 1 })).toBe(false);
});
