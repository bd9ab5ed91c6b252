import type { AccountId } from '../../core/ids.js';
import type { AuthoredPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';

/** What becomes of posts where some of their writers asked to be forgotten. */
interface Sorted {
  /** Those that make a card, or join one. */
  readonly wanted: readonly AuthoredPost[];
  /** The writers among them who wrote again: what they ask is answered, and nothing of it remembered. */
  readonly forgotten: ReadonlySet<AccountId>;
}

/** Leaves out what people wrote who asked to be forgotten, up to the time at which they did. */
export async function withoutForgotten(
  { forgotten }: Pick<Ports, 'forgotten'>,
  found: readonly AuthoredPost[],
): Promise<Sorted> {
  const times = await forgotten.upTo(found.map(({ author }) => author.id));
  const isLeftOut = (post: AuthoredPost['post'], at: number): boolean => post.at <= (times[at] ?? 0);
  return {
    wanted: found.filter(({ post }, at) => !isLeftOut(post, at)),
    forgotten: new Set(found.filter((_, at) => times[at] !== undefined).map(({ author }) => author.id)),
  };
}

/** For each of these whether they are a known follower, or asked to be forgotten: no card is made for either. */
export async function areKnownFollowers(
  { forgotten, watermarks }: Pick<Ports, 'forgotten' | 'watermarks'>,
  ids: readonly AccountId[],
): Promise<readonly boolean[]> {
  const [known, times] = await Promise.all([watermarks.areKnown(ids), forgotten.upTo(ids)]);
  return ids.map((_, at) => known[at] === true || times[at] !== undefined);
}
