import { boot } from '../../src/core/ids.js';
import type { Watermarks } from '../../src/ports/network.js';

const onlyBoot = boot('the-first');

/** Watermarks in memory, with a single boot. */
export function fakeWatermarks(): Watermarks {
  const marks = new Map<string, number>();
  const followers = new Set<string>();
  let begun: number | undefined;
  let readAt: number | undefined;
  return {
    async begunAt(now) {
      begun ??= now;
      return begun;
    },
    async newest(poll) {
      const at = marks.get(poll);
      return { boot: onlyBoot, ...(at === undefined ? {} : { at }) };
    },
    async advance(poll, at, under) {
      if (under !== onlyBoot) return;
      marks.set(poll, Math.max(at, marks.get(poll) ?? 0));
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
