import type { DataObject } from '../model/cid.js';
import { asPost, didIn, isDetached, quotedIn } from '../model/posts.js';
import type { Indexed } from '../model/state.js';
import { blobIn, isBlockBetween, type Looking, pictureUrl, relationOf, type View } from './profile.js';

type ShowPost = (looking: Looking, uri: string, depth: number) => View | undefined;

/** What a post shows besides its text; undefined for a kind that nobody knows. */
export function showEmbed(
  looking: Looking,
  post: Indexed,
  depth: number,
  showPost: ShowPost,
): View | undefined {
  const { embed } = asPost(post.value);
  const quoted = quotedIn(asPost(post.value))?.uri;
  if (quoted === undefined) return embed && showMedia(post.did, embed);
  const record = showQuoted(looking, post, quoted, depth, showPost);
  if (embed?.$type === 'app.bsky.embed.record') return { record, $type: 'app.bsky.embed.record#view' };
  return {
    media: showMedia(post.did, embed?.media as DataObject),
    record: {
      record,
      ...(typeof record.notFound === 'boolean' || record.blocked || record.detached
        ? { $type: 'app.bsky.embed.record#view' }
        : {}),
    },
    $type: 'app.bsky.embed.recordWithMedia#view',
  };
}

function showQuoted(looking: Looking, post: Indexed, uri: string, depth: number, showPost: ShowPost): View {
  const did = didIn(uri);
  if (isBlockBetween(looking, looking.viewer, did) || isBlockBetween(looking, post.did, did)) {
    const { blockedBy, blocking } = relationOf(looking, did, looking.viewer);
    return {
      uri,
      blocked: true,
      author: { did, viewer: { blockedBy: blockedBy !== undefined, blocking } },
      $type: 'app.bsky.embed.record#viewBlocked',
    };
  }
  const detached = { uri, detached: true, $type: 'app.bsky.embed.record#viewDetached' };
  if (post.violatesEmbedding) return detached;
  const view = showPost(looking, uri, depth);
  if (!view) return { uri, notFound: true, $type: 'app.bsky.embed.record#viewNotFound' };
  if (isDetached(looking.seen, uri, post.uri)) return detached;
  return {
    uri: view.uri,
    cid: view.cid,
    author: view.author,
    value: view.record,
    labels: view.labels,
    likeCount: view.likeCount,
    replyCount: view.replyCount,
    repostCount: view.repostCount,
    quoteCount: view.quoteCount,
    indexedAt: view.indexedAt,
    embeds: depth > 1 ? undefined : view.embed ? [view.embed] : [],
    $type: 'app.bsky.embed.record#viewRecord',
  };
}

function showMedia(did: string, media: DataObject): View | undefined {
  switch (media.$type) {
    case 'app.bsky.embed.images':
      return {
        images: (media.images as readonly DataObject[]).map(({ alt, aspectRatio, image }) => ({
          thumb: pictureUrl('feed_thumbnail', did, blobIn(image) ?? ''),
          fullsize: pictureUrl('feed_fullsize', did, blobIn(image) ?? ''),
          alt,
          aspectRatio,
        })),
        $type: 'app.bsky.embed.images#view',
      };
    case 'app.bsky.embed.external': {
      const { description, thumb, title, uri } = media.external as DataObject;
      const picture = blobIn(thumb);
      return {
        external: { uri, title, description, thumb: picture && pictureUrl('feed_thumbnail', did, picture) },
        $type: 'app.bsky.embed.external#view',
      };
    }
    case 'app.bsky.embed.video': {
      const cid = blobIn(media.video) ?? '';
      const address = `https://video.bsky.app/watch/${encodeURIComponent(did)}/${cid}`;
      return {
        cid,
        playlist: `${address}/playlist.m3u8`,
        thumbnail: `${address}/thumbnail.jpg`,
        alt: media.alt,
        aspectRatio: media.aspectRatio,
        $type: 'app.bsky.embed.video#view',
      };
    }
    default:
      return undefined;
  }
}
