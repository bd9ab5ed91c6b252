/**
 * The first place in a text where one of the phrases occurs as whole words, as it is written there; undefined when none
 * does. Case does not count. `*` at the end of a word means any ending.
 */
export function firstPhraseIn(text: string, phrases: readonly string[]): string | undefined {
  const wanted = phrases.filter((phrase) => phrase.trim() !== '');
  if (wanted.length === 0) return undefined;
  return new RegExp(`(?<!\\p{L})(?:${anyOf(wanted)})(?!\\p{L})`, 'iu').exec(text)?.[0];
}

/** The source of a regular expression that matches any of the phrases; it wants the flags `iu`. */
export const anyOf = (phrases: readonly string[]): string => phrases.map(asPattern).join('|');

function asPattern(phrase: string): string {
  const literal = phrase.trim().replace(/[.+?^${}()|[\]\\]/gu, '\\$&');
  return literal.replace(/\s+/gu, '\\s+').replaceAll('*', '[\\p{L}\\p{M}]*');
}
