import twitter from 'twitter-text';

// For whoever listens to a post, or reads it on a phone. All off unless the desk wants them.

const mostWords = 25;
const mostEmoji = 3;
/** Shorter tags are mostly one word. */
const longTag = 10;

const words = new Intl.Segmenter('en', { granularity: 'word' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many words the longest sentence has, if they are too many. */
export function longSentence(text: string): number | undefined {
  const lengths = [...sentences.segment(text)].map(
    ({ segment }) => [...words.segment(segment)].filter(({ isWordLike }) => isWordLike).length,
  );
  const longest = Math.max(0, ...lengths);
  return longest > mostWords ? longest : undefined;
}

/** A long tag in small letters only. */
export const tagWithoutCapitals = (text: string): string | undefined =>
  twitter.extractHashtags(text).find((tag) => tag.length >= longTag && /^[\p{Ll}\p{N}_]+$/u.test(tag));

/** How many emoji there are, if they are too many; one that is made of several counts once. */
export function manyEmoji(text: string): number | undefined {
  const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
  const count = [...graphemes.segment(text)].filter(({ segment }) => pictures.test(segment)).length;
  return count > mostEmoji ? count : undefined;
}
