import type { Post } from '../post/post.js';
import type { Card } from './card.js';
import { isFollow } from './select.js';

/** What an X account's plan lets us post by API. */
export type Plan = 'self-serve' | 'enterprise';

/** How an answer gets to X: `api` (the desk posts it), or `hand-off` (a person posts it in X, from a link of ours). */
export type Reach = 'api' | 'hand-off';

/**
 * How the answer of a card gets to X. On self-serve plans X takes a reply by API only when the author of the post
 * mentioned us: that is so for a mention, and not for a new follower. Where X refused an answer of the card for that
 * reason, the desk does not ask again.
 * https://docs.x.com/x-api/posts/manage-tweets/introduction
 */
export function reachOf(card: Card, plan: Plan): Reach {
  if (card.onlyByHand) return 'hand-off';
  return isFollow(card) && plan === 'self-serve' ? 'hand-off' : 'api';
}

/**
 * Whether our account can reply to a post of a new follower in X. The post does not mention us, but its writer follows
 * us: so X lets us reply where replies are open to everyone or to accounts that the writer follows.
 */
export const canReply = ({ repliesFrom }: Pick<Post, 'repliesFrom'>): boolean =>
  repliesFrom === undefined || repliesFrom === 'following';
