import type { Timings } from '../../src/core/due/timings.js';

/** On a busy machine all that goes by real time is stretched by this: else calls end by their deadlines alone. */
export const slow = Number(process.env.CHAOS_SLOW ?? 1);

/** How many ms of the desk pass in a real one. Sockets, locks and frozen processes go by real time. */
export const speed = 20 / slow;

const real = (ms: number) => ms * speed;

const writeDeadlineMs = slow * 800;
const slackCallMs = slow * 700;
const freezeMs = slow * 600;

/** The timings of a quick desk, in the real proportions: a lease lasts longer than the calls that it protects. */
export const quick = {
  pollMentionsMs: 10_000,
  pollFollowersMs: 20_000,
  pollOwnPostsMs: 10_000,
  // X lets a library read its private messages 15 times in 15 minutes: as often as that is enough for half a storm.
  pollPrivateMs: 30_000,
  privateChannelMs: 5_000,
  recheckMs: 40_000,
  goodAtLeastMs: 120_000,
  postingLeaseMs: real(writeDeadlineMs + freezeMs + 600 * slow),
  freezeMs: real(freezeMs),
  writeDeadlineMs,
  readDeadlineMs: 1_200 * slow,
  rereadMs: 800 * slow,
  unreachableBackoffMs: 5_000,
  settleLooksMs: [5_000, 15_000, 45_000, 90_000, 150_000],
  showLeaseMs: real(slackCallMs * 2 + 600 * slow),
  showWithinMs: real(slackCallMs + 300 * slow),
  slackCallMs,
  showRetryMs: 10_000,
  panelEveryMs: 10_000,
  recoverAfterMs: real(writeDeadlineMs + freezeMs + 100 * slow),
  // Longer than lists lag.
  adoptAfterMs: 60_000,
  readRetryMs: 5_000,
  dueLeaseMs: 30_000,
  tickMs: 60 * slow,
  dueReadMs: 60 * slow,
  jobLockMs: 2_000 * slow,
  jobStalledMs: 800 * slow,
} as const satisfies Partial<Timings>;

/** Many desks share the machine, so each reads less often, and waits are longer. */
export function timingsFor(desks: number) {
  const rarer = Math.max(1, Math.round(desks / 4));
  return {
    ...quick,
    pollMentionsMs: quick.pollMentionsMs * rarer,
    pollFollowersMs: quick.pollFollowersMs * rarer,
    pollOwnPostsMs: quick.pollOwnPostsMs * rarer,
    recheckMs: quick.recheckMs * rarer,
    tickMs: quick.tickMs * Math.min(rarer, 4),
    dueReadMs: quick.dueReadMs * Math.min(rarer, 4),
  };
}

/** In this time each desk reads all of X's lists (real ms). */
export const roundMs = (desks: number): number => (timingsFor(desks).pollFollowersMs * 1.5) / speed;

/** In this time all work must end after the last fault (real ms). Slack takes 50 edits a minute from all desks. */
export const restMs = (desks: number): number => slow * (60_000 + desks * 10_000);

/** A call takes at most this from its last check to its end (desk ms). */
export const wireMs = real(writeDeadlineMs + freezeMs);
