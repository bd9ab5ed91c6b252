import { setTimeout as delay } from 'node:timers/promises';
import { cardId } from '../../src/core/ids.js';
import { show } from '../../src/flows/show/show.js';
import type { Ports } from '../../src/ports.js';
import { ana, ben } from '../e2e/desk.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { startRedisProxy } from '../fakes/redis-proxy.js';
import { type Directed, direct } from './directed.js';
import type { History } from './history.js';
import { anaSends, type Guard, minutes, played, words } from './plays.js';
import { skyGuards } from './sky-guards.js';
import { gate, heldWrites } from './standstill.js';
import { post } from './witnessed.js';

/** Ana sends, X does something to the call, and time passes. */
const underFault =
  (
    fault: Partial<Parameters<Directed['sandbox']['faults']['plan']>[0]> | undefined,
    ms: number,
  ): Guard['play'] =>
  async (rule) =>
    played(await direct(rule), async (scene) => {
      if (fault)
        scene.sandbox.faults.plan({ side: 'x', call: post, when: 'after', how: 'reset', ...fault } as never);
      await anaSends(scene);
      await scene.pass(ms);
    });

export const guards: Readonly<Record<string, Guard>> = {
  'compare-and-set': {
    fault: 'doubled',
    play: async (rule) => {
      const store = heldWrites('"state":"claimed"');
      return played(await direct(rule, { store: store.wrap }), async (scene) => {
        await scene.asks();
        await scene.pass(minutes(2));
        const at = scene.sandbox.clock.now();
        const write = store.hold();
        const press = scene.claims(ana, at);
        await write.reached;
        await scene.claimsElsewhere(ben, at);
        write.open();
        await press;
        await scene.pass(minutes(1));
      });
    },
  },

  'op ids': {
    fault: 'stuck',
    play: (rule) =>
      withOwnRedis(async ({ url: behind }) => {
        const proxy = await startRedisProxy(behind);
        try {
          return await played(await direct(rule, { redisUrl: proxy.url, behind }), async (scene) => {
            await anaSends(scene);
            // At this time nobody else writes the card, so the write whose reply is lost has taken effect.
            await scene.pass(1_000);
            proxy.loseReplyTo('"state":"posting"');
            await scene.pass(minutes(8));
          });
        } finally {
          await proxy.close();
        }
      }),
  },

  'record before post': {
    fault: 'doubled',
    play: async (rule) =>
      played(await direct(rule), async (scene) => {
        await anaSends(scene);
        if (!rule) return scene.pass(10_000);
        // Without the record the desk sends again and again, so `idle` would never end.
        scene.sandbox.clock.advance(10_000);
        while (scene.published(words).length < 2) await delay(20);
      }),
  },
  'no retries': { fault: 'doubled', play: underFault({}, minutes(1)) },
  settle: { fault: 'stuck', play: underFault({}, minutes(8)) },

  'freeze check': {
    fault: 'stale',
    play: async (rule) => {
      const frozen = gate();
      const ports = (own: Ports): Ports => ({
        ...own,
        network: {
          ...own.network,
          publish: async (...given) => {
            await frozen.come();
            return own.network.publish(...given);
          },
        },
      });
      return played(await direct(rule, { ports }), async (scene) => {
        await anaSends(scene);
        scene.sandbox.clock.advance(10_000);
        await frozen.reached;
        scene.sandbox.clock.advance(minutes(20));
        frozen.open();
        await scene.app.idle();
        await scene.pass(minutes(8));
      });
    },
  },

  'boot rule': {
    fault: 'doubled',
    play: (rule) =>
      withOwnRedis(async (redis) =>
        played(await direct(rule, { redisUrl: redis.url }), async (scene) => {
          await anaSends(scene);
          await redis.backUp();
          await scene.pass(10_000);
          const at = scene.sandbox.clock.now();
          await redis.restore();
          scene.write({ line: 'trouble', at, until: at, kind: 'restore', what: 'a copy', back: at - 10_000 });
          await settledAgain(scene);
          await scene.pass(minutes(8));
        }),
      ),
  },

  goodUntil: {
    fault: 'stale',
    play: async (rule) =>
      played(await direct(rule), async (scene) => {
        await anaSends(scene);
        scene.sandbox.faults.plan({ side: 'x', how: 'refused' });
        await scene.pass(minutes(16));
        await scene.sandbox.faults.clear();
        await scene.pass(minutes(3));
      }),
  },

  'metadata settle': {
    fault: 'doubled',
    play: async (rule) =>
      played(await direct(rule), async (scene) => {
        const call = 'chat.postMessage';
        scene.sandbox.faults.plan({ side: 'slack', call, when: 'after', how: 'status', status: 504 });
        await scene.asks();
        await scene.pass(minutes(1));
      }),
  },

  'monotonic cursors': {
    fault: 'doubled',
    play: async (rule) => {
      let wakes = async () => {};
      const ports = (own: Ports): Ports => ({
        ...own,
        watermarks: {
          ...own.watermarks,
          // The first worker stops before its write, until it is woken.
          advance: async (...given) => {
            const isFirst = given[0] === 'mentions' && frozen;
            if (isFirst) wakes = () => own.watermarks.advance(...given);
            else await own.watermarks.advance(...given);
            if (isFirst) frozen = false;
          },
        },
      });
      let frozen = true;
      return played(await direct(rule, { ports }), async (scene) => {
        await scene.asks();
        await scene.x('post', { by: 'mayareads', text: '@centrallibrary And on Sunday?' });
        await scene.pass(minutes(2));
        await scene.marks();
        await wakes();
        await scene.marks();
      });
    },
  },

  'true modals': { fault: 'stale', play: underFault(undefined, minutes(1)) },

  'show lease': {
    fault: 'doubled',
    play: async (rule) => {
      let tellTime = (_ms: number) => {};
      let first = true;
      const ports = (own: Ports): Ports => {
        const both: Ports = {
          ...own,
          board: {
            ...own.board,
            // During the call of one worker another one takes the same card.
            post: async (content, ...rest) => {
              if (!first || !('card' in content)) return own.board.post(content, ...rest);
              first = false;
              await show(both, cardId(content.card.id));
              tellTime(2_000);
              return own.board.post(content, ...rest);
            },
          },
        };
        return both;
      };
      return played(await direct(rule, { ports }), async (scene) => {
        tellTime = scene.sandbox.clock.advance;
        await scene.asks();
        await scene.pass(minutes(1));
      });
    },
  },

  'words taken back': {
    fault: 'stale',
    play: async (rule) =>
      played(await direct(rule), async (scene) => {
        await scene.asks('Have you got a xylograph?');
        await scene.claims(ana);
        await scene.sends(ana, words);
        await scene.pass(minutes(1));
        scene.sandbox.clock.advance(minutes(5 * 24 * 60));
        await scene.pass(minutes(1));
      }),
  },
  ...skyGuards,
};

async function withOwnRedis(play: (redis: OwnRedis) => Promise<History>): Promise<History> {
  const redis = await startOwnRedis();
  try {
    return await play(redis);
  } finally {
    await redis.close();
  }
}

async function settledAgain(scene: Directed): Promise<void> {
  for (;;) {
    const came = await scene.app.idle().then(
      () => true,
      () => false,
    );
    if (came) return;
    await delay(20);
  }
}
