import { expect, it } from 'vitest';
import { lineOf } from './case.js';
import { casesOf, closingLine, inSeed, isClean, runFuzz, simplest } from './run.js';
import { wholeDesk } from './whole.js';

const seeds = 10;
/** Some seconds on a quiet machine; all of it is computing, which a busy one makes long. */
const timeoutMs = 180_000;
/**
 * A screen that never ends is found here. How long one takes is for `npm run fuzz`, which has its process alone: here it
 * shares one with other files, whose memory is tidied up meanwhile.
 */
const screenMs = 20_000;

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
      mostMs: screenMs,
    }).finally(desk.close);
    expect(said).toEqual([]);
    expect(closingLine(counts)).toBe(
      'fuzz: cases 500, whole 10, pings 0, foreign links 0, formats 0, refused messages 0, lost 0, late acks 0',
    );
  },
  timeoutMs,
);

it('a run in which nothing was judged is not clean', () => {
  const none = { pings: 0, 'foreign links': 0, formats: 0, 'refused messages': 0, lost: 0, 'late acks': 0 };
  expect(isClean({ ...none, cases: 500, whole: 10 })).toBe(true);
  expect(isClean({ ...none, cases: 0, whole: 10 })).toBe(false);
  expect(isClean({ ...none, cases: 500, whole: 0 })).toBe(false);
  for (const kind of Object.keys(none))
    expect(isClean({ ...none, cases: 500, whole: 10, [kind]: 1 })).toBe(false);
});

it('a fault that does not come again is told with its case', () => {
  const [drawn] = casesOf(17, 1);
  if (!drawn) throw new Error('A seed gives cases.');
  const told = simplest({ kind: 'late acks', what: '1200 ms' }, drawn, 17, 0, screenMs);
  expect(told).toContain('late acks: "1200 ms" · --seed 17');
  expect(told).toContain(lineOf(drawn));
});
