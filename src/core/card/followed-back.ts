import { type Card, isFollow } from './card.js';

/** The follower's card once X shows that we follow them; the same card when nothing is new about that. */
export function followedBack(card: Card): Card {
  if (!isFollow(card) || card.patron.weFollow) return card;
  return { ...card, patron: { ...card.patron, weFollow: true }, version: card.version + 1 };
}
