import { setTimeout as delay } from 'node:timers/promises';
import type { Args } from '../stage.js';
import { slow } from '../timings.js';
import type { Sky } from '../weather.js';
import { put } from '../witnessed.js';
import { idOfPost, passwordOf } from './bluesky-town.js';
import { cutOff, lagMs, lateMs, type TownWeather, unclear } from './town.js';

const reads = [
  'GET app.bsky.notification.listNotifications',
  'GET app.bsky.feed.getPosts',
  'GET app.bsky.graph.getFollowers',
  'GET app.bsky.actor.getProfiles',
  'GET com.atproto.repo.listRecords',
];
/** What reads before it writes, or signs in. */
const before = ['GET app.bsky.feed.getPosts', 'POST com.atproto.server.refreshSession'];
/** A colleague deletes no post that a call may still make, or that the desk may make again (desk ms). */
const deletedAfterMs = 240_000;

export function blueskyWeather({ stage, dice, plan, tell }: Sky): TownWeather {
  const { clock, faults } = stage.sandbox;
  const desks = stage.desks.filter(({ network }) => network === 'bluesky');
  const lag = (ms: number) => stage.bluesky('lag', { ms });
  return {
    strikes: {
      putBefore: {
        weight: 1,
        strike: () => plan({ side: 'bluesky', call: put, when: 'before', ...dice.pick(unclear) }),
      },
      putAfter: {
        weight: 2,
        strike: () =>
          plan({ side: 'bluesky', call: put, when: 'after', ...dice.pick([...unclear, ...cutOff]) }),
      },
      putLate: {
        weight: 1,
        strike: () =>
          plan({
            side: 'bluesky',
            call: put,
            when: 'late',
            lateMs: dice.whole(5_000, lateMs),
            ...dice.pick(unclear),
          }),
      },
      putSeveralTimes: {
        weight: 0.5,
        strike: () =>
          plan({
            side: 'bluesky',
            call: put,
            when: 'before',
            ...dice.pick(unclear),
            times: dice.whole(2, 6),
          }),
      },
      busySky: {
        weight: 0.5,
        strike: () => {
          const reset = String(Math.ceil((clock.now() + dice.whole(10_000, 90_000)) / 1000));
          plan({
            side: 'bluesky',
            call: dice.pick([put, ...reads]),
            when: 'before',
            how: 'status',
            status: 429,
            headers: { 'ratelimit-reset': reset, 'ratelimit-limit': '3000', 'ratelimit-remaining': '0' },
            body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
          });
        },
      },
      refusedSky: {
        weight: 0.7,
        strike: () => {
          faults.plan({ side: 'bluesky', how: 'refused', ms: slow * dice.whole(200, 2_500) });
          tell('bluesky', 'refused');
        },
      },
      readsOfSky: {
        weight: 2,
        strike: () =>
          plan({
            side: 'bluesky',
            call: dice.pick([...reads, ...before]),
            when: 'before',
            ...dice.pick([...unclear, ...cutOff]),
            times: 2,
          }),
      },
      lagOfSky: {
        weight: 1,
        strike: async () => {
          const at = clock.now();
          await lag(dice.whole(2_000, lagMs));
          await delay(1_000 * slow);
          await lag(0);
          tell('bluesky', 'the AppView lags', at);
        },
      },
      appViewDown: {
        weight: 0.7,
        strike: async () => {
          const at = clock.now();
          await stage.bluesky('appView', { down: true });
          await delay(slow * dice.whole(200, 1_500));
          await stage.bluesky('appView', { down: false });
          tell('bluesky', 'the AppView is down', at);
        },
      },
      expired: {
        weight: 1,
        strike: () =>
          plan({
            side: 'bluesky',
            call: dice.pick([put, ...reads]),
            when: 'before',
            how: 'status',
            status: 400,
            body: { error: 'ExpiredToken', message: 'Token has expired' },
            times: dice.whole(1, 3),
          }),
      },
      revoked: {
        weight: 0.3,
        strike: async () => {
          const { handle } = dice.pick(desks);
          await stage.bluesky('revoke', { handle });
          await stage.bluesky('appPassword', { handle, password: passwordOf(handle) });
          tell('bluesky', `the sessions of ${handle} ended`);
        },
      },
      ourPostDeleted: {
        weight: 0.7,
        strike: async () => {
          const desk = dice.pick(desks);
          const town = stage.townOf(desk);
          const { posts } = await stage.bluesky('posts', {});
          // Bluesky lists no reply to a post that is gone, whether or not the desk saw it before.
          const answered = (posts as Args[]).flatMap(({ reply_to: uri }) => (uri ? idOfPost({ uri }) : []));
          const old = (await town.ours(desk.handle)).filter(
            ({ at, id }) => at < clock.now() - deletedAfterMs && !answered.includes(id),
          );
          if (old.length === 0) return;
          const { id, text } = dice.pick(old);
          await town.remove(id);
          tell('bluesky', `a colleague deleted "${text}"`);
        },
      },
    },
    async clear() {
      await lag(0);
      await stage.bluesky('appView', { down: false });
    },
  };
}
