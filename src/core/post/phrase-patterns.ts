/**
 * The first of some phrases that stands in a text as whole words, as it stands there; case does not count, and `*` at
 * the end of a word stands for any ending.
 */
export function firstSaid(said: string, phrases: readonly string[]): string | undefined {
  const wanted = phrases.filter((phrase) => phrase.trim() !== '');
  if (wanted.length === 0) return undefined;
  return new RegExp(`(?<!\\p{L})(?:${anyOf(wanted)})(?!\\p{L})`, 'iu').exec(said)?.[0];
}

/** Any of some phrases, for a pattern. */
export const anyOf = (phrases: readonly string[]): string => phrases.map(asPattern).join('|');

function asPattern(phrase: string): string {
  const literal = phrase.trim().replace(/[.+?^${}()|[\]\\]/gu, '\\$&');
  return literal.replace(/\s+/gu, '\\s+').replaceAll('*', '[\\p{L}\\p{M}]*');
}
