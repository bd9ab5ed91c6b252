import { theDesk } from '../core/actions.js';
import { firstPostIdAt, type PostId } from '../core/ids.js';
import type { Post } from '../core/post.js';
import { sameWords } from '../core/same-words.js';
import type { Ports } from '../ports.js';
import { act } from './act.js';

/**
 * Reads our own timeline since a time and tells each card of the post that answers it: an unknown send that arrived, a
 * hand-off that was posted, a colleague who answered in the X app. A post bound to another card is left alone.
 * Gives the newest post read.
 */
export async function lookAtOurTimeline(
  ports: Pick<Ports, 'cards' | 'clock' | 'network'>,
  sinceMs: number,
): Promise<PostId | undefined> {
  const posts = await ports.network.ownPosts(firstPostIdAt(sinceMs));
  for (const post of posts) if (post.repliedTo) await tell(ports, post, post.repliedTo);
  return posts.at(-1)?.id;
}

async function tell(ports: Pick<Ports, 'cards' | 'clock'>, post: Post, repliedTo: PostId): Promise<void> {
  const id = await ports.cards.ofPost(repliedTo);
  if (!id) return;
  const bound = await ports.cards.ofPost(post.id);
  if (bound && bound !== id) return;
  const approved = (await ports.cards.get(id))?.reply?.text ?? '';
  const asApproved = sameWords(approved, post);
  const sighting = { postId: post.id, repliedTo, at: post.at, text: post.text, asApproved };
  await act(ports, id, { do: 'seen', post: sighting }, theDesk);
}
