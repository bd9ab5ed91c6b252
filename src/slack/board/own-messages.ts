import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { type Message, type MessageKey, panelKey } from '../../core/card/message.js';
import type { Desk } from '../../core/desk/desk.js';
import {
  type CardId,
  cardId,
  type DeskId,
  type PanelId,
  type SlackUserId,
  slackUserId,
  token,
} from '../../core/ids.js';
import type { Board } from '../../ports/board.js';
import type { OwnMessage } from '../../ports/recovery.js';
import { messageEventType } from '../ids.js';

/** Each message carries this as metadata, so that the desk recognises it even when its record was lost. */
const mark = z.object({
  desk: z.string(),
  of: z.string(),
  key: z.string(),
  token: z.string(),
  to: z.string().optional(),
});

type Mark = Omit<OwnMessage, 'ts'>;

/** The metadata of one of our messages. */
export const metadataOf = (desk: DeskId, of: CardId | PanelId, key: MessageKey, message: Message) => ({
  event_type: messageEventType,
  event_payload: { desk, of, key, token: message.token, ...(message.to ? { to: message.to } : {}) },
});

const marked = z.object({ event_type: z.literal(messageEventType), event_payload: mark });

/** What the metadata of a message says, when it is a message of this desk; else undefined. */
export function markIn(desk: DeskId, metadata: unknown): Mark | undefined {
  const { data } = marked.safeParse(metadata);
  if (data?.event_payload.desk !== desk) return undefined;
  const { of, key, token: text, to } = data.event_payload;
  return { of: cardId(of), key, token: token(text), ...(to ? { to: slackUserId(to) } : {}) };
}

/** Messages in a page: Slack allows more, and recommends no more than 200. */
const pageSize = 200;

interface SlackMessage {
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly reply_count?: number;
  readonly metadata?: unknown;
}

type OwnCalls = Pick<Board, 'listOwnMessages' | 'listOwnReplies' | 'listOwnPrivate' | 'takeAway'>;

/** The board's calls for messages of ours that no record may know of. `call` turns a failure into a fault. */
export function ownMessageCalls(
  client: WebClient,
  call: <T>(method: string, run: () => Promise<T>) => Promise<T>,
  deskNow: () => Desk,
  conversationWith: (to: SlackUserId) => Promise<string>,
): OwnCalls {
  return {
    listOwnMessages: (sinceMs) =>
      call('conversations.history', () => ownMessages(client, deskNow(), sinceMs)),

    listOwnReplies: (thread, sinceMs) =>
      call('conversations.replies', () => ownReplies(client, deskNow(), thread, sinceMs)),

    async listOwnPrivate(to, sinceMs) {
      const channel = await conversationWith(to);
      const { messages } = await call('conversations.history', () =>
        ownMessages(client, { id: deskNow().id, channel }, sinceMs),
      );
      return messages.map((one) => ({ ...one, to }));
    },

    async takeAway({ key, to, ts }) {
      // Only a panel is in a private conversation: a line names somebody in the channel.
      const channel = key === panelKey && to ? await conversationWith(to) : deskNow().channel;
      await call('chat.delete', () => client.chat.delete({ channel, ts }));
    },
  };
}

/**
 * Our messages in a desk's channel since a time (Unix ms), and the timestamps of all messages since then that have replies,
 * also those of others; oldest first. https://docs.slack.dev/reference/methods/conversations.history
 */
async function ownMessages(
  client: WebClient,
  { id, channel }: Pick<Desk, 'id'> & { readonly channel: string },
  sinceMs: number,
): Promise<{ readonly messages: readonly OwnMessage[]; readonly threads: readonly string[] }> {
  const found = await everyPage((cursor) =>
    client.conversations.history({ ...since(sinceMs), channel, ...cursor }),
  );
  const threads = found.flatMap(({ ts, reply_count: replies }) => (ts && replies ? [ts] : []));
  return { messages: ownIn(id, found), threads: threads.sort() };
}

/** Our replies in one thread since a time (Unix ms), oldest first. */
async function ownReplies(
  client: WebClient,
  { id, channel }: Desk,
  ts: string,
  sinceMs: number,
): Promise<readonly OwnMessage[]> {
  const replies = await everyPage((cursor) =>
    client.conversations.replies({ ...since(sinceMs), channel, ts, ...cursor }),
  );
  // Slack gives the first message of a thread together with its replies.
  return ownIn(
    id,
    replies.filter((reply) => reply.ts !== ts),
  );
}

const since = (sinceMs: number) => ({
  oldest: String(sinceMs / 1000),
  include_all_metadata: true,
  limit: pageSize,
});

function ownIn(desk: DeskId, found: readonly SlackMessage[]): readonly OwnMessage[] {
  return found
    .flatMap(({ ts, metadata }) => {
      const mark = markIn(desk, metadata);
      return ts && mark ? [{ ...mark, ts }] : [];
    })
    .sort((a, b) => Number(a.ts) - Number(b.ts));
}

interface Page {
  readonly messages?: readonly SlackMessage[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

async function everyPage(ask: (cursor: { cursor?: string }) => Promise<Page>): Promise<SlackMessage[]> {
  const found: SlackMessage[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor ? { cursor } : {});
    found.push(...(page.messages ?? []));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return found;
}
