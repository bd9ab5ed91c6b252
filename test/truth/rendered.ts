import type { ModalView, WebClient } from '@slack/web-api';
import type { MessageContent } from '../../src/core/board/panel.js';
import {
  cardKey,
  isFormerKey,
  type Message,
  type MessageKey,
  panelKey,
} from '../../src/core/card/message.js';
import type { OpenView } from '../../src/core/card/open-views.js';
import { cardId, panelId } from '../../src/core/ids.js';
import { withDeskNow } from '../../src/flows/desk-now.js';
import { showHomes } from '../../src/flows/show/homes.js';
import { showPauseInViews } from '../../src/flows/show/open-views.js';
import { privateContent } from '../../src/flows/show/private-content.js';
import type { Cards } from '../../src/ports/documents.js';
import type { Ports } from '../../src/ports.js';
import { createBoard } from '../../src/slack/board/board.js';
import { homeViewOf } from '../../src/slack/screens/home-view.js';
import { openViewOf } from '../../src/slack/screens/open-view.js';

// What the desk would show now, made by its own renderers from what is stored. Nothing is written, and no call leaves.

/** A message as the desk would make it. */
export interface Rendered {
  readonly text?: unknown;
  readonly blocks?: unknown;
}

export interface RenderedDesk {
  /** A message by its metadata; undefined when nothing that is stored has it. */
  message(of: string, key: MessageKey): Promise<Rendered | undefined>;
  /** The modals that are looked after, by `external_id`; undefined for one that is right as it is. */
  views(): Promise<ReadonlyMap<string, ModalView | undefined>>;
}

/** `permalink` gives the address of a message, as Slack does. */
export async function renderedDesk(
  served: Ports,
  permalink: (channel: string, ts: string) => string,
): Promise<RenderedDesk> {
  const ports = await withDeskNow(served);
  const { desk, clock } = ports;
  let made: Rendered | undefined;
  const client = {
    conversations: { open: async () => ({ channel: { id: 'D' } }) },
    chat: {
      getPermalink: async (asked: { channel: string; message_ts: string }) => ({
        permalink: permalink(asked.channel, asked.message_ts),
      }),
      update: async (args: Rendered) => {
        made = args;
        return {};
      },
    },
  } as unknown as WebClient;
  const board = createBoard(client, () => desk, clock);

  return {
    async message(of, key) {
      const found = key === panelKey ? await panelContent(ports, of) : await cardContent(ports, of, key);
      if (!found) return undefined;
      await board.update(found.content, found.message, '0', () => true);
      return made;
    },
    async views() {
      const found = new Map<string, ModalView | undefined>();
      const looking = {
        ...ports,
        cards: unwritten(ports.cards),
        board: {
          ...ports.board,
          openView: (content: Parameters<Ports['board']['openView']>[0]) => {
            found.set((content.view as OpenView).id, openViewOf(content, desk, clock.now()));
            return undefined;
          },
        },
      };
      await showPauseInViews(looking);
      return found;
    },
  };
}

/** The Homes that are kept up to date, by whose they are, as the desks would make them. */
export async function renderedHomes(served: readonly Ports[]): Promise<ReadonlyMap<string, Rendered>> {
  const homes = new Map<string, Rendered>();
  const nothing = async () => {};
  const all = (await Promise.all(served.map(withDeskNow))).map(
    (ports): Ports => ({
      ...ports,
      due: { ...ports.due, count: async () => 0 },
      homes: {
        opened: nothing,
        changed: nothing,
        waitUntil: nothing,
        published: nothing,
        forget: nothing,
        done: nothing,
        recentVisitors: async (since) => {
          const { people, mark } = await ports.homes.recentVisitors(since);
          return { people: people.map(({ user }) => ({ user, recent: [] })), mark, heldUntil: 0 };
        },
      },
      board: {
        ...ports.board,
        home: (content) => ({
          shows: 'another one',
          publish: async (user) => void homes.set(user, homeViewOf(content)),
        }),
      },
    }),
  );
  const desks = { all: async () => all, now: async (id: string) => all.find(({ desk }) => desk.id === id) };
  for (const ports of all) await showHomes(ports, desks);
  return homes;
}

/** The cards without their writes. */
const unwritten = (cards: Cards): Cards => ({
  ...cards,
  change: (async () => undefined) as Cards['change'],
});

interface Found {
  readonly content: MessageContent;
  readonly message: Message;
}

async function cardContent(
  { cards, panels }: Ports,
  of: string,
  key: MessageKey,
): Promise<Found | undefined> {
  const card = await cards.get(cardId(of));
  const message = card?.messages[key];
  if (!card || !message) return undefined;
  if (!isFormerKey(key)) return { content: { card, key }, message };
  const movedTo = card.panel ? (await panels.get(card.panel))?.message?.ts : card.messages[cardKey]?.ts;
  return movedTo === undefined ? undefined : { content: { card, key, movedTo }, message };
}

async function panelContent(ports: Ports, of: string): Promise<Found | undefined> {
  const { cards, panels } = ports;
  const panel = await panels.get(panelId(of));
  if (!panel?.message) return undefined;
  const { message, to } = panel;
  if (to) {
    const content = await privateContent(ports, panel, to, true);
    return content && { content, message };
  }
  const inPanel = await cards.inPanel(panel.id);
  const newest = inPanel.open.at(-1);
  const shown = panel.kind === 'fold' && newest ? await cards.get(newest) : undefined;
  return { content: { panel, inPanel, newest: shown }, message };
}
