import { newestFirst } from '../model/ids.js';
import { isBlocking, isFollowing, isNewestVersion, receivesMessagesFrom } from '../model/people.js';
import type { Account, Post, X } from '../model/state.js';
import { isoSeconds } from './show-post.js';

/** A user with the requested fields. Two of them say how the user and the caller, `viewer`, are connected. */
export function showUser(
  x: X,
  viewer: Account,
  account: Account,
  asked: ReadonlySet<string>,
): Record<string, unknown> {
  const all: Record<string, () => unknown> = {
    connection_status: () => connections(x, viewer, account),
    created_at: () => isoSeconds(account.createdAt),
    description: () => account.description,
    entities: () =>
      Object.keys(account.descriptionEntities).length > 0
        ? { description: account.descriptionEntities }
        : undefined,
    location: () => account.location,
    most_recent_tweet_id: () => newestPost(x, account)?.id,
    pinned_tweet_id: () => pinnedPost(x, account)?.id,
    profile_image_url: () => `https://pbs.twimg.com/profile_images/${account.id}/avatar_normal.jpg`,
    protected: () => account.protected,
    public_metrics: () => metrics(x, account),
    receives_your_dm: () => receivesMessagesFrom(x, account, viewer),
    url: () => '',
    verified: () => false,
    verified_type: () => 'none',
  };
  const shown: Record<string, unknown> = { id: account.id, name: account.name, username: account.handle };
  for (const name of asked) {
    const value = all[name]?.();
    if (value !== undefined) shown[name] = value;
  }
  return shown;
}

/** The newest post of an account that its timeline shows now. */
export function newestPost(x: X, account: Account): Post | undefined {
  const now = x.world.clock.now();
  return livePosts(x, account)
    .filter(({ visibleAt, timelineAt }) => visibleAt <= now && timelineAt <= now)
    .sort((a, b) => newestFirst(a.id, b.id))[0];
}

/** The newest version of the pinned post; undefined when it was deleted. */
export function pinnedPost(x: X, account: Account): Post | undefined {
  return livePosts(x, account).find(({ firstId }) => firstId === account.pinned);
}

function livePosts(x: X, account: Account): Post[] {
  return Object.values(x.state.posts).filter(
    (post) => post.authorId === account.id && !post.deleted && isNewestVersion(x, post),
  );
}

function connections(x: X, viewer: Account, account: Account): string[] {
  const requested = (by: string, whom: string) =>
    x.state.follows.some((follow) => follow.by === by && follow.whom === whom && follow.pending);
  return [
    ...(isFollowing(x, account.id, viewer.id) ? ['followed_by'] : []),
    ...(isFollowing(x, viewer.id, account.id) ? ['following'] : []),
    ...(requested(account.id, viewer.id) ? ['follow_request_received'] : []),
    ...(requested(viewer.id, account.id) ? ['follow_request_sent'] : []),
    ...(isBlocking(x, viewer.id, account.id) ? ['blocking'] : []),
  ];
}

function metrics(x: X, account: Account): Record<string, number> {
  const follows = x.state.follows.filter(({ pending }) => !pending);
  const posts = livePosts(x, account);
  return {
    followers_count: follows.filter(({ whom }) => whom === account.id).length,
    following_count: follows.filter(({ by }) => by === account.id).length,
    tweet_count: posts.length,
    listed_count: 0,
    like_count: 0,
    media_count: posts.filter(({ media }) => media).length,
  };
}
