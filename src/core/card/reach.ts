import type { Post } from '../post/post.js';
import type { Card } from './card.js';
import { isFollow } from './select.js';

/** What an X account's plan lets us post by API. */
export type Plan = 'self-serve' | 'enterprise';

/** The answer's way out: `api` (we post it), or `hand-off` (a person posts it in X from a composer that we fill). */
export type Reach = 'api' | 'hand-off';

/**
 * X takes a reply by API on self-serve plans only when its author mentioned us: a mention did, a follower did not.
 * Where X said no to a card before, for that reason, it is not asked again.
 * https://docs.x.com/x-api/posts/manage-tweets/introduction
 */
export function reachOf(card: Card, plan: Plan): Reach {
  if (card.onlyByHand) return 'hand-off';
  return isFollow(card) && plan === 'self-serve' ? 'hand-off' : 'api';
}

/**
 * Whether somebody of us can answer a new follower's post in X at all. A follower follows us, and we are not named in
 * it: of X's settings only those for everyone, and for accounts that the writer follows, let us in.
 */
export const canReply = ({ repliesFrom }: Pick<Post, 'repliesFrom'>): boolean =>
  repliesFrom === undefined || repliesFrom === 'following';
