import { boot } from '../../src/core/ids.js';
import type { WaitingPost, Watermarks } from '../../src/ports/network.js';

const onlyBoot = boot('the-first');

/** Watermarks in memory, with a single boot. */
export function fakeWatermarks(): Watermarks {
  const marks = new Map<
    string,
    { readonly at?: number; readonly readAt?: number; readonly lookedAt: number }
  >();
  const followers = new Set<string>();
  const odd = new Map<string, WaitingPost>();
  let begun: number | undefined;
  let readAt: number | undefined;
  return {
    async begunAt(now) {
      begun ??= now;
      return begun;
    },
    async newest(poll) {
      return { boot: onlyBoot, ...marks.get(poll) };
    },
    async advance(poll, at, under, now) {
      if (under !== onlyBoot) return;
      const old = marks.get(poll);
      marks.set(poll, { ...old, ...(at > (old?.at ?? 0) && { at, readAt: now }), lookedAt: now });
    },
    odd: async () => [...odd.values()],
    keepOdd: async (post) => void odd.set(post.id, post),
    dropOdd: async (id) => void odd.delete(id),
    followersRead: async () => ({ boot: onlyBoot, ...(readAt === undefined ? {} : { at: readAt }) }),
    areKnown: async (ids) => ids.map((id) => followers.has(id)),
    async remember(ids, at, under) {
      if (under !== onlyBoot) return;
      for (const id of ids) followers.add(id);
      readAt = at;
    },
  };
}
