import { asPost, besides, didIn, isEmbeddingClosed, isGatedFor, isPost } from '../model/posts.js';
import { subjectOf } from '../model/repo.js';
import type { Indexed } from '../model/state.js';
import { showEmbed } from './embed.js';
import { isBlockBetween, isoOf, type Looking, showBasic, showLabels, type View } from './profile.js';

/** A post as its reader sees it; undefined for one that is not there, or whose writer is not. `depth` counts posts within posts. */
export function showPost(looking: Looking, uri: string, depth = 0): View | undefined {
  const { seen, viewer } = looking;
  const post = seen.records[uri];
  if (!post || !isPost(post)) return undefined;
  const author = showBasic(looking, post.did);
  if (!author) return undefined;
  const counts = seen.counts[uri];
  const gate = seen.records[besides(uri, 'app.bsky.feed.threadgate')];
  const { embed, reply } = asPost(post.value);
  const shownEmbed = embed && depth < 2 ? showEmbed(looking, post, depth + 1, showPost) : undefined;
  return {
    uri,
    cid: post.cid,
    author,
    record: post.value,
    embed: shownEmbed,
    bookmarkCount: 0,
    replyCount: counts?.replies ?? 0,
    repostCount: counts?.reposts ?? 0,
    likeCount: counts?.likes ?? 0,
    quoteCount: counts?.quotes ?? 0,
    indexedAt: isoOf(post.sortAt),
    viewer: {
      repost: own(looking, 'app.bsky.feed.repost', uri),
      like: own(looking, 'app.bsky.feed.like', uri),
      bookmarked: false,
      threadMuted: false,
      replyDisabled: post.violatesGate || isGatedFor(seen, reply?.root.uri ?? uri, viewer),
      embeddingDisabled: isEmbeddingClosed(seen, uri, viewer),
    },
    labels: showLabels(looking, post),
    threadgate: !reply && gate ? { uri: gate.uri, cid: gate.cid, record: gate.value, lists: [] } : undefined,
  };
}

/** The record by which whoever looks likes or reposts a post. */
function own({ seen, viewer }: Looking, collection: string, uri: string): string | undefined {
  const kind = collection === 'app.bsky.feed.like' ? 'likes' : 'reposts';
  if (!seen.counts[uri]?.[kind]) return undefined;
  return Object.values(seen.records).find(
    (one) => one.did === viewer && one.collection === collection && subjectOf(one.value) === uri,
  )?.uri;
}

/** A post of somebody's page: a repost with who made it, a reply with what it answers. */
export function showInFeed(looking: Looking, item: Indexed): View | undefined {
  const isRepost = !isPost(item);
  const uri = isRepost ? subjectOf(item.value) : item.uri;
  const post = showPost(looking, uri);
  if (!post) return undefined;
  const record = looking.seen.records[uri];
  const { reply } = record ? asPost(record.value) : {};
  return {
    post,
    reason: isRepost
      ? {
          by: showBasic(looking, item.did),
          uri: item.uri,
          cid: item.cid,
          indexedAt: isoOf(item.sortAt),
          $type: 'app.bsky.feed.defs#reasonRepost',
        }
      : undefined,
    reply:
      reply && !record?.violatesGate
        ? { root: showRef(looking, uri, reply.root.uri), parent: showRef(looking, uri, reply.parent.uri) }
        : undefined,
  };
}

function showRef(looking: Looking, child: string, uri: string): View {
  const did = didIn(uri);
  const post = showPost(looking, uri);
  if (!post) return { $type: 'app.bsky.feed.defs#notFoundPost', uri, notFound: true };
  if (isBlockBetween(looking, looking.viewer, did) || isBlockBetween(looking, didIn(child), did))
    return { $type: 'app.bsky.feed.defs#blockedPost', uri, blocked: true, author: { did } };
  return { $type: 'app.bsky.feed.defs#postView', ...post };
}
