import type { Card } from './card.js';
import type { SlackUserId, Token } from './ids.js';

/**
 * A Slack message of a card: recorded, posted with its token as metadata, and settled by reading the channel, because
 * chat.postMessage has no idempotency key.
 */
export interface Message {
  /** Marks the one post in Slack, for good. */
  readonly token: Token;
  /** Not posted before this: one message a second and channel. */
  readonly slotAt: number;
  /** When a post was begun: from then on nobody posts again without looking for the token first. */
  readonly begunAt?: number;
  /** Slack's timestamp, once known. */
  readonly ts?: string;
  /** The card's version that it shows; 0 until it stands. */
  readonly shown: number;
  /** Whoever works on it, and until when. */
  readonly lease?: { readonly token: Token; readonly until: number };
  /** Whom a thread line names. */
  readonly to?: SlackUserId;
  /** Nobody was on shift when the thread line was due: there is none. */
  readonly quiet?: true;
}

/** `card`, or `line-<act>` for a line in its thread. */
export type MessageKey = string;

export const cardMessage: MessageKey = 'card';
export const lineMessage = (act: { id: string }): MessageKey => `line-${act.id}`;

/** A card has its message, and a thread line for its first mention and for each later question. */
export function wantedMessages(card: Card): readonly MessageKey[] {
  const asked = card.acts.filter(
    (act, index) => act.kind === 'mention' && (index === 0 || act.topic === 'question'),
  );
  return [cardMessage, ...asked.map(lineMessage)];
}

/** The next message that Slack lacks or shows out of date, and from when on it may be worked at (0: at once). */
export function staleMessage(card: Card): { readonly key: MessageKey; readonly at: number } | undefined {
  for (const key of wantedMessages(card)) {
    const message = card.messages[key];
    if (!message) return { key, at: 0 };
    const stale = key === cardMessage ? message.shown < card.version : message.shown === 0;
    if (stale && !message.quiet) return { key, at: message.lease?.until ?? message.slotAt };
  }
  return undefined;
}

/** The card with one of its messages changed: its version stays, for the message shows nothing new by it. */
export function withMessage(card: Card, key: MessageKey, message: Message): Card {
  return { ...card, messages: { ...card.messages, [key]: message } };
}

/** The card as if one of its messages had never been posted. */
export function withoutMessage(card: Card, key: MessageKey): Card {
  const { [key]: _gone, ...messages } = card.messages;
  return { ...card, messages };
}
