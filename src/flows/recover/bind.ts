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
import type { OwnMessage } from '../../ports/recovery.js';
import type { Ports } from '../../ports.js';

/**
 * Gives a message that stands in the channel to its card or panel, which may not know of it; keeps it for one that is still to
 * be made. Idempotent. Messages are given oldest first: the newest one of a card is the one that stands for it.
 */
export async function bind(ports: Ports, message: OwnMessage): Promise<void> {
  const bound = await (message.key === panelKey ? bindToPanel(ports, message) : bindToCard(ports, message));
  if (bound !== true) await ports.recovery.keep(message);
}

const bindToCard = ({ cards }: Ports, message: OwnMessage) =>
  cards.change(cardId(message.of), (card) => ({
    next: card && withFound(card, message),
    result: card !== undefined,
  }));

const bindToPanel = ({ panels }: Ports, message: OwnMessage) =>
  panels.change(panelId(message.of), (panel) => ({
    next: panel && { ...panel, message: newestOf(panel.message, message) },
    result: panel !== undefined,
  }));

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
