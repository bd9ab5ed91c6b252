import type { Account, Follow, X } from './state.js';

/** Follows, or requests to follow a protected account. Following again changes nothing. */
export function follow(x: X, by: Account, whom: Account): Follow {
  const before = x.state.follows.find((one) => one.by === by.id && one.whom === whom.id);
  if (before) return before;
  x.state.lastFollow += 1;
  const made: Follow = {
    by: by.id,
    whom: whom.id,
    pending: whom.protected,
    listedAt: x.world.clock.now() + x.state.lag.followersMs,
    order: x.state.lastFollow,
  };
  x.state.follows.push(made);
  return made;
}

/** Ends a follow. False when there was none. */
export function unfollow(x: X, by: Account, whom: Account): boolean {
  const before = x.state.follows.length;
  x.state.follows = x.state.follows.filter((one) => one.by !== by.id || one.whom !== whom.id);
  return x.state.follows.length < before;
}
