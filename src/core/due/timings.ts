/** Every interval of the desk, in milliseconds, with the default that real use wants. */
export const timings = {
  /** X allows 300 reads of mentions in 15 minutes. */
  pollMentionsMs: 60_000,
  pollFollowersMs: 300_000,
  pollOwnPostsMs: 60_000,
  /** X wants what was removed there to be gone here within a day. */
  recheckMs: 6 * 60 * 60_000,
  /** Acts older than this are not looked for any more. */
  recheckBackMs: 30 * 24 * 60 * 60_000,
  /** When followers were not read for longer than this, the desk stood still. */
  followPauseMs: 60 * 60_000,
  /** How many of those who followed meanwhile get a card (a number of people). */
  followCatchUp: 500,
  /** Late posts carry smaller ids: mentions are re-read this far back. */
  lateMentionsMs: 15 * 60_000,
  /** A new follower's card that nobody answered folds away by itself. */
  followExpiresMs: 7 * 24 * 60 * 60_000,
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
  /** Reading a post again before it is answered: Slack wants its ack within 3 s. */
  rereadMs: 1_500,
  /** First wait before X is tried again after it was never reached; doubles each time. */
  unreachableBackoffMs: 2_000,
  /** When our timeline is read after a send with unknown outcome, counted from losing sight. */
  settleLooksMs: [5_000, 15_000, 45_000, 120_000, 300_000],
  /** How long a worker has for one Slack message before another may look after it. */
  showLeaseMs: 30_000,
  /** A call for it begins within this, else not at all: with the call's own deadline it ends inside the lease. */
  showWithinMs: 12_000,
  /** Total deadline of one call of the background to Slack; real time. */
  slackCallMs: 15_000,
  /** How long after a failed call Slack is asked again, or searched for a message that may have got through. */
  showRetryMs: 10_000,
  /** Slack takes one new message a second and channel. */
  postSlotMs: 1_100,
  /** A fold or digest is brought up to date at most this often, however many join it. */
  panelEveryMs: 10_000,
  /**
   * How often thread lines name one person in an hour of the clock (a number of lines). Ten minutes can touch two such
   * hours: even a flood notifies nobody more than ten times.
   */
  pingsPerHour: 5,
  /** Cards that come to be late within this time share one reminder. */
  remindGatherMs: 60_000,
  /** *Not now* on a reminder: its cards come back after this. */
  putOffMs: 60 * 60_000,
  /** Whose shift began or ended is looked at when it does, and this often for what changed meanwhile. */
  pollShiftsMs: 10 * 60_000,
  /** After a new boot of the store: longer than a call that was under way, so that what it did can be read. */
  recoverAfterMs: 20_000,
  /** How often Slack is asked who is in the channel; what changes meanwhile it tells by events. */
  pollColleaguesMs: 15 * 60_000,
  /** In a channel of many the next of them are read after this: Slack takes a hundred such calls a minute. */
  nextColleaguesMs: 60_000,
  /** How often a rota that is kept elsewhere is read. */
  pollRotaMs: 15 * 60_000,
  /** When it could not be read for so long, that is said. */
  rotaStaleMs: 60 * 60_000,
  /** The desk looks at its own rota and people so long after it started, when Slack has been asked who is there. */
  outlookAfterMs: 30_000,
  /** And so often. */
  pollOutlookMs: 24 * 60 * 60_000,
  /** How long after a read of X or Slack failed it is tried again. */
  readRetryMs: 10_000,
  /** Slack and X are read from so long before the store's last sign of life: a copy is older than it looks. */
  recoverBackMs: 10 * 60_000,
  /** A taken due entry comes back after this, unless its work recorded something else. */
  dueLeaseMs: 60_000,
  /** Between two looks at the due list; real time. */
  tickMs: 250,
  /** A killed worker's job runs again after its lock and one look for stalled ones, however often that happens; real time. */
  jobLockMs: 15_000,
  jobStalledMs: 5_000,
  /** Between two looks whether Redis and Slack are well; real time. */
  conditionMs: 2_000,
  /** How long what runs has to end by itself when the desk is asked to; then its calls to X are cut off. Real time. */
  drainMs: 5_000,
  /** When the desk is gone after it was asked to end, whatever still hangs; real time. */
  closeMs: 9_000,
} as const satisfies Record<string, number | readonly number[]>;

export type Timings = {
  readonly [K in keyof typeof timings]: (typeof timings)[K] extends number ? number : readonly number[];
};
