import type { Account, Post, X } from '../model/state.js';

/** X gives them only to the author of a post, and for 30 days. https://docs.x.com/x-api/fundamentals/metrics */
const privateFields = ['non_public_metrics', 'organic_metrics', 'promoted_metrics'] as const;
const givenMs = 30 * 24 * 3_600_000;

type PrivateField = (typeof privateFields)[number];

/** Those of the asked fields that X does not give this viewer of this post. It names each as an error. */
export function hiddenFields(
  x: X,
  viewer: Account,
  post: Post,
  asked: ReadonlySet<string>,
): readonly PrivateField[] {
  const isGiven = post.authorId === viewer.id && post.createdAt > x.world.clock.now() - givenMs;
  return isGiven ? [] : privateFields.filter((field) => asked.has(field));
}

/** The private metrics of a post that its author may read. Nothing here is promoted, so those are never given. */
export function privateMetrics(
  metrics: Readonly<Record<string, number>>,
): Partial<Record<PrivateField, Record<string, number>>> {
  const clicks = { user_profile_clicks: 0, url_link_clicks: 0 };
  const { retweet_count = 0, reply_count = 0, like_count = 0, impression_count = 0 } = metrics;
  return {
    non_public_metrics: { impression_count, ...clicks },
    organic_metrics: { impression_count, retweet_count, reply_count, like_count, ...clicks },
  };
}
