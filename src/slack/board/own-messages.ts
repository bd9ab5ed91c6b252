import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Message, MessageKey } from '../../core/card/message.js';
import type { Desk } from '../../core/desk/desk.js';
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

/** As many as Slack gives in one page. */
const pageSize = 200;

interface Found {
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly reply_count?: number;
  readonly metadata?: unknown;
}

/**
 * Our messages in a desk's channel since a time (Unix ms), and the timestamps of messages since then, anybody's, that have
 * replies; oldest first. https://docs.slack.dev/reference/methods/conversations.history
 */
export async function ownMessages(
  client: WebClient,
  { id, channel }: Desk,
  sinceMs: number,
): Promise<{ readonly messages: readonly OwnMessage[]; readonly threads: readonly string[] }> {
  const found = await everyPage((cursor) =>
    client.conversations.history({ ...since(sinceMs), channel, ...cursor }),
  );
  const threads = found.flatMap(({ ts, reply_count: replies }) => (ts && replies ? [ts] : []));
  return { messages: ours(id, found), threads: threads.sort() };
}

/** Our replies in one thread since a time (Unix ms), oldest first. */
export async function ownReplies(
  client: WebClient,
  { id, channel }: Desk,
  ts: string,
  sinceMs: number,
): Promise<readonly OwnMessage[]> {
  const replies = await everyPage((cursor) =>
    client.conversations.replies({ ...since(sinceMs), channel, ts, ...cursor }),
  );
  // Slack gives a thread's first message with its replies.
  return ours(
    id,
    replies.filter((reply) => reply.ts !== ts),
  );
}

const since = (sinceMs: number) => ({
  oldest: String(sinceMs / 1000),
  include_all_metadata: true,
  limit: pageSize,
});

function ours(desk: DeskId, found: readonly Found[]): readonly OwnMessage[] {
  return found
    .flatMap(({ ts, metadata }) => {
      const mark = markIn(desk, metadata);
      return ts && mark ? [{ ...mark, ts }] : [];
    })
    .sort((a, b) => Number(a.ts) - Number(b.ts));
}

interface Page {
  readonly messages?: readonly Found[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

async function everyPage(ask: (cursor: { cursor?: string }) => Promise<Page>): Promise<Found[]> {
  const found: Found[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor ? { cursor } : {});
    found.push(...(page.messages ?? []));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return found;
}
