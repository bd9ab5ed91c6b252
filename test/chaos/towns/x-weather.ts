import { setTimeout as delay } from 'node:timers/promises';
import type { Sky } from '../weather.js';
import { message, post } from '../witnessed.js';
import { cutOff, lagMs, lateMs, type TownWeather, unclear } from './town.js';

/** Answers, in public and in private. */
const sends = [post, post, message];
const reads = [
  'GET /2/users/:id/mentions',
  'GET /2/users/:id/tweets',
  'GET /2/users/:id/followers',
  'GET /2/tweets',
  'GET /2/dm_events',
];

export function xWeather({ stage, dice, plan, tell }: Sky): TownWeather {
  const { clock, faults } = stage.sandbox;
  const lag = (ms: number) => stage.x('lag', { timelineMs: ms, mentionsMs: ms, followersMs: ms });
  return {
    strikes: {
      xBefore: {
        weight: 0.7,
        strike: () => plan({ side: 'x', call: dice.pick(sends), when: 'before', ...dice.pick(unclear) }),
      },
      xAfter: {
        weight: 1.5,
        strike: () =>
          plan({ side: 'x', call: dice.pick(sends), when: 'after', ...dice.pick([...unclear, ...cutOff]) }),
      },
      xLate: {
        weight: 0.6,
        strike: () =>
          plan({
            side: 'x',
            call: post,
            when: 'late',
            lateMs: dice.whole(5_000, lateMs),
            ...dice.pick(unclear),
          }),
      },
      xBusy: {
        weight: 0.5,
        strike: () => {
          const reset = String(Math.ceil((clock.now() + dice.whole(10_000, 90_000)) / 1000));
          const headers = {
            'x-rate-limit-reset': reset,
            'x-rate-limit-limit': '100',
            'x-rate-limit-remaining': '0',
          };
          plan({
            side: 'x',
            call: post,
            when: 'before',
            how: 'status',
            status: 429,
            headers,
            body: { title: 'Too Many Requests' },
          });
        },
      },
      xRefused: {
        weight: 0.7,
        strike: () => {
          faults.plan({ side: 'x', how: 'refused', ms: dice.whole(200, 2_500) });
          tell('x', 'refused');
        },
      },
      xReads: {
        weight: 2,
        strike: () =>
          plan({
            side: 'x',
            call: dice.pick(reads),
            when: 'before',
            ...dice.pick([...unclear, ...cutOff]),
            times: 2,
          }),
      },
      xLag: {
        weight: 1,
        strike: async () => {
          const at = clock.now();
          await lag(dice.whole(2_000, lagMs));
          await delay(1_000);
          await lag(0);
          tell('x', 'lists lag', at);
        },
      },
    },
    async clear() {
      await lag(0);
    },
  };
}
