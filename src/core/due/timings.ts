import { dayMs, hourMs, minuteMs, secondMs } from '../durations.js';

/**
 * Every interval of the desk, in milliseconds, with the default for real use; polls are those of a desk on X. Times are the
 * desk's clock unless marked.
 */
export const timings = {
  /** X allows 300 reads of mentions in 15 minutes. */
  pollMentionsMs: minuteMs,
  pollFollowersMs: 5 * minuteMs,
  pollOwnPostsMs: minuteMs,
  /** X allows 15 reads of private messages in 15 minutes; some are needed to look what became of an answer. */
  pollPrivateMs: 2 * minuteMs,
  /** What Slack said of the private channel and its members counts for this long. */
  privateChannelMs: 15 * secondMs,
  /** X demands that what was removed there is removed here within a day. */
  recheckMs: 6 * hourMs,
  /**
   * Where reading costs nothing, the first look at mentions in each of these times reads the posts of open cards again: their
   * words may have changed. 0: what waits is read again when somebody presses, and by the recheck.
   */
  openLookMs: 0,
  /** When no followers were read for longer than this, the desk was down, or nobody followed. */
  followPauseMs: hourMs,
  /** How many of those who followed during that time get a card (a number of people). */
  followCatchUp: 500,
  /** X may show a post late, under a smaller id than posts it showed before: mentions are read again this far back. */
  lateMentionsMs: 15 * minuteMs,
  /** The desk does so for this time after the newest post, as long as it looks. X bills a post once a day, however often. */
  lateWithinMs: hourMs,
  /** Where a post may claim to be older than it is, the first look at mentions in each of these times reads back `deepLookMs`. */
  deepLookEveryMs: 15 * minuteMs,
  /** 0: X makes the ids of posts, and so their times, itself. */
  deepLookMs: 0,
  /** A post that came incomplete is asked for again this often, and so many times; then it is shown as far as it can be read. */
  oddEveryMs: 20 * minuteMs,
  oddTries: 3,
  /** A new follower's card that nobody answered closes after this. */
  followExpiresMs: 7 * dayMs,
  /** An answer to our question that was gathered with others closes after this: silence is fine. */
  answerExpiresMs: 3 * dayMs,
  /** Nobody takes over a hand-off within this time after its link was pressed: its holder may be posting. */
  handOffQuietMs: 5 * minuteMs,
  /** An approval is good for at least this long after it is due. */
  goodAtLeastMs: 2 * minuteMs,
  /** Longer than a freeze and a call together: a card that is still in `posting` after it has no worker left. */
  postingLeaseMs: minuteMs,
  /** A process that was suspended for longer than this between its record and its call does not call. */
  freezeMs: 2 * secondMs,
  /** Total deadline of one write to X. */
  writeDeadlineMs: 15 * secondMs,
  /** Total deadline of one read from X. */
  readDeadlineMs: 15 * secondMs,
  /** Deadline for reading a post again before it is answered: Slack wants its acknowledgement within 3 seconds. */
  rereadMs: 1.5 * secondMs,
  /** First wait after a call that did not reach X; it doubles each time. */
  unreachableBackoffMs: 2 * secondMs,
  /** When our timeline is read after a send with unknown outcome, counted from that time. */
  settleLooksMs: [5 * secondMs, 15 * secondMs, 45 * secondMs, 2 * minuteMs, 5 * minuteMs],
  /** How long a worker has for one Slack message before another worker may take it. */
  showLeaseMs: 30 * secondMs,
  /** A call of that worker begins within this time or not at all: with its own deadline it ends within the lease. */
  showWithinMs: 12 * secondMs,
  /** Total deadline of one background call to Slack; real time. */
  slackCallMs: 15 * secondMs,
  /** How long after a failed call Slack is asked again, or searched for a message that may be there. */
  showRetryMs: 10 * secondMs,
  /** Slack takes one new message a second and channel. */
  postSlotMs: 1.1 * secondMs,
  /**
   * Texts that change with the time alone are updated at most this often: twenty a minute of the fifty that Slack takes,
   * so that presses and news never wait for them.
   */
  refreshEveryMs: 3 * secondMs,
  /** A fold or digest is updated at most this often, however many cards join it. */
  panelEveryMs: 10 * secondMs,
  /**
   * How often thread lines name one person in an hour of the clock (a number of lines); one private message then gathers the
   * rest. Ten minutes can touch two such hours: even a flood notifies nobody more than twelve times.
   */
  pingsPerHour: 5,
  /** What one person is told within this time after the first of it shares one private message. */
  tellGatherMs: 2 * minuteMs,
  /** What several desks have to say to a person at the same moment shares one message: each waits this long for the others. */
  oneVoiceMs: 5 * secondMs,
  /** Cards that become late within this time share one reminder. */
  remindGatherMs: minuteMs,
  /** *Not now* on a reminder: its cards come back after this. */
  putOffMs: hourMs,
  /** Shifts are checked when one begins or ends, and at least this often, because a rota can change. */
  pollShiftsMs: 10 * minuteMs,
  /**
   * Wait after a new boot of the store: longer than a call that was under way, so that X and Slack show what it did.
   */
  recoverAfterMs: 20 * secondMs,
  /** This long after a recovery began, messages are taken away that nothing has by then; longer than the network's lists lag. */
  adoptAfterMs: 2 * minuteMs,
  /** How often Slack is asked who is in the channel. Events tell what changes in between. */
  pollColleaguesMs: 15 * minuteMs,
  /** In a large channel the next members are read after this: Slack takes a hundred such calls a minute. */
  nextColleaguesMs: minuteMs,
  /** How often a rota that is kept in a calendar is read. */
  pollRotaMs: 15 * minuteMs,
  /** When it could not be read for this long, the desk says so. */
  rotaStaleMs: 10 * minuteMs,
  /** How long after a failed read of the calendar it is tried again. */
  rotaRetryMs: 5 * minuteMs,
  /** The desk first checks its own rota and people this long after its start, when it has asked Slack who is there. */
  outlookAfterMs: 30 * secondMs,
  /** And then this often. */
  pollOutlookMs: dayMs,
  /** What is kept, and for how long, is looked over this often. */
  pollKeepingMs: 4 * hourMs,
  /** A modal is cleared this long after it was shown: few stay open over night. */
  screenForMs: dayMs,
  /** The server's file of earlier writes is written anew once a day: with the look before, within a day after a purge. */
  rewriteEveryMs: 20 * hourMs,
  /** How long after a failed read of X or Slack it is tried again. */
  readRetryMs: 10 * secondMs,
  /** Recovery reads Slack and X from this long before the store's last sign of life: a copy is older than it looks. */
  recoverBackMs: 10 * minuteMs,
  /** A due entry that a worker took comes back after this, unless the work recorded something else. */
  dueLeaseMs: minuteMs,
  /** How soon what is due, and could not be had, is asked for again; real time. */
  tickMs: 250,
  /** The due lists are read at least this often, because another process may have written one; real time. */
  dueReadMs: secondMs,
  /**
   * A killed worker's job runs again after its lock and one check for stalled jobs, however often that happens; real
   * time.
   */
  jobLockMs: 15 * secondMs,
  jobStalledMs: 5 * secondMs,
  /** Time between two checks of Redis and Slack; real time. */
  dependencyCheckMs: 2 * secondMs,
  /** How long running work may go on when the desk is asked to end; then its calls to X are cut off. Real time. */
  drainMs: 5 * secondMs,
  /** The process ends this long after it was asked to, even if something hangs; real time. */
  closeMs: 9 * secondMs,
} as const satisfies Record<string, number | readonly number[]>;

/** The intervals of a desk; tests run it with shorter ones. */
export type Timings = {
  readonly [K in keyof typeof timings]: (typeof timings)[K] extends number ? number : readonly number[];
};
