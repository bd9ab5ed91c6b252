import type { HomeContent } from '../../src/core/board/home.js';
import type { MessageContent } from '../../src/core/board/panel.js';
import { cardKey, type Message, type MessageKey, panelKey } from '../../src/core/card/message.js';
import type { Colleague } from '../../src/core/desk/desk-now.js';
import { type CardId, fileId, type PanelId, type SlackUserId } from '../../src/core/ids.js';
import { ChannelRefused, Gone, NotSent, OutcomeUnknown } from '../../src/errors.js';
import type { Board, UploadedFile, ViewUpdate } from '../../src/ports/board.js';

export interface Posted {
  readonly ts: string;
  /** The card or panel that it shows. */
  readonly of: CardId | PanelId;
  readonly key: MessageKey;
  readonly token: Message['token'];
  readonly to: SlackUserId | undefined;
  /** The message whose thread it is in. */
  readonly thread: string | undefined;
  /** The version of the card or panel that it shows. */
  readonly version: number;
  readonly updates: number;
}

export interface FakeBoard extends Board {
  /** Everybody in Slack. All but those marked `outside` are in the channel. */
  readonly people: Map<SlackUserId, Colleague & { readonly outside?: true }>;
  /** All messages in the channel, oldest first. */
  readonly channel: readonly Posted[];
  /** The ephemeral messages in the channel. */
  readonly whispers: readonly { readonly to: SlackUserId; readonly text: string }[];
  /** The files that were uploaded for messages, and those that were sent to somebody. */
  readonly uploads: readonly UploadedFile[];
  readonly sent: readonly (UploadedFile & { readonly to: SlackUserId })[];
  /** Slack's code for why it takes no file; undefined while it does. */
  uploadRefused: string | undefined;
  /** What each person's Home shows. */
  readonly homes: Map<SlackUserId, HomeContent>;
  /** The modals that are open, by external id: Slack's mark, and the version of the card that each shows. */
  readonly modals: Map<string, { readonly hash: string; readonly version: number }>;
  /** The next call fails: before it does anything, or after, so that only its answer is lost. */
  next(meets: Error | 'lost after it took effect'): void;
  /** Says when what a message shows changes by itself; never unless a test says so. */
  changes: () => number;
  /** Runs during the next call. */
  meanwhile: () => Promise<unknown>;
}

/** A channel in Slack. */
export function fakeBoard(): FakeBoard {
  const channel: Posted[] = [];
  const whispers: { to: SlackUserId; text: string }[] = [];
  const uploads: UploadedFile[] = [];
  const sent: (UploadedFile & { to: SlackUserId })[] = [];
  const meets: (Error | 'lost after it took effect')[] = [];

  async function calls<T>(takesEffect: () => T, mayStillSend = () => true): Promise<T> {
    if (!mayStillSend()) throw new NotSent();
    const meet = meets.shift();
    if (meet instanceof Error) throw meet;
    await board.meanwhile();
    const answer = takesEffect();
    if (meet) throw new OutcomeUnknown('Slack');
    return answer;
  }

  function gone(ts: string): void {
    const at = channel.findIndex((message) => message.ts === ts);
    if (at < 0) throw new Gone('The message');
    channel.splice(at, 1);
  }

  const people: FakeBoard['people'] = new Map();
  const homes: FakeBoard['homes'] = new Map();
  const modals: FakeBoard['modals'] = new Map();
  const updateModal = (id: string, hash: string | undefined, version: number): ViewUpdate => {
    const open = modals.get(id);
    if (!open) return { outcome: 'closed' };
    if (hash !== undefined && hash !== open.hash) return { outcome: 'changed' };
    modals.set(id, { hash: `${open.hash}+`, version });
    return { outcome: 'shown', hash: `${open.hash}+` };
  };
  const board: FakeBoard = {
    channel,
    homes,
    modals,
    home: (content) => ({
      shows: JSON.stringify(content, (key, value) => (key === 'now' ? undefined : value)),
      publish: (to) =>
        calls(() => {
          homes.set(to, content);
        }),
    }),
    openView: ({ card, view }) => ({
      kind: view.kind,
      shows: String(card.version),
      update: ({ id, hash }, mayStillSend) => calls(() => updateModal(id, hash, card.version), mayStillSend),
    }),
    people,
    members: () =>
      calls(() => ({
        channel: { name: 'x-desk' },
        ids: [...people.values()].filter(({ outside }) => !outside).map(({ id }) => id),
      })),
    colleague: (id) =>
      calls(() => {
        const { outside: _not, ...person } = people.get(id) ?? {};
        return 'id' in person ? person : undefined;
      }),
    next: (what) => {
      meets.push(what);
    },
    meanwhile: async () => {},
    post: (content, { token, to }, mayStillSend) =>
      calls(() => {
        const ts = `1795516920.${String(channel.length + 1).padStart(6, '0')}`;
        channel.push({ ...shownBy(content), ts, token, to, updates: 0 });
        return { ts, changesAt: board.changes() };
      }, mayStillSend),
    update: (content, { to }, ts, mayStillSend) =>
      calls(() => {
        const at = channel.findIndex((message) => message.ts === ts);
        const message = channel[at];
        if (!message) throw new RangeError(`No message ${ts} in the channel.`);
        channel[at] = { ...message, ...shownBy(content), to, updates: message.updates + 1 };
        return { ts, changesAt: board.changes() };
      }, mayStillSend),
    remove: (_content, ts, mayStillSend) => calls(() => gone(ts), mayStillSend),
    clearView: (id) =>
      calls(() => {
        if (modals.has(id)) modals.set(id, { hash: 'cleared', version: 0 });
      }),
    changes: () => 0,
    find: (content, { token }) =>
      calls(() => {
        const panel = 'panel' in content && content.panel.to ? content.panel.id : undefined;
        const found = channel.find((message) => message.token === token || message.of === panel);
        return found && { ts: found.ts };
      }),
    listOwnMessages: (sinceMs) =>
      calls(() => ({
        messages: channel.filter(({ thread, ts }) => !thread && Number(ts) * 1_000 >= sinceMs),
        threads: [...new Set(channel.flatMap(({ thread }) => thread ?? []))],
      })),
    listOwnReplies: (of, sinceMs) =>
      calls(() => channel.filter(({ thread, ts }) => thread === of && Number(ts) * 1_000 >= sinceMs)),
    listOwnPrivate: (to, sinceMs) =>
      calls(() => channel.filter((one) => isPrivateTo(one, to) && Number(one.ts) * 1_000 >= sinceMs)),
    takeAway: ({ ts }) => calls(() => gone(ts)),
    uploads,
    sent,
    upload: (file) =>
      calls(() => {
        if (board.uploadRefused) throw new ChannelRefused(board.uploadRefused, 'Slack refused the file.');
        uploads.push(file);
        return fileId(`F${uploads.length}`);
      }),
    send: (file, to) =>
      calls(() => {
        if (board.uploadRefused) throw new ChannelRefused(board.uploadRefused, 'Slack refused the file.');
        sent.push({ ...file, to });
      }),
    uploadRefused: undefined,
    whispers,
    whisper: async (to, text) => {
      whispers.push({ to, text });
    },
  };
  return board;
}

const isPrivateTo = ({ key, to }: Posted, person: SlackUserId): boolean => key === panelKey && to === person;

function shownBy(content: MessageContent): Pick<Posted, 'of' | 'key' | 'thread' | 'version'> {
  if ('panel' in content) {
    const { id, version } = content.panel;
    return { of: id, key: panelKey, thread: undefined, version };
  }
  const { id, messages, version } = content.card;
  const { key } = content;
  return { of: id, key, thread: key === cardKey ? undefined : messages[cardKey]?.ts, version };
}
