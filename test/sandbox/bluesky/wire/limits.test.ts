import { expect, test } from 'vitest';
import { countCall, hourMs, ofAddress, ofWrites } from '../../../../src/sandbox/bluesky/wire/limits.js';
import { createClock } from '../../../../src/sandbox/world/clock.js';

/** What counting needs of a Bluesky. */
function fresh() {
  const clock = createClock(0, 0);
  const sky = { state: { windows: {}, hasLimits: true }, world: { clock } };
  return { clock, sky: sky as never as Parameters<typeof countCall>[0] };
}

/** After how many calls the next one is too much. */
function callsUntilRefused(...asked: Parameters<typeof countCall>): number {
  for (let n = 0; n < 40_000; n += 1) {
    try {
      countCall(...asked);
    } catch {
      return n;
    }
  }
  return Infinity;
}

test.each([
  ['records made', 3, 1_666],
  ['records put', 2, 2_500],
  ['records deleted', 1, 5_000],
])('an hour has 5,000 points for %s, which cost %i', (_, cost, calls) => {
  const { clock, sky } = fresh();
  expect(callsUntilRefused(sky, ofWrites('did:plc:a', cost))).toBe(calls);
  expect(callsUntilRefused(sky, ofWrites('did:plc:b', cost))).toBe(calls);
  clock.advance(hourMs);
  expect(callsUntilRefused(sky, ofWrites('did:plc:a', cost))).toBeGreaterThan(calls - 2);
});

test('a day has 35,000 points, however they are spread', () => {
  const { clock, sky } = fresh();
  let calls = 0;
  for (let hour = 0; hour < 23; hour += 1) {
    for (let n = 0; n < 4_000; n += 2) {
      try {
        countCall(sky, ofWrites('did:plc:a', 2));
        calls += 1;
      } catch {}
    }
    clock.advance(hourMs);
  }
  expect(calls).toBe(17_500);
});

test('an address has 3,000 calls in five minutes, and is told the tightest of its limits', () => {
  const { sky } = fresh();
  const headers = countCall(sky, [...ofWrites('did:plc:a', 2), ofAddress('127.0.0.1')]);
  expect(headers).toMatchObject({ 'ratelimit-remaining': '2999', 'ratelimit-policy': '3000;w=300' });
  expect(callsUntilRefused(sky, [ofAddress('127.0.0.1')])).toBe(2_999);
});

test('without limits nothing is counted', () => {
  const { sky } = fresh();
  sky.state.hasLimits = false;
  expect(callsUntilRefused(sky, [ofAddress('127.0.0.1')])).toBe(Infinity);
});
