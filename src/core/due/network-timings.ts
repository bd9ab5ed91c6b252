import { dayMs, minuteMs, secondMs } from '../durations.js';
import type { NetworkTraits } from '../network/networks.js';
import { type Timings, timings } from './timings.js';

/** The polls that one network allows, or needs, more often than the others; `timings` has those of X. */
const polls = {
  x: {},
  // Reading costs nothing there. A question is a card within 20 seconds, and so is a new follower: a look at mentions tells of both.
  bluesky: {
    pollMentionsMs: 15 * secondMs,
    pollFollowersMs: dayMs,
    pollOwnPostsMs: minuteMs,
    openLookMs: minuteMs,
    recheckMs: 60 * minuteMs,
  },
} as const satisfies Readonly<Record<NetworkTraits['id'], Partial<Timings>>>;

/** What a post may claim of its age (ms) and still be found: as far back does a deep look read. */
const backDatedMs = { x: 0, bluesky: 14 * dayMs } as const;

/**
 * How many desks one server takes at full speed. Bluesky allows an address 3,000 requests in five minutes. Within that time a
 * desk makes at most 70 of them by its polls: 20 looks at mentions with their posts, 5 at our own posts, 5 to 20 at the posts of
 * open cards (25 in a call), and its share of deep looks and rechecks. A third of what is allowed is left to what people press, to
 * what is sent and to bursts.
 * https://docs.bsky.app/docs/advanced-guides/rate-limits
 */
const desksAtFullSpeed = { x: Number.POSITIVE_INFINITY, bluesky: 25 } as const;

/**
 * The intervals of a desk on a network, where so many desks of this installation ask one server from one address. What was
 * `given` other than the usual stays, as far as there are few enough desks.
 */
export function timingsOn(network: NetworkTraits['id'], given: Timings, desks: number): Timings {
  const own: Partial<Timings> = polls[network];
  const slowdown = Math.max(1, desks / desksAtFullSpeed[network]);
  const slowed = (Object.keys(own) as (keyof Timings)[]).map((name) => {
    const ms = given[name] === timings[name] ? own[name] : given[name];
    // A look a day is not worth putting off.
    return [name, Number(ms) < dayMs ? Math.round(Number(ms) * slowdown) : ms];
  });
  return { ...given, ...Object.fromEntries(slowed), deepLookMs: backDatedMs[network] };
}
