import { notificationsOf } from './notify.js';
import { asPost, isEmbeddingClosed, isGatedFor, isPost, quotedIn } from './posts.js';
import { subjectOf } from './repo.js';
import type { Counts, Indexed, Seen, Sky, Stored, Told } from './state.js';

/** Before anything was written. */
export const unseen = (): Seen => ({
  actors: {},
  records: {},
  follows: {},
  blocks: {},
  counts: {},
  notifications: {},
});

/** What the AppView shows now: all that it was told longer ago than it is behind. */
export function seenNow({ state, world }: Sky): Seen {
  const now = world.clock.now();
  if (state.isAppViewDown) return state.seen;
  const arrival = ({ at }: Told) => Math.max(at + state.lagMs, state.upSince);
  let due = 0;
  for (const told of state.told) {
    if (arrival(told) > now) break;
    index(state.seen, told, arrival(told));
    due += 1;
  }
  state.told.splice(0, due);
  return state.seen;
}

function index(seen: Seen, told: Told, at: number): void {
  if (told.kind === 'account') seen.actors[told.did] = { handle: told.handle, status: told.status };
  else if (told.kind === 'delete') remove(seen, told.uri);
  else put(seen, told.record, at);
}

const pairs: Readonly<Record<string, 'follows' | 'blocks'>> = {
  'app.bsky.graph.follow': 'follows',
  'app.bsky.graph.block': 'blocks',
};

/** A version that replaces another one is indexed like a new record. */
function put(
  seen: Seen,
  { at: _, deletedAt: __, versions: ___, ...record }: Stored,
  indexedAt: number,
): void {
  remove(seen, record.uri);
  const createdAt = Date.parse(String(record.value.createdAt ?? ''));
  const sortAt = Number.isNaN(createdAt) ? indexedAt : Math.min(createdAt, indexedAt);
  const reply = isPost(record) ? asPost(record.value).reply : undefined;
  const violatesGate = reply !== undefined && isGatedFor(seen, reply.root.uri, record.did) === true;
  const quoted = isPost(record) ? quotedIn(asPost(record.value)) : undefined;
  const violatesEmbedding = quoted !== undefined && isEmbeddingClosed(seen, quoted.uri, record.did);
  const indexed: Indexed = {
    ...record,
    indexedAt,
    sortAt,
    ...(violatesGate && { violatesGate }),
    ...(violatesEmbedding && { violatesEmbedding }),
  };
  seen.records[record.uri] = indexed;
  count(seen, indexed, 1);
  const pair = pairs[record.collection];
  if (pair) {
    const key = `${record.did} ${subjectOf(record.value)}`;
    // The second follow of the same person changes nothing until the first one is gone.
    if (seen[pair][key]) return;
    seen[pair][key] = indexed;
  }
  for (const one of notificationsOf(seen, indexed)) {
    seen.notifications[one.to] ??= [];
    seen.notifications[one.to]?.push(one);
  }
}

function remove(seen: Seen, uri: string): void {
  const gone = seen.records[uri];
  if (!gone) return;
  delete seen.records[uri];
  count(seen, gone, -1);
  const pair = pairs[gone.collection];
  const key = `${gone.did} ${subjectOf(gone.value)}`;
  if (pair && seen[pair][key]?.uri === uri) {
    delete seen[pair][key];
    const next = Object.values(seen.records).find(
      (one) => one.collection === gone.collection && `${one.did} ${subjectOf(one.value)}` === key,
    );
    if (next) seen[pair][key] = next;
  }
  for (const [to, list] of Object.entries(seen.notifications)) {
    if (list.some((one) => one.uri === uri)) seen.notifications[to] = list.filter((one) => one.uri !== uri);
  }
}

function count(seen: Seen, record: Indexed, by: 1 | -1): void {
  const add = (uri: string | undefined, what: keyof Counts) => {
    if (uri === undefined) return;
    const counts = seen.counts[uri] ?? { replies: 0, reposts: 0, likes: 0, quotes: 0 };
    counts[what] += by;
    seen.counts[uri] = counts;
  };
  if (record.collection === 'app.bsky.feed.like') add(subjectOf(record.value), 'likes');
  if (record.collection === 'app.bsky.feed.repost') add(subjectOf(record.value), 'reposts');
  if (!isPost(record)) return;
  const post = asPost(record.value);
  if (!record.violatesGate) add(post.reply?.parent.uri, 'replies');
  add(quotedIn(post)?.uri, 'quotes');
}
