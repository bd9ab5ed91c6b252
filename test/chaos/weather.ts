import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../../src/sandbox/world/faults.js';
import type { DeskProcess } from './desk-process.js';
import type { Line, LineOf } from './history.js';
import { type Point, points } from './points.js';
import type { Dice } from './random.js';
import type { Stage } from './stage.js';

type Kind = LineOf<'trouble'>['kind'];

export interface Weather {
  /** Makes one fault. Resolves when it is over, or planned. */
  strike(): Promise<void>;
  /** Kills one running process. */
  killOne(): void;
  /** Notes that a process reached the point of its order. */
  cameTo(name: string, point: Point, how: 'kill' | 'freeze'): void;
  /** Ends all faults, and wakes all frozen processes. */
  clear(): Promise<void>;
}

/** How long a process is frozen: longer or shorter than a lease (real ms). */
const freezesMs = [300, 1_200, 3_500] as const;
const post = 'POST /2/tweets';
const html = '<html><body>Something went wrong</body></html>';
const slackCalls = ['chat.postMessage', 'chat.update', 'views.open', 'conversations.history', 'views.update'];
const reads = [
  'GET /2/users/:id/mentions',
  'GET /2/users/:id/tweets',
  'GET /2/users/:id/followers',
  'GET /2/tweets',
];

/** How X's answer can fail when the call took effect, did not, or takes effect later. */
const unclear = [
  { how: 'reset' },
  { how: 'hang' },
  { how: 'status', status: 502, body: html },
  { how: 'status', status: 504 },
] as const;
const cutOff = [{ how: 'cut' }, { how: 'trickle', ms: 400 }] as const;

/** The faults that a desk meets in reality, chosen by a seed. */
export function createWeather(
  stage: Stage,
  processes: readonly DeskProcess[],
  dice: Dice,
  write: (line: Line) => void,
): Weather {
  const { sandbox, redis, proxy } = stage;
  const now = () => sandbox.clock.now();
  const tell = (kind: Kind, what: string, at = now(), more: { back?: number } = {}) =>
    write({ line: 'trouble', at, until: now(), kind, what, ...more });
  const plan = (fault: Fault) => {
    sandbox.faults.plan(fault);
    tell(fault.side, `${fault.call}: ${fault.when} ${fault.how} ${fault.status ?? ''}`);
  };
  let copiedAt: number | undefined;
  /** Only one fault at a time concerns Redis. */
  let redisBusy = false;

  async function thawLater(one: DeskProcess, what: string, at: number): Promise<void> {
    await delay(dice.pick(freezesMs));
    one.thaw();
    tell('freeze', what, at);
  }

  async function onRedis(work: () => Promise<void>): Promise<void> {
    if (redisBusy) return;
    redisBusy = true;
    await work().finally(() => {
      redisBusy = false;
    });
  }

  const killOne = (one: DeskProcess | undefined) => {
    if (!one?.isUp()) return;
    one.kill();
    tell('kill', one.name);
  };

  const strikes = {
    kill: () => killOne(dice.pick(processes)),
    freeze: async () => {
      const one = dice.pick(processes);
      if (!one.isUp() || one.isFrozen()) return;
      const at = now();
      one.freeze();
      await thawLater(one, one.name, at);
    },
    point: () => dice.pick(processes).order({ point: dice.pick(points), how: dice.pick(['kill', 'freeze']) }),
    redisKill: () =>
      onRedis(async () => {
        const at = now();
        await redis.restart();
        tell('redis-kill', 'kill -9', at);
      }),
    copy: () =>
      onRedis(async () => {
        const at = now();
        await redis.backUp();
        copiedAt = at;
      }),
    restore: () =>
      onRedis(async () => {
        if (copiedAt === undefined) return;
        const at = now();
        await redis.restore();
        tell('restore', 'an older copy', at, { back: copiedAt });
      }),
    cut: () => {
      proxy.cut();
      tell('redis-wire', 'connections cut');
    },
    slowWire: async () => {
      const at = now();
      proxy.slow(dice.whole(50, 400));
      await delay(600);
      proxy.slow(0);
      tell('redis-wire', 'replies late', at);
    },
    lostReply: () => {
      proxy.loseNextReply();
      tell('redis-wire', 'the reply to a script lost');
    },
    xBefore: () => plan({ side: 'x', call: post, when: 'before', ...dice.pick(unclear) }),
    xAfter: () => plan({ side: 'x', call: post, when: 'after', ...dice.pick([...unclear, ...cutOff]) }),
    xLate: () =>
      plan({ side: 'x', call: post, when: 'late', lateMs: dice.whole(5_000, lateMs), ...dice.pick(unclear) }),
    xBusy: () => {
      const reset = String(Math.ceil((now() + dice.whole(10_000, 90_000)) / 1000));
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
    xRefused: () => {
      sandbox.faults.plan({ side: 'x', how: 'refused', ms: dice.whole(200, 2_500) });
      tell('x', 'refused');
    },
    xReads: () =>
      plan({
        side: 'x',
        call: dice.pick(reads),
        when: 'before',
        ...dice.pick([...unclear, ...cutOff]),
        times: 2,
      }),
    xLag: async () => {
      const at = now();
      const lag = dice.whole(2_000, lagMs);
      await stage.x('lag', { timelineMs: lag, mentionsMs: lag, followersMs: lag });
      await delay(1_000);
      await stage.x('lag', { timelineMs: 0, mentionsMs: 0, followersMs: 0 });
      tell('x', 'lists lag', at);
    },
    slackBusy: () =>
      plan({
        side: 'slack',
        call: dice.pick(slackCalls),
        when: 'before',
        how: 'status',
        status: 429,
        headers: { 'retry-after': '10' },
      }),
    slackBefore: () =>
      plan({ side: 'slack', call: dice.pick(slackCalls), when: 'before', how: 'status', status: 503 }),
    slackAfter: () =>
      plan({ side: 'slack', call: dice.pick(slackCalls), when: 'after', ...dice.pick(unclear) }),
    slackGone: async () => {
      const reason = dice.pick(['warning', 'refresh_requested', 'cut']);
      await stage.slack('disconnect', { reason, all: dice.chance(0.3) }).catch(() => {});
      tell('slack', `connection: ${reason}`);
    },
  };

  const weights: Record<keyof typeof strikes, number> = {
    kill: 2,
    freeze: 2,
    point: 6,
    redisKill: 0.5,
    copy: 1.5,
    restore: 0.4,
    cut: 1,
    slowWire: 1,
    lostReply: 3,
    xBefore: 0.7,
    xAfter: 1.5,
    xLate: 0.6,
    xBusy: 0.5,
    xRefused: 0.7,
    xReads: 2,
    xLag: 1,
    slackBusy: 1,
    slackBefore: 1,
    slackAfter: 4,
    slackGone: 1,
  };

  return {
    strike: async () => {
      await strikes[dice.weighted(weights)]();
    },
    killOne: () => killOne(processes.find((one) => one.isUp())),
    cameTo: (name, point, how) => {
      const one = processes.find((each) => each.name === name);
      const what = `${name} at ${point}`;
      if (how === 'kill') tell('kill', what);
      else if (one) void thawLater(one, what, now());
    },
    async clear() {
      proxy.slow(0);
      for (const one of processes) one.thaw();
      await sandbox.faults.clear();
      await stage.x('lag', { timelineMs: 0, mentionsMs: 0, followersMs: 0 });
    },
  };
}

/** How late a post may appear after a lost answer, and how far X's lists may lag (desk ms): within the desk's looks. */
export const lateMs = 20_000;
export const lagMs = 40_000;
