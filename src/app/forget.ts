import { setTimeout as delay } from 'node:timers/promises';
import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import { timings } from '../core/due/timings.js';
import { secondMs } from '../core/durations.js';
import { typedAccount, typedHandle } from '../core/typed-account.js';
import { forget } from '../flows/keep/forget.js';
import { askWhoHasHandle, type WhoItIs, whatWeHave, whoHasHandle } from '../flows/keep/who-to-forget.js';
import type { Logger } from '../log.js';
import type { Ports } from '../ports.js';
import { createBoard } from '../slack/board/board.js';
import { backgroundClient } from '../slack/connect/client.js';
import { connectStore } from '../store/redis.js';
import { createSides } from './desk-ports.js';

/** Somebody as a person typed them: the id of an account, or a handle. */
export interface Whom {
  readonly typed: string;
  /** The network may be asked whose handle it is, where a desk does not know. */
  readonly asks: boolean;
}

/**
 * What became of it at one desk: `unknown`, it knows nobody of that handle; `erased`, so many conversations, of which so many
 * `left` still have messages in Slack that the running desk takes out.
 */
export type Erasure =
  | { readonly became: 'unknown' | 'nobody' | 'not-asked' }
  | { readonly became: 'erased'; readonly conversations: number; readonly left: number };

/** How long the running desk has for its messages in Slack before the command says that they are left (ms). */
const waitMs = 20 * secondMs;
const lookEveryMs = 250;

/**
 * Forgets somebody at these desks, over the Redis of the running desk, which takes its messages out of Slack. Throws
 * ConfigError without the key of the hashes, or with another one than before.
 */
export async function forgetAtDesks(
  { env, desks }: { readonly env: Env; readonly desks: readonly DeskConfig[] },
  whom: Whom,
  log: Logger,
): Promise<ReadonlyMap<string, Erasure>> {
  const store = connectStore(env.redisUrl, log);
  const clock = { now: () => Date.now(), monotonic: () => performance.now() };
  const client = backgroundClient(env.slack, timings.slackCallMs, log);
  const ending = new AbortController();
  try {
    await store.connect();
    const shared = { env, store, clock, timings, log, isKnownIncident: () => false, ending: ending.signal };
    const erasures = new Map<string, Erasure>();
    for (const desk of desks) {
      const ports = createSides(desk, shared, (side) => createBoard(client, () => side, clock));
      await ports.forgotten.check();
      erasures.set(desk.id, await forgetAt(ports, whom));
    }
    return erasures;
  } finally {
    ending.abort();
    store.disconnect();
  }
}

async function forgetAt(ports: Ports, whom: Whom): Promise<Erasure> {
  const who = await whoIs(ports, whom);
  if ('became' in who) return who;
  const count = async () => (await whatWeHave(ports, who.person)).conversations;
  const conversations = await count();
  await forget(ports, who.person);
  const until = performance.now() + waitMs;
  let left = await count();
  while (left > 0 && performance.now() < until) {
    await delay(lookEveryMs);
    left = await count();
  }
  return { became: 'erased', conversations, left };
}

async function whoIs(ports: Ports, { asks, typed }: Whom): Promise<WhoItIs | { readonly became: 'unknown' }> {
  const account = typedAccount(typed);
  if (account) return { person: account.id };
  const handle = typedHandle(typed);
  if (!ports.desk.network.handle.test(handle)) return { became: 'nobody' };
  const known = await whoHasHandle(ports, handle);
  if (known) return known;
  return asks ? askWhoHasHandle(ports, handle) : { became: 'unknown' };
}
