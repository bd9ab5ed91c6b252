import { dayMs } from '../durations.js';
import { plainText } from '../post/plain.js';
import { unsigned } from '../post/signature.js';

/** A post of ours, with the names of people blanked out. */
export interface RememberedPost {
  /** The post's id. */
  readonly id: string;
  /** When it was posted (Unix ms). */
  readonly at: number;
  readonly text: string;
}

/** How long our own posts are remembered (ms): 90 days. */
export const rememberPostsForMs = 90 * dayMs;

/** A text of ours as it is stored: without the handles of people, for their privacy. */
export const blankNames = (text: string): string => text.replace(/[@＠]\w+/gu, '@…');

/** In characters. Shorter answers ("Hi Maya, yes, until eight.") are alike because the facts are. */
const minLength = 40;
/** From 0 to 1, found by trying: texts that differ in a name or weekday lie above, the same facts in other words below. */
const copySimilarity = 0.8;

/**
 * The newest of our posts that says nearly the same as `text`; undefined when none does. The similarity of two texts is the
 * share of three-character pieces that they have in common (Sørensen–Dice): it needs no word lists and works in every
 * script.
 */
export function findNearCopy(text: string, posts: readonly RememberedPost[]): RememberedPost | undefined {
  const own = normalised(text);
  if (lengthOf(own) < minLength) return undefined;
  const pieces = trigramCounts(own);
  const copies = posts.filter((post) => similarity(pieces, normalised(post.text)) >= copySimilarity);
  return copies.toSorted((a, b) => b.at - a.at)[0];
}

/** An earlier version remembered texts with `&amp;` `&lt;` and `&gt;`. */
function normalised(text: string): string {
  const own = unsigned(blankNames(plainText(text))).replaceAll('@…', ' ');
  const bare = own.replace(/https?:\/\/\S+/gu, ' ').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return bare.normalize('NFKC').toLowerCase().trim();
}

/** A Chinese, Japanese or Korean character counts as two letters, because it says more. */
const lengthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char > '\u10ff' ? 2 : 1), 0);

function trigramCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const piece of trigramsOf(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

function* trigramsOf(text: string): Iterable<string> {
  for (let at = 0; at + 3 <= text.length; at++) yield text.slice(at, at + 3);
}

function similarity(own: ReadonlyMap<string, number>, theirs: string): number {
  const total = [...own.values()].reduce((sum, count) => sum + count, 0);
  const theirTotal = Math.max(0, theirs.length - 2);
  const both = total + theirTotal;
  const most = (2 * Math.min(total, theirTotal)) / both;
  if (!(most >= copySimilarity)) return 0;
  const left = new Map(own);
  let shared = 0;
  for (const piece of trigramsOf(theirs)) {
    const count = left.get(piece) ?? 0;
    if (count === 0) continue;
    left.set(piece, count - 1);
    shared += 1;
  }
  return (2 * shared) / both;
}
