import { z } from 'zod';
import type { Message, MessageKey } from '../../core/card/message.js';
import { type CardId, cardId, type DeskId, type PanelId, slackUserId, token } from '../../core/ids.js';
import type { OwnMessage } from '../../ports/recovery.js';
import { messageEventType } from '../ids.js';

/** Travels with a message as metadata, so that it is recognised whatever became of its record. */
const mark = z.object({
  desk: z.string(),
  of: z.string(),
  key: z.string(),
  token: z.string(),
  to: z.string().optional(),
});

export type Mark = Omit<OwnMessage, 'ts'>;

export const metadataOf = (desk: DeskId, of: CardId | PanelId, key: MessageKey, message: Message) => ({
  event_type: messageEventType,
  event_payload: { desk, of, key, token: message.token, ...(message.to ? { to: message.to } : {}) },
});

const marked = z.object({ event_type: z.literal(messageEventType), event_payload: mark });

/** What a message's metadata says of it, when it is this desk's. */
export function markIn(desk: DeskId, metadata: unknown): Mark | undefined {
  const { data } = marked.safeParse(metadata);
  if (data?.event_payload.desk !== desk) return undefined;
  const { of, key, token: text, to } = data.event_payload;
  return { of: cardId(of), key, token: token(text), ...(to ? { to: slackUserId(to) } : {}) };
}
