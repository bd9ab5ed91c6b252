import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../../src/sandbox/world/faults.js';
import type { DeskProcess } from './desk-process.js';
import type { Line, LineOf } from './history.js';
import { type Point, points } from './points.js';
import type { Dice } from './random.js';
import type { Stage } from './stage.js';
import { slow } from './timings.js';
import { blueskyWeather } from './towns/bluesky-weather.js';
import { unclear } from './towns/town.js';
import { xWeather } from './towns/x-weather.js';

type Tell = (kind: LineOf<'trouble'>['kind'], what: string, at?: number, more?: { back?: number }) => void;

/** What the weather of a network is made of. */
export interface Sky {
  readonly stage: Stage;
  readonly dice: Dice;
  /** Plans a fault of the sandbox, and tells it. */
  readonly plan: (fault: Fault) => void;
  readonly tell: Tell;
}

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
const freezesMs = [300 * slow, 1_200 * slow, 3_500 * slow] as const;
/** How long the private channel is public (real ms): the desk looks at it again within that time. */
const exposedForMs = slow * 2_500;
const slackCalls = ['chat.postMessage', 'chat.update', 'views.open', 'conversations.history', 'views.update'];
/** The faults that a desk meets in reality, chosen by a seed. */
export function createWeather(
  stage: Stage,
  processes: readonly DeskProcess[],
  dice: Dice,
  write: (line: Line) => void,
): Weather {
  const { sandbox, redis, proxy, inside } = stage;
  const now = () => sandbox.clock.now();
  const tell: Tell = (kind, what, at = now(), more = {}) =>
    write({ line: 'trouble', at, until: now(), kind, what, ...more });
  const plan = (fault: Fault) => {
    sandbox.faults.plan(fault);
    tell(fault.side, `${fault.call}: ${fault.when} ${fault.how} ${fault.status ?? ''}`);
  };
  let copiedAt: number | undefined;
  let exposed = false;
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
      proxy.slow(dice.whole(50 * slow, 400 * slow));
      await delay(600 * slow);
      proxy.slow(0);
      tell('redis-wire', 'replies late', at);
    },
    lostReply: () => {
      proxy.loseNextReply();
      tell('redis-wire', 'the reply to a script lost');
    },
    expose: async () => {
      if (exposed || !inside) return;
      exposed = true;
      const at = now();
      await stage.slack('convert', { channel: inside.channel, kind: 'public' });
      await delay(exposedForMs);
      await stage.slack('convert', { channel: inside.channel, kind: 'private' });
      exposed = false;
      tell('exposed', 'the private channel is public', at);
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
    slackBusy: 1,
    slackBefore: 1,
    slackAfter: 4,
    slackGone: 1,
    expose: 1,
  };

  const networks = new Set(stage.desks.map(({ network }) => network));
  const sky = { stage, dice, plan, tell };
  const towns = [
    ...(networks.has('x') ? [xWeather(sky)] : []),
    ...(networks.has('bluesky') ? [blueskyWeather(sky)] : []),
  ];
  const all = new Map([
    ...Object.entries(strikes).map(
      ([name, strike]) => [name, { strike, weight: weights[name as keyof typeof strikes] }] as const,
    ),
    ...towns.flatMap((town) => Object.entries(town.strikes)),
  ]);
  const likely = Object.fromEntries([...all].map(([name, { weight }]) => [name, weight]));

  return {
    strike: async () => {
      await all.get(dice.weighted(likely))?.strike();
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
      await Promise.all(towns.map((town) => town.clear()));
    },
  };
}
