import { type Card, isFollow } from './card.js';
import type { Plan } from './desk.js';

/** The answer's way out: `api` (we post it), or `hand-off` (a person posts it in X from a composer that we fill). */
export type Reach = 'api' | 'hand-off';

/**
 * X takes a reply by API on self-serve plans only when its author mentioned us: a mention did, a follower did not.
 * https://docs.x.com/x-api/posts/manage-tweets/introduction
 */
export const reachOf = (card: Card, plan: Plan): Reach =>
  isFollow(card) && plan === 'self-serve' ? 'hand-off' : 'api';
