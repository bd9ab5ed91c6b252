import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Overrides, Store } from '../../src/app.js';
import { isRefusal } from '../../src/core/card/refusal.js';
import { cardId, slackUserId } from '../../src/core/ids.js';
import { networks } from '../../src/core/network/networks.js';
import { claim } from '../../src/flows/answer/claim.js';
import type { Ports } from '../../src/ports.js';
import { channel, type Scene, startScene } from '../e2e/desk.js';
import { openStore } from '../store/open-store.js';
import { breakOf } from './breaks.js';
import { type History, type Line, ofKind } from './history.js';
import { placesInSlack, placesInStore, wordsIn, wordsOf } from './remains.js';
import { markOf, modalOf, pressablesIn, wordsOf as screenWords } from './screen.js';
import type { Act, Args, StagedDesk } from './stage.js';
import { lookIntoStore } from './stored.js';
import { openBlueskyTown } from './towns/bluesky-town.js';
import type { Town } from './towns/town.js';
import { openXTown } from './towns/x-town.js';
import { seenThere, standingInSlack } from './witnessed.js';

const id = 'central';
const library = 'centrallibrary';
const minutes = (count: number) => count * 60_000;

/** One desk in this process, with one fault, and the history of what happens. */
export interface Directed extends Scene {
  readonly write: (line: Line) => void;
  readonly town: Town;
  readonly bluesky: Act;
  /** Maya asks something, and the desk shows it. */
  asks(words?: string): Promise<void>;
  /** Somebody presses *Answer*. True when the editor opens. */
  claims(user: string, at?: number): Promise<boolean>;
  /** Somebody claims the card by another process, which shows nothing in Slack. */
  claimsElsewhere(user: string, at: number): Promise<void>;
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
  /** By default X. */
  readonly network?: Town['network'];
  /** Further changes to the desk's ports, besides the guard that is switched off. */
  readonly ports?: (ports: Ports) => Ports;
  readonly store?: (store: Store) => Store;
}

export async function direct(rule: string | undefined, setting: Setting = {}): Promise<Directed> {
  const { network = 'x', ports, redisUrl, store } = setting;
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
  const file = network === 'x' ? undefined : await aBlueskyFile();
  const scene = await startScene({
    overrides,
    ...(redisUrl ? { redisUrl } : {}),
    ...(file && {
      deskFile: file.path,
      env: { BLUESKY_SANDBOX_APP_PASSWORD: 'sand-boxa-pppa-sswd' },
      prepare: ({ blueskyUrl }) => file.write(blueskyUrl),
    }),
  });
  const bluesky: Act = async (name, args) => (await scene.sandbox.bluesky.acts[name]?.(args)) as Args;
  const town =
    network === 'x' ? await openXTown(scene.x, 0) : openBlueskyTown(bluesky, scene.sandbox.blueskyUrl);
  const desk: StagedDesk = { id, channel, handle: network === 'x' ? library : `${library}.test`, network };
  const lines: Line[] = [];
  const write = (line: Line) => void lines.push(line);
  const now = () => scene.sandbox.clock.now();
  const witnesses = {
    sandbox: scene.sandbox,
    redisUrl: setting.behind ?? scene.environment.REDIS_URL ?? '',
    desks: [desk],
    deskFile: file?.path ?? 'scripts/dev-desk.yaml',
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
    keptMs: minutes(3 * 24 * 60),
    exposedMs: 20_000,
  };
  const once = networks[network].once ? [desk.id] : [];
  write({ line: 'begun', at: now(), seed: 0, desks: [desk.id], once, limits });

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
    async end() {
      await scene.end();
      await file?.end();
    },
    write,
    town,
    bluesky,
    async asks(words = 'Are you open tonight?') {
      const [by, text] = ['mayareads', `@${desk.handle} ${words}`];
      const at = now();
      await town.join(by, 'Maya Ortiz');
      const id = await town.post(by, text);
      await scene.pass(minutes(2));
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
    async claimsElsewhere(user, at) {
      const about = { at, desk: desk.id, card: await card(), who: user };
      const { REDIS_PREFIX = '', REDIS_URL } = scene.environment;
      const other = await openStore(REDIS_PREFIX, REDIS_URL);
      const who = {
        kind: 'staff',
        id: slackUserId(user),
        lead: false,
        trainee: false,
        xSignIn: false,
      } as const;
      const clock = { now, monotonic: now };
      const has = !isRefusal(await claim({ cards: other.cards, clock }, cardId(about.card), who));
      other.redis.disconnect();
      if (has) write({ line: 'held', ...about, until: now(), how: 'claim' });
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
      if (!going) throw new Error(`Not sent: ${screenWords(view?.seen)} ${JSON.stringify(came)}`);
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
      const words = wordsOf(ofKind(lines, 'acted'));
      const places = [...placesInSlack(witnesses), ...(await placesInStore(witnesses))];
      const end = [
        ...seenThere(witnesses),
        ...standingInSlack(witnesses),
        ...wordsIn(places, words, now(), true),
        ...(await look.lines()),
      ];
      await look.close();
      return [...lines, ...end];
    },
  };
}

/** The desk file of the demo with an account on Bluesky, which is written when its server is there. */
async function aBlueskyFile() {
  const home = await mkdtemp(join(tmpdir(), 'greeting-desk-'));
  const path = join(home, 'desk.yaml');
  return {
    path,
    async write(service: string) {
      const text = await readFile('scripts/dev-desk.yaml', 'utf8');
      const account = `bluesky: { handle: ${library}.test, secrets: SANDBOX, service: "${service}" }`;
      await writeFile(path, text.replace(/x: \{[^}]*\}/u, account));
    },
    end: () => rm(home, { recursive: true, force: true }),
  };
}
