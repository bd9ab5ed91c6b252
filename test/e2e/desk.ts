import { deepStrictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type DevDesk, type DevDeskOptions, startDevDesk } from '../../scripts/dev-desk.js';
import { createLog } from '../../src/log.js';
import type { Entry } from '../../src/sandbox/world/journal.js';
import { deskKeys } from '../../src/store/keys.js';
import type { Store } from '../../src/store/redis.js';
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

/** A desk with a real Redis and both sandboxes, and what people do and see there. */
export interface Scene extends DevDesk {
  slack(act: string, args: Args): Promise<Args>;
  x(act: string, args: Args): Promise<Args>;
  /** Moves the clock forward by `ms`, from one due thing to the next, and waits until each is done. */
  pass(ms: number): Promise<void>;
  /** A patron writes a post. Gives its id once the desk has shown it in Slack. */
  mention(handle: string, name: string, text: string, more?: Args): Promise<string>;
  /** The message of a patron's card in the channel now. Throws an Error unless there is exactly one. */
  card(name: string): Promise<ShownMessage>;
  press(user: string, name: string, label: string): Promise<void>;
  /** The top modal of a person. Throws an Error when there is none. */
  view(user: string): Promise<ShownView>;
  whispers(user: string): Promise<readonly string[]>;
  /** The posts by API that X took and that contain a text. */
  published(text: string): readonly Entry[];
  /** What the desk has to do (`show:<card>`, `poll:mentions` …) and when, earliest first. */
  due(): Promise<readonly Entered[]>;
  /** What calls cost by the desk's ledger, and by X's meter. */
  bills(): Promise<{ readonly ledger: Bill; readonly meter: Bill }>;
  /** Ends the desk. Its ledger may have been lost. */
  end(): Promise<void>;
  /** Ends the desk. Throws when its ledger is not exactly X's bill. */
  close(): Promise<void>;
}

/** All texts that a person sees of blocks, in order. */
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
  // One connection for all reads of the test: connecting to a cluster takes long.
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
    pass: (ms) => passing({ app, clock: sandbox.clock, due: scene.due }, ms),
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
    due: () => dueIn(redis, prefix, desk.desks),
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

interface Entered {
  readonly entry: string;
  readonly at: number;
}

/** Moves the clock forward by `ms`, from one due thing to the next, and waits until the desk has done each. */
export async function passing(
  {
    app,
    clock,
    due,
  }: {
    readonly app: Pick<DevDesk['app'], 'idle'>;
    readonly clock: Pick<DevDesk['sandbox']['clock'], 'now' | 'advance'>;
    readonly due: () => Promise<readonly Entered[]>;
  },
  ms: number,
): Promise<void> {
  for (const until = clock.now() + ms; clock.now() < until; await app.idle()) {
    const now = clock.now();
    const next = (await due()).find(({ at }) => at > now);
    clock.advance(Math.min(next?.at ?? until, until) - now);
  }
}

/** What desks have to do and when, earliest first. */
export async function dueIn(
  redis: Store,
  prefix: string,
  desks: DevDesk['desks'],
): Promise<readonly Entered[]> {
  const lists = desks.flatMap(({ id }) =>
    [undefined, 'private' as const].map((side) => entriesOf(redis, deskKeys(prefix, id, side).due)),
  );
  return (await Promise.all(lists)).flat().sort((a, b) => a.at - b.at);
}

async function entriesOf(redis: Store, list: string) {
  const found = await redis.zrange(list, '0', '-1', 'WITHSCORES');
  return found.flatMap((entry, at) => (at % 2 === 0 ? [{ entry, at: Number(found[at + 1]) }] : []));
}

/** After so long (ms) the desk has looked for a send with unknown outcome, and has read each of X's lists again. */
const settledMs = 320_000;
/** After so long (ms) the desk has read mentions and its own posts once. */
const pollsMs = 62_000;
/** The messages of one card come at most so far apart (ms). A later one waits for something else. */
const showsMs = 5_000;

/** Waits until the cards and lines of what was read are shown, however slow the machine is. */
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

/** Throws unless the ledger is X's bill, if necessary once sends that are under way have ended. */
async function agreeOnMoney(scene: Scene): Promise<void> {
  const { ledger, meter } = await scene.bills();
  if (isDeepStrictEqual(ledger, meter)) return;
  scene.sandbox.faults.clear();
  await scene.x('lag', { timelineMs: 0, mentionsMs: 0, followersMs: 0 });
  await scene.pass(settledMs);
  const later = await scene.bills();
  deepStrictEqual(later.ledger, later.meter);
}
