import type { Timings } from '../../src/core/timings.js';

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

/** From its last check to its end, a call takes at most this (desk ms). */
export const wireMs = real(writeDeadlineMs + freezeMs);
