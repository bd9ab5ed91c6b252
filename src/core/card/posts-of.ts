import type { PostId } from '../ids.js';
import type { Card } from './card.js';

/** Every post by which our timeline can point at this card, and every answer of ours that belongs to it. */
export function postsOf(card: Card): readonly PostId[] {
  const posts = new Set<PostId>();
  for (const act of card.acts) if (act.kind === 'mention') for (const id of act.versions) posts.add(id);
  for (const id of [card.picked, card.reply?.replyTo, card.handOff?.replyTo]) if (id) posts.add(id);
  for (const { postId } of card.answers) if (postId) posts.add(postId);
  return [...posts];
}
