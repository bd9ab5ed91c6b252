import twitter from 'twitter-text';
import { prices } from '../money/prices.js';
import { isOurAddress } from './personal.js';

export interface FoundLink {
  readonly found: string;
  /** Two sentences without a space between them, such as "today.It", which X takes for a web address. */
  readonly accidental: boolean;
  readonly ours: boolean;
}

/** What X makes a link of, and bills as one. */
export function linksIn(text: string, ours: readonly string[]): readonly FoundLink[] {
  return twitter.extractUrls(text).map((found) => {
    const own = isOurAddress(found, ours);
    return { found, accidental: !own && isAccidental(found), ours: own };
  });
}

/** What a post with a link costs, whoever is answered. */
export const linkPrice = prices.createWithLink;

/** One word, a full stop, and a new sentence: "today.It", but not "library.org", "LIBRARY.ORG" or "https://today.It". */
const isAccidental = (link: string): boolean =>
  /^[\p{L}\p{N}-]*\p{Ll}[\p{L}\p{N}-]*\.\p{Lu}\p{L}*$/u.test(link);
