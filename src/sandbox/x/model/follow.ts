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
  const ended = x.state.follows.find((one) => one.by === by.id && one.whom === whom.id);
  if (!ended) return false;
  x.state.follows = x.state.follows.filter((one) => one !== ended);
  const left = (x.state.left ?? []).filter((one) => one.by !== by.id || one.whom !== whom.id);
  x.state.left = [...left, ended];
  return true;
}

/** Between two follows of one list there is room for others, down to this part of a place. */
export const orderSteps = 1_000_000;

/**
 * Follows again at a place in the list that is not its beginning: right behind the follow `behind`, or where the earlier
 * follow was. Undefined when there was no earlier one.
 */
export function comeBack(x: X, by: Account, whom: Account, behind?: Follow): Follow | undefined {
  const earlier = x.state.left?.find((one) => one.by === by.id && one.whom === whom.id);
  if (!earlier) return undefined;
  const older = [...x.state.follows, ...(x.state.left ?? [])]
    .filter((one) => behind !== undefined && one.order < behind.order)
    .map(({ order }) => order);
  const made: Follow = {
    ...earlier,
    pending: whom.protected,
    listedAt: x.world.clock.now() + x.state.lag.followersMs,
    order: behind ? (behind.order + Math.max(0, ...older)) / 2 : earlier.order,
  };
  x.state.left = x.state.left?.filter((one) => one !== earlier) ?? [];
  x.state.follows.push(made);
  return made;
}
