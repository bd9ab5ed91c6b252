import type { Patron } from '../post/post.js';
import { blankNames } from './near-copy.js';

type Named = Pick<Patron, 'handle' | 'name'>;

const blanked = '…';

/** A text of ours without the names of people: all @names, and what a patron is called. */
export const withoutNames = (text: string, patron: Named): string => withoutPatron(blankNames(text), patron);

/**
 * A text without what a patron is called: their handle, and each word of their display name where it stands as a name, with
 * a capital letter or as they write it. "we will" stays for somebody called Will.
 */
export function withoutPatron(text: string, { handle, name }: Named): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  const ofHandle = handle === '' ? [] : [handle];
  return [...ofHandle, ...words].reduce((left, word) => {
    const pattern = `(?<![\\p{L}\\p{M}\\p{N}])${escaped(word)}(?![\\p{L}\\p{M}\\p{N}])`;
    return left.replace(new RegExp(pattern, 'giu'), (found) =>
      found === word || ofHandle.includes(word) || /^\p{Lu}/u.test(found) ? blanked : found,
    );
  }, text);
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
