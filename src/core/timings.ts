/** Every interval of the desk, in milliseconds, with the default that real use wants. */
export const timings = {
  /** X allows 300 reads of mentions in 15 minutes. */
  pollMentionsMs: 60_000,
  pollFollowersMs: 300_000,
  pollOwnPostsMs: 60_000,
  /** Late posts carry smaller ids: mentions are re-read this far back. */
  lateMentionsMs: 15 * 60_000,
  /** Nobody takes over a hand-off so soon after its link was pressed: its holder may be posting. */
  handOffQuietMs: 5 * 60_000,
  /** An approval is good for at least this long after it is due. */
  goodAtLeastMs: 2 * 60_000,
  /** Longer than a freeze and a call together, so that a card in `posting` after it has no caller left. */
  postingLeaseMs: 60_000,
  /** A process that stood still longer than this between record and call does not call. */
  freezeMs: 2_000,
  /** Total deadline of one write to X. */
  writeDeadlineMs: 15_000,
  /** Total deadline of one read from X. */
  readDeadlineMs: 15_000,
  /** First wait before X is tried again after it was never reached; doubles each time. */
  unreachableBackoffMs: 2_000,
  /** When our timeline is read after a send with unknown outcome, counted from losing sight. */
  settleLooksMs: [5_000, 15_000, 45_000, 120_000, 300_000],
  /** How long a worker has for one Slack message before another may look after it. */
  showLeaseMs: 30_000,
  /** How long after a failed call Slack is asked again, or searched for a message that may have got through. */
  showRetryMs: 10_000,
  /** Slack takes one new message a second and channel. */
  postSlotMs: 1_100,
  /** A taken due entry comes back after this, unless its work recorded something else. */
  dueLeaseMs: 60_000,
  /** Between two looks at the due list; real time. */
  tickMs: 250,
} as const satisfies Record<string, number | readonly number[]>;

export type Timings = {
  readonly [K in keyof typeof timings]: (typeof timings)[K] extends number ? number : readonly number[];
};
