import type { Patron } from '../post/post.js';
import { greetedName } from './greeted-name.js';
import { blankNames } from './near-copy.js';

type Named = Pick<Patron, 'handle' | 'name'>;

const blanked = '…';
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** A text of ours without the names of people: all @names, and what a patron is called. */
export const withoutNames = (text: string, patron: Named): string => withoutPatron(blankNames(text), patron);

/**
 * A text without what a patron is called: their handle, and each word of their display name where it stands as a name, with
 * a capital letter or as they write it; accents and fancy letters do not count. "we will" stays for somebody called Will. Whom
 * the text greets goes too, whatever the name says: "Hi Bob" to Robert, "Hi Maya" to whoever has another name since.
 */
export function withoutPatron(text: string, { handle, name }: Named): string {
  const written = new Set(name.match(WORDS) ?? []);
  // One letter is an initial: it may be anybody's, and be a word as well.
  const names = new Set([...written].map(folded).filter((word) => [...word].length > 1));
  const greeted = greetedName(text);
  return withoutHandle(text, handle).replace(WORDS, (found) => {
    const isName = /^\p{Lu}/u.test(found) || written.has(found);
    return found === greeted || (isName && names.has(folded(found))) ? blanked : found;
  });
}

function withoutHandle(text: string, handle: string): string {
  if (handle === '') return text;
  const escaped = handle.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped}(?![\\p{L}\\p{M}\\p{N}])`, 'giu'),
    blanked,
  );
}

/** In small plain letters, without accents. */
const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase();
