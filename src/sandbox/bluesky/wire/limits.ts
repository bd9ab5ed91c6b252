import { Refused } from '../model/refused.js';
import type { Sky } from '../model/state.js';

/** So many points in a window, for whoever the key names; and what a call costs of it. */
export interface Limit {
  readonly key: string;
  readonly points: number;
  readonly windowMs: number;
  readonly cost?: number;
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Of every call, by address. https://docs.bsky.app/docs/advanced-guides/rate-limits */
export const ofAddress = (address: string): Limit => ({
  key: `address ${address}`,
  points: 3_000,
  windowMs: 5 * minuteMs,
});

/** Of writes: a record that is made costs 3, one that is put 2, a deleted one 1. */
export const ofWrites = (did: string, cost: number): readonly Limit[] => [
  { key: `writes of an hour ${did}`, points: 5_000, windowMs: hourMs, cost },
  { key: `writes of a day ${did}`, points: 35_000, windowMs: dayMs, cost },
];

/**
 * Counts a call, and gives the headers that say how much is left of what is tightest. Throws Refused with 429 when one is used
 * up. A window begins with its first call.
 */
export function countCall({ state, world }: Sky, limits: readonly Limit[]): Readonly<Record<string, string>> {
  if (!state.hasLimits) return {};
  const now = world.clock.now();
  const counted = limits.map(({ cost = 1, key, points, windowMs }) => {
    const known = state.windows[key];
    const window = known && known.endsAt > now ? known : { used: 0, endsAt: now + windowMs };
    window.used += cost;
    state.windows[key] = window;
    return { points, windowMs, left: points - window.used, endsAt: window.endsAt };
  });
  const [tightest] = counted.sort((a, b) => a.left - b.left);
  if (!tightest) return {};
  const headers = {
    'ratelimit-limit': String(tightest.points),
    'ratelimit-reset': String(Math.floor(tightest.endsAt / 1_000)),
    'ratelimit-remaining': String(Math.max(0, tightest.left)),
    'ratelimit-policy': `${tightest.points};w=${tightest.windowMs / 1_000}`,
  };
  if (tightest.left < 0) throw new Refused(429, 'RateLimitExceeded', 'Rate Limit Exceeded', headers);
  return headers;
}
