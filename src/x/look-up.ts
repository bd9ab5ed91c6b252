import type { PostId } from '../core/ids.js';
import { Rejected } from '../errors.js';
import type { AuthoredPost, FoundPosts, OddPost } from '../ports/network.js';
import { isHidden, isNotShown } from './faults.js';
import type { PostsAnswer } from './wire.js';

/** X's limit for one call. */
const idsPerCall = 100;

/** What X answers about some ids: the posts that it shows, and why it does not show the others. */
type AskBatch = (ids: readonly PostId[]) => Promise<{
  readonly found: readonly AuthoredPost[];
  readonly odd: readonly OddPost[];
  readonly errors: PostsAnswer['errors'];
}>;

/** Looks posts up by their ids, any number of them; the id of an old version gives the newest. Throws what `ask` throws. */
export async function lookUp(ids: readonly PostId[], ask: AskBatch): Promise<FoundPosts> {
  const found: AuthoredPost[] = [];
  const odd: OddPost[] = [];
  const gone: PostId[] = [];
  const hidden: PostId[] = [];
  const newerVersions = new Set<PostId>();
  for (const batch of batches(ids)) {
    const answer = await ask(batch).catch((fault: unknown) => {
      if (isGone(fault) && batch.length === 1) return undefined;
      throw fault;
    });
    if (!answer) gone.push(...batch);
    for (const { resource_id, type, value = resource_id } of answer?.errors ?? []) {
      const id = batch.find((one) => one === value);
      if (id && isNotShown({ type })) gone.push(id);
      if (id && isHidden({ type })) hidden.push(id);
    }
    odd.push(...(answer?.odd ?? []));
    for (const one of answer?.found ?? []) {
      const newest = one.post.versions.at(-1) ?? one.post.id;
      if (newest === one.post.id) found.push(one);
      else newerVersions.add(newest);
    }
  }
  if (newerVersions.size === 0) return { found, odd, gone, ...(hidden.length > 0 && { hidden }) };
  const again = await lookUp([...newerVersions], ask);
  return {
    found: [...found, ...again.found],
    odd: [...odd, ...again.odd],
    gone: [...gone, ...again.gone],
    hidden: [...hidden, ...(again.hidden ?? [])],
  };
}

/** Whether a fault says that the one thing that was asked for isn't there. */
export const isGone = (fault: unknown): boolean => fault instanceof Rejected && fault.reason === 'gone';

function batches(ids: readonly PostId[]): PostId[][] {
  const all = [...new Set(ids)];
  return Array.from({ length: Math.ceil(all.length / idsPerCall) }, (_, n) =>
    all.slice(n * idsPerCall, (n + 1) * idsPerCall),
  );
}
