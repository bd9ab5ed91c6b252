import type { Panel, PanelCards, Series } from '../core/board/panel.js';
import type { WaitingCounts } from '../core/board/waiting-counts.js';
import type { Card, CardState, Pause } from '../core/card/card.js';
import type { Refusal } from '../core/card/refusal.js';
import type { DeskSettings } from '../core/desk/desk-settings.js';
import type { FirstWaiting, WaitingFor } from '../core/due/waiting.js';
import type { AccountId, Boot, CardId, PanelId, PostId, SlackUserId } from '../core/ids.js';
import type { Unread } from './recovery.js';

/** The state of the whole desk at the moment of a write. The script that writes compares it with what was read. */
export interface WriteContext {
  /** Which run of Redis it is. Another one may have lost the newest writes. */
  readonly boot: Boot;
  /** Undefined unless sending is paused. */
  readonly pause?: Pause;
  /** What `Recovery` must still read for this boot. Nothing is sent to Slack while it is `channel`, nor to X while there is any. */
  readonly unread?: Unread;
}

/**
 * Gives the next version of a stored document, or a refusal. Pure, because it may run several times. To give the same
 * document back means no change; to give none removes it, with all that the store has of it.
 */
export type Update<Doc, T> = (
  doc: Doc | undefined,
  world: WriteContext,
) => { readonly next: Doc | undefined; readonly result: T } | Refusal;

/** The cards of a desk in figures, from its indexes alone. */
export interface CardCounts {
  readonly states: Readonly<Record<CardState, number>>;
  /** Since when the oldest question without an answer waits, of cards that are not closed, set aside or gathered (Unix ms). */
  readonly oldestQuestionAt?: number;
}

/** The cards of one desk. */
export interface Cards {
  /** Undefined for a card that is not stored. */
  get(id: CardId): Promise<Card | undefined>;
  /** A hint that `change` will be called for a card within a moment: what it begins with is read meanwhile. */
  expect(id: CardId): void;
  /**
   * Atomic: runs `update` on the newest card and writes its result if the card's revision, the boot and the pause are
   * still the same; otherwise runs `update` again. Writes the card's due entries and indexes too, also when the card did
   * not change. A write that Redis receives twice takes effect once. Gives the result or the refusal of `update`. Of a
   * purged card only what may stay is ever stored.
   */
  change<T>(id: CardId, update: Update<Card, T>): Promise<T | Refusal>;
  /**
   * Of the open cards that nobody snoozed or flagged, without gathered answers, the first `most` in the order of `inOrder`,
   * and how many there are: all, or those that a trainee may take. Costs as much as the cards that it gives, however many
   * wait. May be a moment stale.
   */
  waiting(most: number, whose?: WaitingFor): Promise<FirstWaiting>;
  /** What `countWaiting` says of all of them at a time (Unix ms), from indexes alone. May be a moment stale. */
  countWaiting(now: number): Promise<WaitingCounts>;
  /** Those of them whose deadline is at or before a time (Unix ms), the first `most` in order. May be a moment stale. */
  dueUpTo(ms: number, most?: number): Promise<readonly CardId[]>;
  /** The next deadline of one of them after a time (both Unix ms); undefined for none. May be a moment stale. */
  nextDueAfter(ms: number): Promise<number | undefined>;
  /** Whom lines in the threads of waiting cards call, in no order. May be a moment stale. */
  peopleCalled(): Promise<readonly SlackUserId[]>;
  /** The waiting cards with a line that calls this person, in no order. May be a moment stale. */
  calling(person: SlackUserId): Promise<readonly Card[]>;
  /** The waiting cards that an earlier version showed, whose text tells who was on shift then. May be a moment stale. */
  shownBefore(): Promise<readonly CardId[]>;
  /** Cards that are flagged "don't answer yet", longest flagged first. May be a moment stale. */
  flagged(): Promise<readonly Card[]>;
  /** Cards that wait for any colleague's look (`lookWantedSince`), longest first. May be a moment stale. */
  toLookAt(): Promise<readonly Card[]>;
  /** Open cards of one conversation, longest waiting first. May be a moment stale. */
  inConversation(conversation: PostId): Promise<readonly CardId[]>;
  /**
   * Cards of whoever answered a question of ours that began a conversation, and did not remove it; by their newest acts,
   * oldest first.
   */
  answersTo(post: PostId): Promise<readonly CardId[]>;
  /** All cards of one patron, in the order of their newest act, oldest first. May be a moment stale. */
  ofPatron(patron: AccountId): Promise<readonly CardId[]>;
  /** The same for whoever last had this handle (lower case), as far as the desk knows. May be a moment stale. */
  ofHandle(handle: string): Promise<readonly CardId[]>;
  /** Cards that a panel shows, oldest first; atomic with the cards themselves. */
  inPanel(panel: PanelId): Promise<PanelCards>;
  /** Cards whose holder is this person. May be a moment stale. */
  heldBy(person: SlackUserId): Promise<readonly Card[]>;
  /** Cards with an act since a time (Unix ms), oldest first. May be a moment stale. */
  withActsSince(ms: number): Promise<readonly CardId[]>;
  /** Cards that are not closed, and those that were closed since a time (Unix ms), without purged ones. May be a moment stale. */
  kept(closedSinceMs: number): Promise<readonly CardId[]>;
  /** Cards whose content a lead keeps, in the order in which that ends. May be a moment stale. */
  onHold(): Promise<readonly Card[]>;
  /** The time of each card's newest act since a time (both Unix ms), for cards of one kind of act. May be a moment stale. */
  actTimes(kind: 'mention' | 'follow', sinceMs: number): Promise<readonly number[]>;
  /** Cards in the states sending, posting and unsure. May be a moment stale. */
  underway(): Promise<readonly CardId[]>;
  /** Cards of which somebody may have a modal open that is kept up to date. May be a moment stale. */
  withOpenViews(): Promise<readonly CardId[]>;
  /** How many cards there are in each state, and since when the question waits that has waited longest. May be a moment stale. */
  counts(): Promise<CardCounts>;
  /** The card of a post: a patron's post, one that somebody picked to answer, or our answer. May be a moment stale. */
  ofPost(post: PostId): Promise<CardId | undefined>;
}

/** Messages that show several cards: folds and digests. The promises are those of cards. */
export interface Panels {
  /** Undefined for a panel that is not stored. */
  get(id: PanelId): Promise<Panel | undefined>;
  change<T>(id: PanelId, update: Update<Panel, T>): Promise<T | Refusal>;
  /** The newest panel of a series that is not closed. May be a moment stale. */
  current(series: Series): Promise<Panel | undefined>;
  /** Panels in which any of these words stands, or in whose id. Reads all panels: for what happens seldom. */
  naming(words: readonly string[]): Promise<readonly PanelId[]>;
  /** Private messages that list a card. May be a moment stale. */
  listing(card: CardId): Promise<readonly PanelId[]>;
}

/** What the staff set for a desk: one document. The promises are those of cards. */
export interface Settings {
  /** Empty settings where nobody has set anything. */
  get(): Promise<DeskSettings>;
  /** Every later write of a card sees a changed pause. */
  change<T>(
    update: (settings: DeskSettings) => { readonly next: DeskSettings; readonly result: T } | Refusal,
  ): Promise<T | Refusal>;
}
