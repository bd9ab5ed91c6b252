import { RateLimited } from './refused.js';
import type { Workspace } from './workspace.js';

/**
 * Calls of one method per minute: https://docs.slack.dev/apis/web-api/rate-limits. Slack allows at least so many
 * and short bursts above; here it is a hard limit. `posting` is the limit of the whole workspace; a channel takes one
 * post a second.
 */
const perMinute = { tier1: 1, tier2: 20, tier3: 50, tier4: 100, posting: 300, special: 300 } as const;
export type Tier = keyof typeof perMinute;

const windowMs = 60_000;
const betweenPostsMs = 1000;

/** Counts a call. Throws RateLimited when the method has too many in a minute. */
export function countCall({ state, world }: Workspace, method: string, tier: Tier): void {
  const now = world.clock.now();
  const recent = (state.calls[method] ?? []).filter((at) => now - at < windowMs);
  state.calls[method] = recent;
  const [oldest = now] = recent;
  if (recent.length >= perMinute[tier])
    throw new RateLimited(Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)));
  recent.push(now);
}

/** Throws RateLimited for a second post in one channel within a second. */
export function checkPostRate({ state, world }: Workspace, channel: string): void {
  const since = world.clock.now() - (state.lastPostAt[channel] ?? Number.NEGATIVE_INFINITY);
  if (since < betweenPostsMs) throw new RateLimited(Math.max(1, Math.ceil((betweenPostsMs - since) / 1000)));
}

/** Notes the time of the app's post in a channel. */
export function countPost({ state, world }: Workspace, channel: string): void {
  state.lastPostAt[channel] = world.clock.now();
}
