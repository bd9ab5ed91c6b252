import { boot, compareIds, type PostId } from '../../src/core/ids.js';
import type { Watermarks } from '../../src/ports/network.js';

const onlyBoot = boot('the-first');

/** Watermarks in memory, with a single boot. */
export function fakeWatermarks(): Watermarks {
  const marks = new Map<string, PostId>();
  const followers = new Set<string>();
  let begun: number | undefined;
  let readAt: number | undefined;
  return {
    async begunAt(now) {
      begun ??= now;
      return begun;
    },
    async newest(poll) {
      const id = marks.get(poll);
      return { boot: onlyBoot, ...(id ? { id } : {}) };
    },
    async advance(poll, id, under) {
      if (under !== onlyBoot) return;
      const old = marks.get(poll);
      if (!old || compareIds(id, old) > 0) marks.set(poll, id);
    },
    followersRead: async () => ({ boot: onlyBoot, ...(readAt === undefined ? {} : { at: readAt }) }),
    areKnown: async (ids) => ids.map((id) => followers.has(id)),
    async remember(ids, at, under) {
      if (under !== onlyBoot) return;
      for (const id of ids) followers.add(id);
      readAt = at;
    },
  };
}
