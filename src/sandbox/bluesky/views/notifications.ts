import { asPost, besides, didIn, isPost, listOf } from '../model/posts.js';
import { Refused } from '../model/refused.js';
import type { Notification } from '../model/state.js';
import { filledPage } from './paging.js';
import {
  isBlockBetween,
  isMuted,
  isoOf,
  type Looking,
  showLabels,
  showProfile,
  type View,
} from './profile.js';

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly reasons?: readonly string[] | undefined;
}

/**
 * Notifications of whoever looks, the newest first. The cursor is a time alone: of several in one millisecond that a page
 * divides, the rest is never shown, as by the real servers.
 */
export function showNotifications(looking: Looking, { cursor, limit, reasons }: Asked): View {
  const { seen, sky, viewer } = looking;
  // Not refused, but a fault of theirs.
  if (cursor !== undefined && Number.isNaN(Date.parse(cursor)))
    throw new Refused(502, 'InternalServerError', 'Internal Server Error');
  const all = (seen.notifications[viewer] ?? [])
    .filter(({ subject }) => subject === undefined || seen.records[subject] !== undefined)
    .toSorted((a, b) => b.sortAt - a.sortAt);
  const isAsked = ({ reason }: Notification) => reasons === undefined || reasons.includes(reason);
  let lastSeen: number | undefined;
  const page = filledPage(limit, cursor, (size, from) => {
    const before = Math.min(from === undefined ? Infinity : Date.parse(from), sky.world.clock.now());
    const rest = all.filter(({ sortAt }) => sortAt < before);
    const read = rest.slice(0, size);
    if (from === undefined) lastSeen = read.find(isAsked)?.sortAt;
    const last = read.at(-1);
    return {
      items: read
        .filter(isAsked)
        .flatMap((one) => show(looking, one, from === undefined ? lastSeen : undefined) ?? []),
      cursor: rest.length > size && last ? isoOf(last.sortAt) : undefined,
    };
  });
  return {
    notifications: page.items,
    cursor: page.cursor,
    priority: false,
    seenAt: lastSeen === undefined ? undefined : isoOf(lastSeen),
  };
}

function show(
  looking: Looking,
  { reason, sortAt, subject, uri }: Notification,
  lastSeen: number | undefined,
): View | undefined {
  const { seen, viewer } = looking;
  const record = seen.records[uri];
  const did = didIn(uri);
  if (!record || isMuted(looking, did) || isBlockBetween(looking, viewer, did)) return undefined;
  if (reason === 'reply' && isPost(record)) {
    const root = asPost(record.value).reply?.root.uri ?? '';
    const gate = seen.records[besides(root, 'app.bsky.feed.threadgate')];
    if (didIn(root) === viewer && listOf(gate?.value.hiddenReplies).includes(uri)) return undefined;
  }
  const author = showProfile(looking, did);
  return (
    author && {
      uri,
      cid: record.cid,
      author,
      reason,
      reasonSubject: subject,
      record: record.value,
      isRead: lastSeen === undefined || lastSeen > sortAt,
      indexedAt: isoOf(sortAt),
      labels: showLabels(looking, record),
    }
  );
}
