import { expect, it } from 'vitest';
import { timingsOn } from '../../../src/core/due/network-timings.js';
import { timings } from '../../../src/core/due/timings.js';
import { dayMs, minuteMs, secondMs } from '../../../src/core/durations.js';

it('a desk on X has the intervals that it was given, however many there are', () => {
  expect(timingsOn('x', timings, 500)).toEqual(timings);
});

it('on Bluesky mentions are read every 15 seconds, and what was removed is looked for every hour', () => {
  const sky = timingsOn('bluesky', timings, 1);
  expect([sky.pollMentionsMs, sky.recheckMs]).toEqual([15 * secondMs, 60 * minuteMs]);
  expect(sky.openLookMs).toBe(minuteMs);
  expect(timingsOn('bluesky', timings, 25)).toEqual(sky);
});

it('a hundred desks on one server stay within half of what it allows an address, and nothing else waits for that', () => {
  const hundred = timingsOn('bluesky', timings, 100);
  expect(hundred.pollMentionsMs).toBe(minuteMs);
  const within = (ms: number) => (5 * minuteMs) / ms;
  const { openLookMs, pollFollowersMs, pollMentionsMs, pollOwnPostsMs } = hundred;
  // A look at mentions is one call, and one for their posts. The posts of 50 open cards are two more.
  const each = 2 * within(pollMentionsMs) + within(pollOwnPostsMs) + 2 * within(openLookMs);
  expect(pollFollowersMs).toBe(dayMs);
  expect(100 * each).toBeLessThanOrEqual(1_500);
  expect(hundred.writeDeadlineMs).toBe(timings.writeDeadlineMs);
});

it.each([secondMs, dayMs])(
  'an interval that was given otherwise than usual stays: %i ms',
  (pollMentionsMs) => {
    expect(timingsOn('bluesky', { ...timings, pollMentionsMs }, 1).pollMentionsMs).toBe(pollMentionsMs);
  },
);

it('on Bluesky a look back covers more than a week', () => {
  expect(timingsOn('bluesky', timings, 1).deepLookMs).toBeGreaterThan(7 * dayMs);
});
