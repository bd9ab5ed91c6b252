import twitter from 'twitter-text';
import { leadingNames } from './names.js';
import { plainText } from './plain.js';

export interface PublishedText {
  readonly text: string;
  /** `shown` is the t.co address in the text, `expanded` is what it stands for. */
  readonly links: readonly { readonly shown: string; readonly expanded: string }[];
}

/**
 * Whether X shows what was approved. X escapes `& < >`, shortens links and puts @names in front; none of
 * that counts, nor does white space, nor `https://` and a closing slash on a link. Case and punctuation do.
 */
export function sameWords(approved: string, published: PublishedText): boolean {
  return wordsOf(approved) === wordsOf(expandLinks(plainText(published.text), published.links));
}

function expandLinks(text: string, links: PublishedText['links']): string {
  return links.reduce((result, { shown, expanded }) => result.replaceAll(shown, () => expanded), text);
}

function wordsOf(text: string): string {
  const composed = text.normalize('NFC');
  const own = composed.slice(leadingNames(composed).length);
  return withBareLinks(own).replace(/\s+/gu, ' ').trim();
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
