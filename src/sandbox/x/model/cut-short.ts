import twitter from 'twitter-text';
import { type Entities, isLong } from './compose.js';
import type { Post } from './state.js';

/**
 * What X gives as `text` and `entities` of a long post: its beginning, cut after a word, without a mark for more.
 * Seen: https://github.com/xdevplatform/samples/issues/202. Undefined for a post that is not long.
 */
export function cutShort(post: Post): { readonly text: string; readonly entities: Entities } | undefined {
  if (!isLong(post.written)) return undefined;
  const shown = [...post.text];
  const words = shown.slice(post.wordsStart).join('');
  const fitting = words.slice(0, twitter.parseTweet(words).validRangeEnd + 1);
  const text = shown.slice(0, post.wordsStart).join('') + fitting.replace(/\s+\S*$/u, '');
  const { length } = [...text];
  const kept = Object.entries(post.entities)
    .map(([kind, spans]) => [kind, spans.filter(({ end }: { end: number }) => end <= length)] as const)
    .filter(([, spans]) => spans.length > 0);
  return { text, entities: Object.fromEntries(kept) };
}
