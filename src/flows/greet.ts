import type { Who } from '../core/actions.js';
import type { Decision } from '../core/decide.js';
import type { CardId, PostId } from '../core/ids.js';
import type { Post } from '../core/post.js';
import type { Refusal } from '../core/refusal.js';
import type { Ports } from '../ports.js';
import { act } from './act.js';

/** How far back a new follower's posts are read (ms). */
const lookBackMs = 7 * 24 * 60 * 60_000;

/**
 * What a new follower posted in the last seven days, read now, to be shown and not kept. Posts that name us are left out:
 * they have cards of their own.
 */
export async function readFollower(
  { cards, clock, network }: Pick<Ports, 'cards' | 'clock' | 'network'>,
  id: CardId,
): Promise<readonly Post[]> {
  const card = await cards.get(id);
  if (!card) return [];
  const us = await network.me();
  const posts = await network.recentPosts(card.patron.id, clock.now() - lookBackMs);
  return posts.filter(({ mentions }) => !mentions.some(({ userId }) => userId === us.id));
}

/** The person went to X by the link under a post: they finish the answer there. */
export const handOff = (
  ports: Pick<Ports, 'cards' | 'clock'>,
  id: CardId,
  who: Who,
  replyTo: PostId,
): Promise<Decision | Refusal> => act(ports, id, { do: 'hand-off', replyTo }, who);
