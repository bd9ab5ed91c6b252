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
import { isPurged } from '../../src/core/keeping/purged-card.js';
import { omit } from '../../src/core/omit.js';
import { withDeskNow } from '../../src/flows/desk-now.js';
import { showHomes } from '../../src/flows/show/homes.js';
import { showPauseInViews } from '../../src/flows/show/open-views.js';
import { contentForOne, sharedContent } from '../../src/flows/show/panel.js';
import { contextOf } from '../../src/flows/show/show.js';
import type { Cards } from '../../src/ports/documents.js';
import type { Desks, Ports } from '../../src/ports.js';
import { createBoard } from '../../src/slack/board/board.js';
import { homeViewOf } from '../../src/slack/screens/home-view.js';
import { openViewOf } from '../../src/slack/screens/open-view.js';

// What the desk would show now, made by its own renderers from what is stored. Nothing is written, and no call leaves but the read
// of what a post answers, where a card shows that.

/** A message as the desk would make it. */
export interface Rendered {
  readonly text?: unknown;
  readonly blocks?: unknown;
}

export interface RenderedDesk {
  /**
   * A message by its metadata; undefined when nothing that is stored has it. `reads`: with what a post answers as the network has it
   * now, which the desk shows where it could read that.
   */
  message(of: string, key: MessageKey, reads?: boolean): Promise<Rendered | undefined>;
  /** The modals that are looked after, by `external_id`; undefined for one that is right as it is. */
  views(): Promise<ReadonlyMap<string, ModalView | undefined>>;
}

/** `permalink` gives the address of a message, as Slack does. */
export async function renderedDesk(
  served: Ports,
  permalink: (channel: string, ts: string) => string,
  desks: Desks,
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
    async message(of, key, reads) {
      const found =
        key === panelKey ? await panelContent(ports, of, desks) : await cardContent(ports, of, key, reads);
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
      await showPauseInViews(looking, desks);
      return found;
    },
  };
}

/** These desks, as a process that serves them has them. */
export const together = (all: readonly Ports[]): Desks => ({
  all: () => Promise.all(all.map(withDeskNow)),
  now: async (id) => {
    const one = all.find(({ desk }) => desk.id === id);
    return one && withDeskNow(one);
  },
});

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
        visitors: async () => {
          const { people, mark } = await ports.homes.visitors();
          return { people: people.map((one) => ({ ...omit(one, 'shown'), recent: [] })), mark, heldUntil: 0 };
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
  for (const ports of all) await showHomes(ports, together(all));
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
  ports: Ports,
  of: string,
  key: MessageKey,
  reads = false,
): Promise<Found | undefined> {
  const { cards, panels } = ports;
  const card = await cards.get(cardId(of));
  const message = card?.messages[key];
  if (!card || !message) return undefined;
  // What is left of a purged card says so wherever it stands, and leads nowhere.
  if (!isFormerKey(key) || isPurged(card)) {
    const around = reads && key === cardKey ? await contextOf(ports, card) : {};
    return { content: { card, key, ...around }, message };
  }
  const movedTo = card.panel ? (await panels.get(card.panel))?.message?.ts : card.messages[cardKey]?.ts;
  return movedTo === undefined ? undefined : { content: { card, key, movedTo }, message };
}

async function panelContent(ports: Ports, of: string, desks: Desks): Promise<Found | undefined> {
  const { cards, panels } = ports;
  const panel = await panels.get(panelId(of));
  if (!panel?.message) return undefined;
  const { message, to } = panel;
  if (to) {
    const content = await contentForOne(ports, panel, to, true, desks);
    return content && { content, message };
  }
  return { content: await sharedContent(cards, panel), message };
}
