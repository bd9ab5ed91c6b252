import type { AppBskyRichtextFacet } from '@atcute/bluesky';
import twitter from 'twitter-text';
import { namesIn } from '../core/network/bluesky-names.js';

type Did = `did:${string}:${string}`;

/** A part of a text, in UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What in a text is a link or a name, as Bluesky wants it: in bytes of UTF-8. A name of somebody whom `dids` lacks stays
 * words.
 */
export function facetsOf(text: string, dids: ReadonlyMap<string, string>): AppBskyRichtextFacet.Main[] {
  const links = twitter
    .extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: true })
    .map(({ url, indices: [start, end] }) => ({
      at: { start, end },
      feature: {
        $type: 'app.bsky.richtext.facet#link' as const,
        uri: (/^https?:/iu.test(url) ? url : `https://${url}`) as `${string}:${string}`,
      },
    }));
  const names = namesIn(text).flatMap(({ handle, ...at }) => {
    const did = dids.get(handle);
    return did
      ? [{ at, feature: { $type: 'app.bsky.richtext.facet#mention' as const, did: did as Did } }]
      : [];
  });
  const isFree = (at: Span) => !names.some((name) => at.start < name.at.end && name.at.start < at.end);
  return [...links.filter(({ at }) => isFree(at)), ...names]
    .toSorted((a, b) => a.at.start - b.at.start)
    .map(({ at, feature }) => ({
      index: {
        byteStart: Buffer.byteLength(text.slice(0, at.start)),
        byteEnd: Buffer.byteLength(text.slice(0, at.end)),
      },
      features: [feature],
    }));
}
