import { ok } from '@atcute/client';
import { didString, handleString, is, object } from '@atcute/lexicons/validations';
import type { NewFollower } from '../ports/network.js';
import type { Rpc } from './client.js';
import { refOfUri } from './ids.js';
import { isBefore, pages, timeOf } from './pages.js';
import { toPatron } from './to-patron.js';

/** Bluesky's limit for a page. */
const pageSize = 100;
/** So many pages of what concerns us are read at once: a flood must not hold up the next look. */
const mostPages = 10;

const ofPosts = ['mention', 'reply', 'quote'] as const;
const ofAll = [...ofPosts, 'follow'] as const;

/** What must be known of a person. */
export const somebody = object({ did: didString(), handle: handleString() });

/** What some notifications tell of, the newest first. Not `isAll`: older ones are missing. */
interface Notified {
  readonly uris: readonly string[];
  readonly followers: readonly NewFollower[];
  readonly isAll: boolean;
}

/**
 * What people wrote to us since a time (Unix ms), as the addresses of their posts, and who followed us since: one call a page
 * tells both. Where followers are too many for one read, the posts are read without them: nobody's question is hidden by that.
 */
export async function readNotifications(
  rpc: Rpc,
  sinceMs: number,
): Promise<{ readonly posts: Pick<Notified, 'uris' | 'isAll'>; readonly follows: Omit<Notified, 'uris'> }> {
  const all = await notifiedSince(rpc, sinceMs, ofAll);
  return { follows: all, posts: all.isAll ? all : await notifiedSince(rpc, sinceMs, ofPosts) };
}

async function notifiedSince(rpc: Rpc, sinceMs: number, reasons: readonly string[]): Promise<Notified> {
  const uris = new Set<string>();
  const followers = new Map<string, NewFollower>();
  let pagesLeft = mostPages;
  let isAll = false;
  for await (const page of pages((cursor) =>
    ok(
      rpc().get('app.bsky.notification.listNotifications', {
        params: { reasons: [...reasons], limit: pageSize, ...(cursor && { cursor }) },
      }),
    ),
  )) {
    const since = page.notifications.filter(({ indexedAt }) => !isBefore(indexedAt, sinceMs));
    for (const { author, indexedAt, reason, uri } of since) {
      if (refOfUri(uri)) uris.add(uri);
      // A program may follow twice: the newer one stands.
      else if (reason === 'follow' && is(somebody, author) && !followers.has(author.did))
        followers.set(author.did, { patron: toPatron(author), at: timeOf(indexedAt) });
    }
    isAll = since.length < page.notifications.length || !page.cursor;
    pagesLeft -= 1;
    if (isAll || pagesLeft === 0) break;
  }
  return { uris: [...uris], followers: [...followers.values()], isAll };
}
