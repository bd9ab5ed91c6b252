import type { Ports } from '../../src/ports.js';
import { untruths } from '../truth/truth.js';
import { channel, type Scene, type ShownMessage, wordsOf } from './desk.js';
import { accountText, type NetworkId, patronsOn } from './patrons.js';
import { openScene, type SceneOptions, scene } from './scene.js';

const minutes = (count: number) => count * 60_000;

/** Open on weekdays from 9 to 17: Ana until 13, then Ben; nobody on Monday afternoons. */
const rota = `
    timeZone: Europe/London
    openHours:
      mon: ["09:00-17:00"]
      tue: ["09:00-17:00"]
      wed: ["09:00-17:00"]
    staff:
      ana: { slack: U0ANA0001, name: Ana, signature: AK, xSignIn: true }
      ben: { slack: U0BEN0002, name: Ben, signature: BO, xSignIn: true }
      carla: { slack: U0CARLA03, name: Carla, signature: CR, lead: true, xSignIn: true }
    MORE
    shifts:
      - { days: [mon, tue, wed], at: ["09:00-13:00"], who: [ana] }
      - { days: [tue, wed], at: ["13:00-17:00"], who: [ben] }
    send:`;

/** "2026-11-24T09:00" on the library's clock, which is UTC in November. */
export const at = (time: string): number => Date.parse(`${time}:00Z`);

export interface Day extends Scene {
  /** Moves the clock to a time, from one due thing to the next. */
  until(time: string): Promise<void>;
  /** The private messages of the app to a person as they are now, oldest first. */
  privately(user: string): Promise<readonly string[]>;
  /** Presses a button of the newest of these messages; `nth` where several have the same words on them. */
  pressPrivately(user: string, label: string, nth?: number): Promise<void>;
  /** The texts of the messages that Slack notified a person of, in order. */
  notified(user: string): readonly string[];
  /** Somebody writes. The desk has not read it yet. */
  writes(handle: string, name: string, text: string, answersTo?: string): Promise<string>;
  follows(handle: string, name: string): Promise<void>;
  /** What Slack shows anywhere and that is not so, each as a sentence; `change` may change the copy that is read. */
  untrue(change?: (text: string) => string): Promise<readonly string[]>;
}

/**
 * A scene for the running test: a desk with a rota, at a time. It reads its network seldom, so that a day passes quickly.
 * `account`: more settings of its account; `others`: more desks.
 */
export async function aDayAt(
  time: string,
  more = '',
  {
    account = '',
    network = 'x',
    others = '',
    overrides,
    ...options
  }: Omit<SceneOptions, 'desk' | 'sandbox'> & {
    readonly account?: string;
    readonly network?: NetworkId;
    readonly others?: string;
  } = {},
): Promise<Day> {
  const served = new Map<string, Ports>();
  await openScene({
    ...options,
    desk: (text) =>
      text
        .replace(accountText('x'), accountText(network, account))
        .replace(/\n {4}timeZone:[\s\S]*\n {4}send:/u, rota.replace('MORE', more))
        .trimEnd()
        .concat('\n', others),
    sandbox: { startAt: at(time) },
    overrides: {
      ...overrides,
      ports: (own) => {
        served.set(own.desk.id, own);
        return own;
      },
      timings: {
        pollMentionsMs: minutes(10),
        pollFollowersMs: minutes(30),
        pollOwnPostsMs: minutes(60),
        pollColleaguesMs: minutes(24 * 60),
        pollShiftsMs: minutes(60),
        ...overrides?.timings,
      },
    },
  });

  async function conversation(user: string): Promise<{ id: string; messages: readonly ShownMessage[] }> {
    const { channels } = (await scene.slack('workspace', {})) as {
      channels: { id: string; kind: string; members: string[] }[];
    };
    const id = channels.find(({ kind, members }) => kind === 'im' && members[0] === user)?.id;
    if (!id) return { id: '', messages: [] };
    const { messages } = (await scene.slack('messages', { channel: id })) as { messages: ShownMessage[] };
    return { id, messages };
  }

  const patrons = patronsOn(scene.sandbox, network);

  return {
    ...scene,
    until: (then) => scene.pass(at(then) - scene.sandbox.clock.now()),
    async privately(user) {
      return (await conversation(user)).messages.map(({ blocks }) => wordsOf(blocks).replace(/ +/gu, ' '));
    },
    async pressPrivately(user, label, nth = 0) {
      const { id, messages } = await conversation(user);
      const newest = messages.at(-1);
      if (!newest) throw new Error(`${user} has no messages of the app.`);
      const rows = (
        newest.blocks as { block_id: string; elements?: { text?: { text?: string } }[] }[]
      ).filter(({ elements }) => elements?.some(({ text }) => text?.text === label));
      const block_id = rows[nth]?.block_id;
      const args = { user, channel: id, ts: newest.ts, label, ...(block_id ? { block_id } : {}) };
      const { acked, error } = await scene.slack('press', args);
      if (!acked) throw new Error(`${label} was not acknowledged: ${error}`);
      await scene.app.idle();
    },
    notified: (user) =>
      scene.sandbox.journal
        .read()
        .filter(
          ({ kind, notified }) =>
            kind === 'chat.postMessage' && Array.isArray(notified) && notified.includes(user),
        )
        .map(({ channel: where, text }) => `${where === channel ? 'thread' : 'private'}: ${String(text)}`),
    async writes(handle, name, text, answersTo) {
      await patrons.introduce(handle, name);
      return patrons.writes(handle, text, answersTo);
    },
    async follows(handle, name) {
      await patrons.introduce(handle, name);
      await patrons.follows(handle);
    },
    async untrue(change = (text) => text) {
      const state: unknown = JSON.parse(change(JSON.stringify(scene.sandbox.slack.snapshot())));
      const found = await untruths([...served.values()], state);
      return found.map(({ where, what }) => `${where}: ${what}`);
    },
  };
}
