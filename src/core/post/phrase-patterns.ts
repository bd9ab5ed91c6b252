/**
 * The first place in a text where one of the phrases occurs as whole words, as it is written there; undefined when none
 * does. Case does not count. `*` at the end of a word means any ending.
 */
export function firstPhraseIn(text: string, phrases: readonly string[]): string | undefined {
  return patternOf(phrases).exec(text)?.[0];
}

const patternOf = oncePer((phrases: readonly string[]): RegExp => {
  const wanted = phrases.filter((phrase) => phrase.trim() !== '');
  return wanted.length === 0 ? /(?!)/u : new RegExp(`(?<!\\p{L})(?:${anyOf(wanted)})(?!\\p{L})`, 'iu');
});

/**
 * A function that makes the pattern of a list or an object once, and keeps it as long as that. To make one takes much
 * longer than to search with it.
 */
export function oncePer<Source extends object>(make: (source: Source) => RegExp): (source: Source) => RegExp {
  const made = new WeakMap<Source, RegExp>();
  return (source) => {
    const pattern = made.get(source) ?? make(source);
    made.set(source, pattern);
    return pattern;
  };
}

/** The source of a regular expression that matches any of the phrases; it wants the flags `iu`. */
export const anyOf = (phrases: readonly string[]): string => phrases.map(asPattern).join('|');

function asPattern(phrase: string): string {
  const literal = phrase.trim().replace(/[.+?^${}()|[\]\\]/gu, '\\$&');
  return literal.replace(/\s+/gu, '\\s+').replaceAll('*', '[\\p{L}\\p{M}]*');
}
