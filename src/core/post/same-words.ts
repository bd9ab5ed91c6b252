import twitter from 'twitter-text';
import { leadingNames } from './plain.js';
import type { Post } from './post.js';
import { textPieces } from './text-pieces.js';

/**
 * Whether a post has the approved words. A network shortens links and puts @names in front: such differences don't count,
 * nor does white space, nor `https://` and a final slash of a link. Case and punctuation count.
 */
export function sameWords(approved: string, published: Pick<Post, 'text' | 'links'>): boolean {
  return comparable(approved) === comparable(withFullAddresses(published));
}

/** The text with the address that each link stands for. */
const withFullAddresses = ({ text, links }: Pick<Post, 'text' | 'links'>): string =>
  textPieces(text, links)
    .map(({ text: shown, link }) => link?.expanded ?? link?.url ?? shown)
    .join('');

/** A text without what does not count. */
function comparable(text: string): string {
  const composed = text.normalize('NFC');
  const words = composed.slice(leadingNames(composed).length);
  return withBareLinks(words).replace(/\s+/gu, ' ').trim();
}

function withBareLinks(text: string): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { url, indices } of twitter.extractUrlsWithIndices(text)) {
    pieces.push(text.slice(end, indices[0]), bareLink(url));
    end = indices[1];
  }
  return pieces.join('') + text.slice(end);
}

function bareLink(url: string): string {
  const bare = url.replace(/^https?:\/\//iu, '').replace(/\/$/u, '');
  return bare.replace(/^[^/?#]+/u, (host) => host.toLowerCase());
}
