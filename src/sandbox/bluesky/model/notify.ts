import { asPost, besides, didIn, isPost, listOf, namedIn, quotedIn } from './posts.js';
import { subjectOf } from './repo.js';
import type { Indexed, Notification, Reason, Seen } from './state.js';

/** So many steps up a thread a reply is told of; the post itself is the first. */
const replyDepth = 5;

/** Whom a new record is told to, each once: for the first of its reasons, in this order. */
export function notificationsOf(seen: Seen, record: Indexed): readonly Notification[] {
  const { collection, did, sortAt, uri, value } = record;
  const told = new Set([did]);
  const all: Notification[] = [];
  const tell = (to: string, reason: Reason, subject?: string) => {
    if (told.has(to)) return;
    told.add(to);
    all.push({ to, uri, reason, sortAt, ...(subject !== undefined && { subject }) });
  };
  const subject = subjectOf(value);
  if (collection === 'app.bsky.graph.follow') tell(subject, 'follow');
  if (collection === 'app.bsky.feed.like') tell(didIn(subject), 'like', subject);
  if (collection === 'app.bsky.feed.repost') tell(didIn(subject), 'repost', subject);
  if (!isPost(record)) return all;

  const post = asPost(value);
  for (const named of namedIn(post)) tell(named, 'mention');
  const quoted = quotedIn(post)?.uri;
  if (quoted && !record.violatesEmbedding) tell(didIn(quoted), 'quote', quoted);
  if (record.violatesGate) return all;
  const gate = seen.records[besides(post.reply?.root.uri ?? uri, 'app.bsky.feed.threadgate')];
  const hidden = listOf(gate?.value.hiddenReplies);
  for (const above of ancestorsOf(seen, record)) {
    tell(didIn(above), 'reply', above);
    if (hidden.includes(above)) break;
  }
  return all;
}

function ancestorsOf(seen: Seen, record: Indexed): readonly string[] {
  const above: string[] = [];
  let parent = asPost(record.value).reply?.parent.uri;
  while (parent !== undefined && above.length < replyDepth - 1) {
    const found: Indexed | undefined = seen.records[parent];
    if (!found) break;
    above.push(parent);
    parent = asPost(found.value).reply?.parent.uri;
  }
  return above;
}
