import twitter from 'twitter-text';
import { leadingNames, plainText } from './plain.js';
import type { Link } from './post.js';

/** A post's text with its links, as X gives them. */
interface PublishedText {
  readonly text: string;
  readonly links: readonly Pick<Link, 'shown' | 'expanded'>[];
}

/**
 * Whether X shows the approved words. X escapes `& < >`, shortens links and puts @names in front: such differences
 * don't count, nor does white space, nor `https://` and a final slash of a link. Case and punctuation count.
 */
export function sameWords(approved: string, published: PublishedText): boolean {
  return comparable(approved) === comparable(expandLinks(plainText(published.text), published.links));
}

function expandLinks(text: string, links: PublishedText['links']): string {
  return links.reduce((result, { shown, expanded }) => result.replaceAll(shown, () => expanded), text);
}

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
