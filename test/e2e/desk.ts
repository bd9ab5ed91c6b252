import { deepStrictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type DevDesk, type DevDeskOptions, startDevDesk } from '../../scripts/dev-desk.js';
import { createLog } from '../../src/log.js';
import type { Entry } from '../../src/sandbox/world/journal.js';
import { deskKeys, type Store } from '../../src/store/redis.js';
import { connect } from '../store/connect.js';
import { type Bill, billed, metered } from './bills.js';

export const channel = 'C0XDESK01';
export const ana = 'U0ANA0001';
export const ben = 'U0BEN0002';
export const carla = 'U0CARLA03';
/** A trainee. */
export const dev = 'U0DEV0004';
/** In the channel, but not on the staff list. */
export const edith = 'U0EDITH05';

type Args = Record<string, unknown>;

export interface ShownMessage {
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly thread_ts?: string;
}

export interface ShownView {
  readonly title: { readonly text: string };
  readonly blocks: readonly unknown[];
  readonly values: unknown;
}

/** A desk on real Redis against both sandboxes, and what people do and see there. */
export interface Scene extends DevDesk {
  slack(act: string, args: Args): Promise<Args>;
  x(act: string, args: Args): Promise<Args>;
  /** Lets desk time pass from one thing that is due to the next, each to its end. */
  pass(ms: number): Promise<void>;
  /** A patron with a name writes a post; gives its id once the desk has shown it. */
  mention(handle: string, name: string, text: string, more?: Args): Promise<string>;
  /** The card message of a patron, as the channel has it now. */
  card(name: string): Promise<ShownMessage>;
  press(user: string, name: string, label: string): Promise<void>;
  /** The modal that a person has on top. */
  view(user: string): Promise<ShownView>;
  whispers(user: string): Promise<readonly string[]>;
  /** Posts by API that took effect and contain a text. */
  published(text: string): readonly Entry[];
  /** All that the desk has to do (`show:<card>`, `poll:mentions` …) and when, earliest first. */
  due(): Promise<readonly { readonly entry: string; readonly at: number }[]>;
  /** What the desk has in its books, and what X bills it for; by call. */
  bills(): Promise<{ readonly ledger: Bill; readonly meter: Bill }>;
  /** Ends the desk, whose books may have been lost. */
  end(): Promise<void>;
  /** Ends the desk. Throws when what X billed is not what the desk has in its books, to the cent. */
  close(): Promise<void>;
}

/** All the words that a person sees of something, in order. */
export function wordsOf(seen: unknown): string {
  const words: string[] = [];
  const walk = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && ['text', 'alt_text', 'initial_value'].includes(key)) words.push(value);
    else if (Array.isArray(value)) for (const one of value) walk(one);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) walk(one, name);
    }
  };
  walk(seen);
  return words.join(' ');
}

export async function startScene(options: Partial<DevDeskOptions> = {}): Promise<Scene> {
  const redisUrl = options.redisUrl ?? process.env.REDIS_URL;
  if (!redisUrl) throw new Error('REDIS_URL is not set. Run the tests by npm test, which starts a Redis.');
  const prefix = options.prefix ?? `test-${randomUUID()}`;
  const desk = await startDevDesk({
    redisUrl,
    prefix,
    ...options,
    overrides: { log: createLog('silent'), ...options.overrides },
  });
  const { sandbox, app } = desk;
  // Of the test's own; to make one anew for each look takes long over a cluster.
  const redis = connect(redisUrl);
  const end = async () => {
    redis.disconnect();
    await desk.close();
  };
  const begunAt = sandbox.clock.now();
  await app.idle();

  const act = async (side: 'slack' | 'x', name: string, args: Args) => {
    const run = sandbox[side].acts[name];
    if (!run) throw new Error(`No act '${name}'.`);
    return (await run(args)) as Args;
  };

  const scene: Scene = {
    ...desk,
    slack: (name, args) => act('slack', name, args),
    x: (name, args) => act('x', name, args),
    async pass(ms) {
      const { clock } = sandbox;
      for (const until = clock.now() + ms; clock.now() < until; await app.idle()) {
        const now = clock.now();
        const next = (await scene.due()).find(({ at }) => at > now);
        clock.advance(Math.min(next?.at ?? until, until) - now);
      }
    },
    async mention(handle, name, text, more = {}) {
      const { accounts } = (await scene.x('accounts', {})) as { accounts: { handle: string }[] };
      if (!accounts.some((one) => one.handle === handle)) await scene.x('addAccount', { handle, name });
      const { id } = await scene.x('post', { by: handle, text, ...more });
      await scene.pass(pollsMs);
      await allShown(scene);
      return String(id);
    },
    async card(name) {
      const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
      const found = messages.filter((one) => !one.thread_ts && wordsOf(one.blocks).includes(name));
      const [card] = found;
      if (!card || found.length > 1) throw new Error(`${found.length} cards of ${name}.`);
      return card;
    },
    async press(user, name, label) {
      const { ts } = await scene.card(name);
      const { acked, error } = await scene.slack('press', { user, channel, ts, label });
      if (!acked) throw new Error(`${label} of ${name} was not acknowledged: ${error}`);
      await app.idle();
    },
    async view(user) {
      const { views } = (await scene.slack('views', { user })) as { views: ShownView[] };
      const top = views.at(-1);
      if (!top) throw new Error(`${user} has no modal.`);
      return top;
    },
    async whispers(user) {
      const { messages } = (await scene.slack('ephemerals', { user })) as { messages: ShownMessage[] };
      return messages.map(({ text }) => text);
    },
    published: (text) =>
      sandbox.journal
        .read()
        .filter(
          (entry) =>
            entry.kind === 'POST /2/tweets' && entry.tookEffect === true && String(entry.text).includes(text),
        ),
    async due() {
      const lists = desk.desks.map(({ id }) => entriesOf(redis, deskKeys(prefix, id).due));
      return (await Promise.all(lists)).flat().sort((a, b) => a.at - b.at);
    },
    async bills() {
      const until = sandbox.clock.now();
      const ledger = await billed({ redisUrl, prefix, desks: desk.desks, from: begunAt, until });
      return { ledger, meter: metered(await scene.x('meter', {})) };
    },
    end,
    async close() {
      try {
        await agreeOnMoney(scene);
      } finally {
        await end();
      }
    },
  };
  return scene;
}

async function entriesOf(redis: Store, list: string) {
  const found = await redis.zrange(list, '0', '-1', 'WITHSCORES');
  return found.flatMap((entry, at) => (at % 2 === 0 ? [{ entry, at: Number(found[at + 1]) }] : []));
}

/** In this time a send with unknown outcome is looked for to the end, and each of X's lists is read again. */
const settledMs = 320_000;
/** In this time each of X's lists is read once. */
const pollsMs = 62_000;
/** So far apart are the messages of one card at most; what is shown later waits for something else. */
const showsMs = 5_000;

/** Cards and lines that follow from what was read; how long they take is the machine's affair. */
async function allShown(scene: Scene): Promise<void> {
  for (;;) {
    const now = scene.sandbox.clock.now();
    const next = (await scene.due()).find(
      ({ entry, at }) => entry.startsWith('show:') && at <= now + showsMs,
    );
    if (!next) return;
    await scene.pass(next.at - now);
  }
}

/** What is in the books once whatever was still under way is settled. */
async function agreeOnMoney(scene: Scene): Promise<void> {
  const { ledger, meter } = await scene.bills();
  if (isDeepStrictEqual(ledger, meter)) return;
  scene.sandbox.faults.clear();
  await scene.x('lag', { timelineMs: 0, mentionsMs: 0, followersMs: 0 });
  await scene.pass(settledMs);
  const later = await scene.bills();
  deepStrictEqual(later.ledger, later.meter);
}
