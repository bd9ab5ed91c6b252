import type { z } from 'zod';
import type { PostId } from '../core/ids.js';
import { Rejected } from '../errors.js';
import type { AuthoredPost } from '../ports/network.js';
import { isNotShown } from './faults.js';
import { type foundPosts, toAuthoredPosts } from './wire.js';

/** X takes so many ids in one call. */
const idsPerCall = 100;

type AskBatch = (ids: readonly PostId[]) => Promise<z.infer<typeof foundPosts>>;

/** Looks posts up by their ids, however many; an old version leads to the newest. */
export async function lookUp(
  ids: readonly PostId[],
  ask: AskBatch,
): Promise<{ found: readonly AuthoredPost[]; gone: readonly PostId[] }> {
  const found: AuthoredPost[] = [];
  const gone: PostId[] = [];
  const newer = new Set<PostId>();
  for (const some of batches(ids)) {
    const answer = await ask(some).catch((fault: unknown) => {
      if (isGone(fault) && some.length === 1) return undefined;
      throw fault;
    });
    if (!answer) gone.push(...some);
    for (const { value, type } of answer?.errors ?? []) {
      const id = some.find((one) => one === value);
      if (id && isNotShown({ type })) gone.push(id);
    }
    for (const one of answer ? toAuthoredPosts(answer) : []) {
      const newest = one.post.versions.at(-1) ?? one.post.id;
      if (newest === one.post.id) found.push(one);
      else newer.add(newest);
    }
  }
  if (newer.size === 0) return { found, gone };
  const again = await lookUp([...newer], ask);
  return { found: [...found, ...again.found], gone: [...gone, ...again.gone] };
}

/** X says a thing isn't there, in a 404 that is about nothing else. */
export const isGone = (fault: unknown): boolean => fault instanceof Rejected && fault.reason === 'gone';

function batches(ids: readonly PostId[]): PostId[][] {
  const all = [...new Set(ids)];
  return Array.from({ length: Math.ceil(all.length / idsPerCall) }, (_, n) =>
    all.slice(n * idsPerCall, (n + 1) * idsPerCall),
  );
}
