import { expect, it } from 'vitest';
import { firstPollMs, nextPollAt } from '../../../src/core/due/poll-times.js';
import { minutes, tuesday } from '../../build.js';

const interval = minutes(1);
const turns = Array.from({ length: 100 }, (_, nth) => ({ nth, of: 100 }));

it('a desk alone polls an interval from now', () => {
  expect(nextPollAt(tuesday, interval, 'mentions')).toBe(tuesday + interval);
  expect(nextPollAt(tuesday + 7, interval, 'mentions', { nth: 0, of: 1 })).toBe(tuesday + 7 + interval);
});

it('no poll comes later than an interval from now, and from the second on each comes when the one before was due', () => {
  for (const turn of turns) {
    const second = nextPollAt(tuesday + 13, interval, 'own-posts', turn);
    expect(second).toBeGreaterThan(tuesday + 13);
    expect(second).toBeLessThanOrEqual(tuesday + 13 + interval);
    expect(nextPollAt(second + 900, interval, 'own-posts', turn)).toBe(second + interval);
  }
});

it('of a hundred desks whose polls came at one moment, four at most poll within the same second', () => {
  const seconds = turns.flatMap((turn) =>
    (['mentions', 'own-posts'] as const).map((poll) =>
      Math.floor(nextPollAt(tuesday, interval, poll, turn) / 1_000),
    ),
  );
  const inOne = (second: number) => seconds.filter((one) => one === second).length;
  expect(Math.max(...seconds.map(inOne))).toBeLessThanOrEqual(4);
  expect(new Set(seconds).size).toBeGreaterThanOrEqual(60);
});

it('all desks begin at once, but ask Slack one after the other who is there', () => {
  const last = turns.at(-1);
  expect(firstPollMs('mentions', 30_000, last)).toBe(0);
  expect(turns.slice(0, 3).map((turn) => firstPollMs('colleagues', 30_000, turn))).toEqual([0, 4_000, 8_000]);
  expect(firstPollMs('outlook', 30_000)).toBe(30_000);
  expect(firstPollMs('outlook', 30_000, turns[1])).toBe(34_000);
});
