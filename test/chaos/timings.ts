import type { Timings } from '../../src/core/due/timings.js';

/** So many milliseconds of the desk's pass in a real one. What is real stays real: sockets, locks, frozen processes. */
export const speed = 20;

const real = (ms: number) => ms * speed;

const writeDeadlineMs = 800;
const slackCallMs = 700;
const freezeMs = 600;

/** A desk in a hurry, in the proportions of the real one: leases outlast the calls under them. */
export const quick = {
  pollMentionsMs: 10_000,
  pollFollowersMs: 20_000,
  pollOwnPostsMs: 10_000,
  recheckMs: 40_000,
  goodAtLeastMs: 120_000,
  postingLeaseMs: real(writeDeadlineMs + freezeMs + 600),
  freezeMs: real(freezeMs),
  writeDeadlineMs,
  readDeadlineMs: 1_200,
  rereadMs: 800,
  unreachableBackoffMs: 5_000,
  settleLooksMs: [5_000, 15_000, 45_000, 90_000, 150_000],
  showLeaseMs: real(slackCallMs * 2 + 600),
  showWithinMs: real(slackCallMs + 300),
  slackCallMs,
  showRetryMs: 10_000,
  panelEveryMs: 10_000,
  recoverAfterMs: real(writeDeadlineMs + freezeMs + 100),
  readRetryMs: 5_000,
  dueLeaseMs: 30_000,
  tickMs: 60,
  jobLockMs: 2_000,
  jobStalledMs: 800,
} as const satisfies Partial<Timings>;

/** Many desks share a machine: each looks less often, and the whole waits longer. */
export function timingsFor(desks: number) {
  const rarer = Math.max(1, Math.round(desks / 4));
  return {
    ...quick,
    pollMentionsMs: quick.pollMentionsMs * rarer,
    pollFollowersMs: quick.pollFollowersMs * rarer,
    pollOwnPostsMs: quick.pollOwnPostsMs * rarer,
    recheckMs: quick.recheckMs * rarer,
    tickMs: quick.tickMs * Math.min(rarer, 4),
  };
}

/** In this time each desk reads each of X's lists of new things (real ms). */
export const roundMs = (desks: number): number => (timingsFor(desks).pollFollowersMs * 1.5) / speed;

/** How long everything has to come to rest after the last trouble (real ms): Slack takes 50 edits a minute from all desks. */
export const restMs = (desks: number): number => 60_000 + desks * 10_000;

/** From its last check to its end, a call takes at most this (desk ms). */
export const wireMs = real(writeDeadlineMs + freezeMs);
