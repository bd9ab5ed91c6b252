import type { Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import {
  cardKey,
  formerKey,
  foundRecord,
  type Message,
  type MessageKey,
  panelKey,
  withMessage,
} from '../../core/card/message.js';
import { cardId, panelId } from '../../core/ids.js';
import { omit } from '../../core/omit.js';
import type { OwnMessage } from '../../ports/recovery.js';
import type { Ports } from '../../ports.js';

/**
 * Gives a message that stands in Slack to its card or panel, which may not know of it; false where there is none. Idempotent.
 * Messages are given oldest first: the newest one of a card is the one that stands for it.
 */
export async function bind(ports: Pick<Ports, 'cards' | 'panels'>, message: OwnMessage): Promise<boolean> {
  const bound = await (message.key === panelKey ? bindToPanel(ports, message) : bindToCard(ports, message));
  return bound === true;
}

const bindToCard = ({ cards }: Pick<Ports, 'cards'>, message: OwnMessage) =>
  cards.change(cardId(message.of), (card) => ({
    next: card && withFound(card, message),
    result: card !== undefined,
  }));

const bindToPanel = ({ panels }: Pick<Ports, 'panels'>, message: OwnMessage) =>
  panels.change(panelId(message.of), (panel) => ({
    next: panel && { ...panel, message: standing(panel, message) },
    result: panel !== undefined,
  }));

/** One to a single person is told what became of it, though its record says that nothing was begun, or was to be said. */
const standing = ({ message, startedAt, to }: Panel, found: OwnMessage): Message => {
  const newest = newestOf(message, found);
  return to ? omit({ begunAt: startedAt, ...newest }, 'quiet') : newest;
};

function withFound(card: Card, found: OwnMessage): Card {
  // The card may have left it, or come back to it, since the message was marked: its token stays.
  const known = Object.keys(card.messages).find((key) => card.messages[key]?.token === found.token);
  if (known !== undefined) return withStanding(card, known, found);
  if (found.key !== cardKey) return withStanding(card, found.key, found);
  const own = card.messages[cardKey];
  const isLeft = card.panel !== undefined || (own !== undefined && isNewer(own, found));
  if (isLeft) return withStanding(card, formerKey(foundRecord(found)), found);
  const left = own?.ts === undefined ? card : withMessage(card, formerKey(own), { ...own, shown: 0 });
  return withMessage(left, cardKey, newestOf(own, found));
}

const withStanding = (card: Card, key: MessageKey, found: OwnMessage): Card =>
  withMessage(card, key, newestOf(card.messages[key], found));

const isNewer = ({ ts }: Message, found: OwnMessage): boolean =>
  ts !== undefined && Number(ts) > Number(found.ts);

/** The record of the newer of two messages: the one that the store knows of, and the one that was found. */
const newestOf = (record: Message | undefined, found: OwnMessage): Message =>
  record && isNewer(record, found) ? record : { ...record, ...foundRecord(found) };
