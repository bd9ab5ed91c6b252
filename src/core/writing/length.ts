import twitter from 'twitter-text';

// Weighted characters: https://docs.x.com/fundamentals/counting-characters
const MAX_LENGTH = 280;
/** Of an account that may write long posts. https://docs.x.com/x-api/posts/manage-tweets/introduction */
const MAX_LONG = 25_000;

export const mostCharacters = (longPosts: boolean): number => (longPosts ? MAX_LONG : MAX_LENGTH);

/** X's weighted length: a link counts 23, an emoji 2. `left` is negative when the text is too long. */
export function weighLength(text: string, longPosts = false): { length: number; left: number } {
  const length = twitter.parseTweet(text).weightedLength;
  return { length, left: mostCharacters(longPosts) - length };
}
