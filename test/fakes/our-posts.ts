import { type RememberedPost, rememberPostsForMs } from '../../src/core/writing/near-copy.js';
import type { OurPosts } from '../../src/ports/network.js';

/** The library's newest posts, in memory. */
export function fakeOurPosts(): OurPosts {
  const kept = new Map<string, RememberedPost>();
  return {
    async keep(posts, now) {
      for (const post of posts) if (!kept.has(post.id)) kept.set(post.id, post);
      for (const [id, { at }] of kept) if (at < now - rememberPostsForMs) kept.delete(id);
    },
    async drop(id) {
      kept.delete(id);
    },
    async change(id, change) {
      const post = kept.get(id);
      if (post) kept.set(id, { ...post, text: change(post.text) });
    },
    get: async (id) => kept.get(id)?.text,
    recent: async (now) =>
      [...kept.values()].filter(({ at }) => at >= now - rememberPostsForMs).toSorted((a, b) => b.at - a.at),
  };
}
