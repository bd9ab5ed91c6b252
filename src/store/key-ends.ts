import type { DeskKeys, PersonKeys } from './keys.js';
import type { DeploymentKeys } from './presses.js';

/**
 * Who ends each kind of key of a desk, and when. What stands in none of these lines is kept for nobody: a new kind of key
 * needs its line. *Counted* keys are few, however long a desk lives.
 */
export const keyEnds = {
  card: 'flows/keep/purge: blank some open days after its last change, gone 400 days after it',
  panel:
    'flows/keep/purge: blank some open days after it began, gone 30 days later; in the channel gone after 400 days',
  due: 'each entry with what it is for; that of a modal a day after it was shown',
  inOrder: 'each entry with its card',
  byHand: 'each entry with its card',
  waitingOf: 'each entry with its card',
  toBeTold: 'each entry with its card',
  called: 'each entry with its card',
  shownBefore: 'each entry when its card is shown anew, or is gone',
  formerWaiting: 'the first start of a later version',
  inState: 'each entry with its card',
  questions: 'each entry with its card',
  flagged: 'each entry with its card',
  toLookAt: 'each entry with its card',
  held: 'each entry with its card',
  openViews: 'each entry with its card',
  conversation: 'each entry with its card',
  patron: 'each entry with its card',
  recent: 'each entry with its card',
  kept: 'each entry when its card is purged',
  onHold: 'each entry when its card is purged, or a lead ends it',
  odd: 'each entry when the post came whole, or was shown as far as it can be read',
  panels: 'each entry when its panel is closed or gone',
  listing: 'each entry when its panel is blank or gone',
  inPanel: 'each entry with its card',
  automatedInPanel: 'each entry with its card',
  openInPanel: 'each entry with its card',
  settings: 'flows/keep/keeping: what is over; a muted name when the card of its patron is purged',
  snapshots: 'counted: replaced by the next copy',
  homes: 'flows/show/homes: three days after somebody opened theirs, which then says nothing any more',
  polled: 'counted: one time for each poll',
  purged: 'counted: two times',
  boot: 'counted: the present boot',
  found: 'expires 30 days after its last entry',
  readThreads: 'the next recovery; expires after 30 days',
  underway: 'each entry with its card',
  session: 'expires 90 days after it was renewed',
  ledger: 'expires 400 days after its last charge',
  billed: 'expires three days after its last charge',
  count: 'expires with its count',
  posts: 'each entry with its card',
  saidTexts: '90 days after each post; the names of its patron when their card is purged',
  saidTimes: '90 days after each post',
  keptReply:
    'without `keep.hold` in desk.yaml flows/keep/keeping: 90 days after it was sent; with it, as long as that is set',
  keptReplies: 'each entry with its reply',
  repliesTo: 'each entry with its reply, or when its patron is forgotten',
  outcomes:
    'flows/outcomes/look: an account 30 days after its follow, three more where nobody could look, at once with forget or without `outcomes`; the counts 400 days after their month',
  outcomeMonths: 'each entry with its month',
  slot: 'counted: one time',
  refreshSlot: 'counted: one time',
  watermarks: 'counted: some times for each poll',
  answersTo: 'each entry with its card',
  handle: 'each entry with what its card contains',
  followers: 'ids alone, as long as the desk: who returns is no new follower; gone with whoever is forgotten',
  forgotten: 'keyed hashes alone, as long as the desk: who is forgotten stays so',
} as const satisfies Readonly<Record<keyof DeskKeys, string>>;

/** The same for what belongs to a person and to no desk. */
export const personKeyEnds = {
  count: 'expires with its count',
  voice: 'expires when another message may speak',
} as const satisfies Readonly<Record<keyof PersonKeys, string>>;

/** The same for what belongs to a deployment as a whole. */
export const deploymentKeyEnds = {
  presses: 'counted: one number for each kind',
  answers: 'expires with the process that takes what Slack sends',
} as const satisfies Readonly<Record<keyof DeploymentKeys, string>>;
