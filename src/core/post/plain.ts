import { givenName } from './given-name.js';

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A post's text as its writer wrote it: X and Slack escape `&`, `<` and `>`, and nothing else. */
export function plainText(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/gu, (entity) => entities[entity] ?? entity);
}

/** A text as one line of at most `max` code points: cut after a whole word, with "…", and never inside a character. */
export function quote(text: string, max: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (codePoints(line) <= max) return line;
  const cut = longestFit(line, max - 1, words).replace(/[\s\p{P}]+$/u, '');
  return `${cut === '' ? longestFit(line, max - 1, graphemes).trimEnd() : cut}…`;
}

/** The longest start of a line that ends with a whole segment and has at most `max` code points. */
function longestFit(line: string, max: number, segmenter: Intl.Segmenter): string {
  let end = 0;
  let used = 0;
  for (const { index, segment } of segmenter.segment(line)) {
    used += codePoints(segment);
    if (used > max) break;
    end = index + segment.length;
  }
  return line.slice(0, end);
}

function codePoints(text: string): number {
  return [...text].length;
}

/** X puts @names in front of a reply, for the people who are answered. */
const LEADING_NAMES = /^\s*(?:[@＠]\w+(?:\s+|$))+/u;

/** The @names at the start of a post, with the spaces around them; "" when there are none. */
export function leadingNames(text: string): string {
  return LEADING_NAMES.exec(text)?.[0] ?? '';
}

/** How a screen calls a person in few words: their first name where they say one, else the handle without its @. */
export const firstName = (displayName: string, handle: string): string =>
  givenName(displayName, handle) ?? handle.replace(/^@/u, '');

/**
 * The first place in a text where one of the phrases occurs as whole words, as it is written there; undefined when none
 * does. Case does not count. `*` at the end of a word means any ending. A phrase that begins or ends with something else
 * than a letter, or in a script without spaces between words, may stand right beside letters there.
 */
export function firstPhraseIn(text: string, phrases: readonly string[]): string | undefined {
  return patternOf(phrases).exec(text)?.[0];
}

const patternOf = oncePer((phrases: readonly string[]): RegExp => {
  const wanted = phrases.filter((phrase) => phrase.trim() !== '');
  return wanted.length === 0 ? /(?!)/u : new RegExp(wanted.map(asWholeWords).join('|'), 'iu');
});

/** A letter of a script that separates its words. */
const SEPARATED =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}*]/u;

/** The source of a pattern that finds a phrase as whole words: "fire" is not in "fireplace", nor 911 in 1911. */
function asWholeWords(phrase: string): string {
  const letters = [...phrase.trim()];
  const isSeparated = (letter: string | undefined) => letter !== undefined && SEPARATED.test(letter);
  const isNumber = (letter: string | undefined) => letter !== undefined && /\p{N}/u.test(letter);
  const [first, last] = [letters[0], letters.at(-1)];
  const before = isSeparated(first) ? '(?<!\\p{L}\\p{M}*)' : isNumber(first) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = isSeparated(last) ? '(?![\\p{L}\\p{M}])' : isNumber(last) ? '(?![\\p{L}\\p{N}])' : '';
  return `${before}(?:${asPattern(phrase)})${after}`;
}

/**
 * A function that makes something of a list or an object once, such as its pattern, and keeps it as long as that. To make
 * one takes much longer than to search with it.
 */
export function oncePer<Source extends object, Made>(
  make: (source: Source) => Made,
): (source: Source) => Made {
  const made = new WeakMap<Source, Made>();
  return (source) => {
    const known = made.get(source) ?? make(source);
    made.set(source, known);
    return known;
  };
}

function asPattern(phrase: string): string {
  const literal = phrase.trim().replace(/[.+?^${}()|[\]\\]/gu, '\\$&');
  return literal.replace(/\s+/gu, '\\s+').replaceAll('*', '[\\p{L}\\p{M}]*');
}
