import { type PostId, postedAt } from '../../core/ids.js';
import { type Said, withoutNames } from '../../core/writing/near-copy.js';
import type { Ports } from '../../ports.js';

/** Remembers what we posted, for whoever would say nearly the same. May be done again. */
export async function remember(
  { clock, ourPosts }: Pick<Ports, 'clock' | 'ourPosts'>,
  posts: readonly { readonly id: PostId; readonly text: string }[],
): Promise<void> {
  const said = posts.map(({ id, text }): Said => ({ id, at: postedAt(id), text: withoutNames(text) }));
  if (said.length > 0) await ourPosts.keep(said, clock.now());
}
