import {
  type AppBskyFeedDefs,
  AppBskyFeedPost,
  AppBskyRichtextFacet,
  unwrapMediaEmbed,
  unwrapQuoteEmbed,
  unwrapRecordEmbed,
} from '@atcute/bluesky';
import { is } from '@atcute/lexicons/validations';
import type { PostId } from '../core/ids.js';
import type { Link, Media, Name, Post } from '../core/post/post.js';
import { accountIdOf, type PostRef, postIdOf, refOfUri } from './ids.js';
import { isDisturbing, suspectOf } from './labels.js';

/**
 * A post as the desk knows it, in its present version, which was asked for at `readAt` (Unix ms); undefined for one that does not
 * have the shape of a post.
 */
export function toPost(view: AppBskyFeedDefs.PostView, readAt: number): Post | undefined {
  const ref = refOfUri(view.uri, view.cid);
  if (!ref || !is(AppBskyFeedPost.mainSchema, view.record)) return undefined;
  const at = Date.parse(view.indexedAt);
  if (Number.isNaN(at)) return undefined;
  const labels = [...(view.labels ?? []), ...(view.author?.labels ?? [])];
  const suspect = suspectOf(labels, ref.did);
  const quoted = unwrapQuoteEmbed(unwrapRecordEmbed(view.embed));
  const quotedRef = quoted && refOfUri(quoted.uri);
  return {
    ...fromRecord(ref, view.record),
    // A post may claim an older time than that of its arrival, and a newer one.
    at,
    // Bluesky lists no earlier versions, and an edit changes no time.
    readAt,
    media: mediaOf(view.embed),
    ...(quotedRef && { quoted: postIdOf(quotedRef) }),
    ...(isDisturbing(labels) && { sensitive: true as const }),
    ...(suspect && { suspect }),
    ...(view.viewer?.replyDisabled && { closed: true as const }),
  };
}

/** What a post says itself, without what only the network knows of it. `ref` names the version. */
export function fromRecord(ref: PostRef, record: AppBskyFeedPost.Main): Post {
  const first = postIdOf({ did: ref.did, rkey: ref.rkey });
  const id = postIdOf(ref);
  const parent = record.reply && refOfUri(record.reply.parent.uri);
  const root = record.reply && refOfUri(record.reply.root.uri);
  return {
    id,
    versions: id === first ? [first] : [first, id],
    authorId: accountIdOf(ref.did),
    conversationId: root ? postIdOf(root) : first,
    at: Date.parse(record.createdAt),
    text: record.text,
    ...rangesOf(record),
    media: [],
    ...(parent && { repliedTo: postIdOf(parent), repliedToAccount: accountIdOf(parent.did) }),
  };
}

/** The id by which a card knows a post of any version. */
export const firstOf = (id: PostId, { versions }: Pick<Post, 'versions'>): PostId => versions[0] ?? id;

/** Bluesky counts bytes of UTF-8, the desk UTF-16 units. What lies within a character, or beyond the text, is no range. */
function rangesOf({ facets = [], text }: Pick<AppBskyFeedPost.Main, 'facets' | 'text'>) {
  const links: Link[] = [];
  const names: Name[] = [];
  const unitAt = unitsByByte(text);
  for (const { features, index } of facets) {
    const start = unitAt.get(index.byteStart);
    const end = unitAt.get(index.byteEnd);
    if (start === undefined || end === undefined || end <= start) continue;
    for (const feature of features) {
      if (is(AppBskyRichtextFacet.linkSchema, feature)) links.push({ start, end, url: feature.uri });
      if (is(AppBskyRichtextFacet.mentionSchema, feature))
        names.push({ start, end, account: accountIdOf(feature.did) });
    }
  }
  const inOrder = <T extends { start: number }>(all: T[]): T[] => all.toSorted((a, b) => a.start - b.start);
  return { links: withoutOverlaps(inOrder(links)), names: withoutOverlaps(inOrder(names)) };
}

const withoutOverlaps = <T extends { start: number; end: number }>(ranges: readonly T[]): readonly T[] =>
  ranges.filter(({ start }, at) => ranges.slice(0, at).every(({ end }) => end <= start));

function unitsByByte(text: string): ReadonlyMap<number, number> {
  const units = new Map<number, number>([[0, 0]]);
  let bytes = 0;
  let unit = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    unit += character.length;
    units.set(bytes, unit);
  }
  return units;
}

/** What a post shows besides its text. */
function mediaOf(embed: AppBskyFeedDefs.PostView['embed']): readonly Media[] {
  const media = unwrapMediaEmbed(embed);
  switch (media?.$type) {
    case 'app.bsky.embed.images#view':
      return media.images.map(({ alt, thumb }) => ({ kind: 'photo', ...(alt && { alt }), preview: thumb }));
    case 'app.bsky.embed.video#view':
      return [
        {
          kind: media.presentation === 'gif' ? 'gif' : 'film',
          ...(media.alt && { alt: media.alt }),
          ...(media.thumbnail && { preview: media.thumbnail }),
        },
      ];
    default:
      return [];
  }
}
