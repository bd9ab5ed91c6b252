import type { WebClient } from '@slack/web-api';
import type { Desk } from '../core/desk.js';
import type { Standing } from '../ports.js';
import { markIn } from './message-mark.js';

/** As many as Slack gives in one page. */
const pageSize = 200;

interface Found {
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly reply_count?: number;
  readonly metadata?: unknown;
}

/**
 * Our messages in a desk's channel since a time (Unix ms) with their threads, and the replies since then in further
 * `threads`; oldest first. https://docs.slack.dev/reference/methods/conversations.history
 */
export async function standingMessages(
  client: WebClient,
  { id, channel }: Desk,
  sinceMs: number,
  threads: readonly string[],
): Promise<readonly Standing[]> {
  const where = { channel, oldest: String(sinceMs / 1000), include_all_metadata: true, limit: pageSize };
  const found = await everyPage((cursor) => client.conversations.history({ ...where, ...cursor }));
  const begun = found.flatMap(({ ts, reply_count: replies }) => (ts && replies ? [ts] : []));
  for (const ts of new Set([...threads, ...begun])) {
    const replies = await everyPage((cursor) => client.conversations.replies({ ...where, ...cursor, ts }));
    // Slack gives a thread's first message with its replies.
    found.push(...replies.filter((reply) => reply.ts !== ts));
  }
  return found
    .flatMap(({ ts, metadata }) => {
      const mark = markIn(id, metadata);
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
