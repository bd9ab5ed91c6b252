import { compareIds, type PostId } from '../../src/core/ids.js';
import type { Watermarks } from '../../src/ports.js';

/** Watermarks in memory. */
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
    get: async (poll) => marks.get(poll),
    async advance(poll, id) {
      const old = marks.get(poll);
      if (!old || compareIds(id, old) > 0) marks.set(poll, id);
    },
    followersReadAt: async () => readAt,
    areKnown: async (ids) => ids.map((id) => followers.has(id)),
    async remember(ids, at) {
      for (const id of ids) followers.add(id);
      readAt = at;
    },
  };
}
