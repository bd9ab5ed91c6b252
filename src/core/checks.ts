import twitter from 'twitter-text';

/** Why an answer cannot be approved as it stands. */
export type Stop =
  | { readonly check: 'empty' }
  | { readonly check: 'nothing-added'; readonly opening: string }
  | { readonly check: 'too-long'; readonly over: number };

// Weighted characters: https://docs.x.com/fundamentals/counting-characters
const MAX_LENGTH = 280;

/** X's weighted length: a link counts 23, an emoji 2. `left` is negative when the text is too long. */
export function weighLength(text: string): { length: number; left: number } {
  const length = twitter.parseTweet(text).weightedLength;
  return { length, left: MAX_LENGTH - length };
}

/** The first reason to stop, or undefined. The length is that of the text as it is posted, with its signature. */
export function checkAnswer(
  text: string,
  { opening, signature }: { readonly opening: string; readonly signature: string },
): Stop | undefined {
  const own = withoutSignature(text, signature);
  if (own === '') return { check: 'empty' };
  if (bare(own) === bare(opening)) return { check: 'nothing-added', opening: opening.trim() };
  const { left } = weighLength(withSignature(text, signature));
  return left < 0 ? { check: 'too-long', over: -left } : undefined;
}

/** The text as it is posted: signed once (" ^AK"), also when the writer typed the signature. */
export function withSignature(text: string, signature: string): string {
  const own = withoutSignature(text, signature);
  return [own, signature.trim()].filter((part) => part !== '').join(' ');
}

function withoutSignature(text: string, signature: string): string {
  const trimmed = text.trim();
  const sign = signature.trim();
  const before = trimmed.slice(0, trimmed.length - sign.length);
  const signed = sign !== '' && trimmed.slice(before.length).toLowerCase() === sign.toLowerCase();
  return signed && /(?:^|\s)$/u.test(before) ? before.trimEnd() : trimmed;
}

function bare(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trimStart()
    .toLowerCase();
}
