import { setTimeout as delay } from 'node:timers/promises';
import type { Overrides, Store } from '../../src/app.js';
import type { Ports } from '../../src/ports.js';
import { channel, type Scene, startScene } from '../e2e/desk.js';
import { breakOf } from './breaks.js';
import type { History, Line } from './history.js';
import { markOf, modalOf, pressablesIn, wordsOf } from './screen.js';
import type { Args } from './stage.js';
import { lookIntoStore } from './stored.js';
import { seenByX, standingInSlack } from './witnessed.js';

const desk = { id: 'central', channel, handle: 'centrallibrary' };
const minutes = (count: number) => count * 60_000;

/** One desk in this process, with one fault, and the history of what happens. */
export interface Directed extends Scene {
  readonly write: (line: Line) => void;
  /** Maya asks something, and the desk shows it. */
  asks(): Promise<void>;
  /** Somebody presses *Answer*. True when the editor opens. */
  claims(user: string, at?: number): Promise<boolean>;
  /** Somebody with an open editor writes and sends. */
  sends(user: string, text: string): Promise<void>;
  /** Writes to the history how far the store says that X was read. */
  marks(): Promise<void>;
  /** The whole history, with the state at the end. */
  history(): Promise<History>;
}

export interface Setting {
  readonly redisUrl?: string;
  /** The URL of the Redis itself, if `redisUrl` is a proxy in front of it. */
  readonly behind?: string;
  /** Further changes to the desk's ports, besides the guard that is switched off. */
  readonly ports?: (ports: Ports) => Ports;
  readonly store?: (store: Store) => Store;
}

export async function direct(rule: string | undefined, setting: Setting = {}): Promise<Directed> {
  const { ports, redisUrl, store } = setting;
  const broken: Overrides = rule === undefined ? {} : breakOf(rule);
  const overrides: Overrides = {
    ...broken,
    ports: (own) => {
      const inner = broken.ports?.(own) ?? own;
      return ports?.(inner) ?? inner;
    },
    store: (own) => {
      const inner = store?.(own) ?? own;
      return broken.store?.(inner) ?? inner;
    },
  };
  const scene = await startScene({ overrides, ...(redisUrl ? { redisUrl } : {}) });
  await scene.x('duplicates', { taken: true });
  const lines: Line[] = [];
  const write = (line: Line) => void lines.push(line);
  const now = () => scene.sandbox.clock.now();
  const witnesses = {
    sandbox: scene.sandbox,
    redisUrl: setting.behind ?? scene.environment.REDIS_URL ?? '',
    desks: [desk],
    deskFile: 'scripts/dev-desk.yaml',
    prefix: scene.environment.REDIS_PREFIX ?? '',
    env: scene.environment,
  };
  const limits = {
    undoMs: 5_000,
    goodForMs: minutes(15),
    goodAtLeastMs: minutes(2),
    settleMs: minutes(5),
    wireMs: 30_000,
    lateMs: 0,
  };
  write({ line: 'begun', at: now(), seed: 0, desks: [desk.id], limits });

  const cardMessage = async (): Promise<Args> => {
    const { messages } = await scene.slack('messages', { channel });
    const found = (messages as Args[]).find((one) => markOf(one)?.key === 'card');
    if (!found) throw new Error('There is no card.');
    return found;
  };
  const card = async () => markOf(await cardMessage())?.of ?? '';
  const top = async (user: string) => {
    const { views } = await scene.slack('views', { user });
    const view = (views as Args[]).at(-1);
    return view && modalOf(view);
  };

  return {
    ...scene,
    write,
    async asks() {
      const [by, text] = ['maya_reads', '@centrallibrary Are you open tonight?'];
      const at = now();
      const id = await scene.mention(by, 'Maya Ortiz', text);
      write({ line: 'acted', at, desk: desk.id, kind: 'mention', id, by, text });
    },
    async claims(user, at = now()) {
      const { ts } = await cardMessage();
      const about = { at, desk: desk.id, card: await card(), who: user };
      await scene.slack('press', { user, channel, ts, label: 'Answer' });
      await delay(0);
      await scene.app.idle();
      const has = (await top(user))?.callback === 'editor';
      if (has) write({ line: 'held', ...about, until: now(), how: 'claim' });
      return has;
    },
    async sends(user, text) {
      await scene.slack('type', { user, text });
      await scene.app.idle();
      const about = { at: now(), desk: desk.id, card: await card(), who: user };
      const came = await scene.slack('submit', { user });
      const view = await top(user);
      const going = came.acked === true && view?.callback === 'going';
      const signed = `${text} ^AK`;
      write({ line: 'submitted', ...about, until: now(), text: signed, led: going ? 'going' : 'unknown' });
      if (!going) throw new Error(`Not sent: ${wordsOf(view?.seen)} ${JSON.stringify(came)}`);
    },
    async marks() {
      const look = await lookIntoStore(witnesses);
      for (const mark of await look.marks()) write({ line: 'mark', at: now(), ...mark });
      await look.close();
    },
    async history() {
      const { text = '' } = lines.findLast((one) => one.line === 'submitted') ?? {};
      const buttons = pressablesIn(await cardMessage());
      if (buttons.some(({ actionId }) => actionId === 'not-there')) {
        write({ line: 'asked', at: now(), desk: desk.id, card: await card(), text });
      }
      const look = await lookIntoStore(witnesses);
      const end = [...seenByX(witnesses), ...standingInSlack(witnesses), ...(await look.lines())];
      await look.close();
      return [...lines, ...end];
    },
  };
}
