import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import type { Logger } from '../log.js';
import { forgetChecks } from '../ops/doctor/forget-checks.js';
import type { Probe } from '../ops/doctor/probe.js';
import { redisChecks } from '../ops/doctor/redis-checks.js';
import { createForgotten } from '../store/forgotten.js';
import { deskKeys } from '../store/keys.js';
import { connectStore, type Store } from '../store/redis.js';
import { createRedisState } from '../store/server/redis-state.js';

interface Stored {
  readonly env: Env;
  readonly log: Logger;
}

/**
 * Does something over a connection of its own to what the desks store. Rejects with a storage fault when there is none. The
 * connection of a desk would wait for a Redis that is away, and somebody sits at a terminal: so it is looked for first.
 */
export async function overStore<T>({ env, log }: Stored, work: (store: Store) => Promise<T>): Promise<T> {
  const state = createRedisState(env.redisUrl, env.redisPrefix);
  const away = (await state.look().finally(state.end)).find(({ about }) => about === 'reached');
  if (away) throw Object.assign(new Error(away.found), { code: 'ECONNREFUSED' });
  const store = connectStore(env.redisUrl, log);
  try {
    await store.connect();
    return await work(store);
  } finally {
    store.disconnect();
  }
}

/** What all desks share besides Slack: Redis, and whether people can be forgotten. */
export function storeProbes(stored: Stored, desks: readonly DeskConfig[]): readonly Probe[] {
  const { env } = stored;
  const checkKey = ({ id, network }: DeskConfig) =>
    overStore(stored, (store) =>
      createForgotten(store, [deskKeys(env.redisPrefix, id)], id, network.name, env.forget).checkKey(),
    );
  return [
    {
      id: 'redis',
      what: 'Redis',
      run: async () => {
        const state = createRedisState(env.redisUrl, env.redisPrefix);
        return redisChecks(state).finally(state.end);
      },
    },
    {
      id: 'forget',
      what: 'The key and the file of whoever asked to be forgotten',
      run: () =>
        forgetChecks({
          hasKey: env.forget.key !== undefined,
          path: env.forget.path,
          checkKey: desks.map((desk) => () => checkKey(desk)),
        }),
    },
  ];
}
