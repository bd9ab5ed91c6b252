import type { Panel, PanelCards, Series } from '../core/board/panel.js';
import type { Card, Pause } from '../core/card/card.js';
import type { Refusal } from '../core/card/refusal.js';
import type { DeskSettings } from '../core/desk/desk-settings.js';
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
 * document back means no change.
 */
export type Update<Doc, T> = (
  doc: Doc | undefined,
  world: WriteContext,
) => { readonly next: Doc | undefined; readonly result: T } | Refusal;

/** The cards of one desk. */
export interface Cards {
  /** Undefined for a card that is not stored. */
  get(id: CardId): Promise<Card | undefined>;
  /**
   * Atomic: runs `update` on the newest card and writes its result if the card's revision, the boot and the pause are
   * still the same; otherwise runs `update` again. Writes the card's due entries and indexes too, also when the card did
   * not change. A write that Redis receives twice takes effect once. Gives the result or the refusal of `update`.
   */
  change<T>(id: CardId, update: Update<Card, T>): Promise<T | Refusal>;
  /** Open cards that nobody snoozed or flagged, longest waiting first. May be a moment stale. */
  waiting(): Promise<readonly Card[]>;
  /** Cards that are flagged "don't answer yet", longest flagged first. May be a moment stale. */
  flagged(): Promise<readonly Card[]>;
  /** Cards that wait for any colleague's look (`lookWantedSince`), longest first. May be a moment stale. */
  toLookAt(): Promise<readonly Card[]>;
  /** Open cards of one conversation, longest waiting first. May be a moment stale. */
  inConversation(conversation: PostId): Promise<readonly CardId[]>;
  /** All cards of one patron, in the order of their newest act, oldest first. May be a moment stale. */
  ofPatron(patron: AccountId): Promise<readonly CardId[]>;
  /** Cards that a panel shows, oldest first; atomic with the cards themselves. */
  inPanel(panel: PanelId): Promise<PanelCards>;
  /** Cards whose holder is this person. May be a moment stale. */
  heldBy(person: SlackUserId): Promise<readonly Card[]>;
  /** Cards with an act since a time (Unix ms), oldest first. May be a moment stale. */
  withActsSince(ms: number): Promise<readonly CardId[]>;
  /** Cards that are not closed, and those that were closed since a time (Unix ms). May be a moment stale. */
  kept(closedSinceMs: number): Promise<readonly CardId[]>;
  /** The time of each card's newest act since a time (both Unix ms), for cards of one kind of act. May be a moment stale. */
  actTimes(kind: 'mention' | 'follow', sinceMs: number): Promise<readonly number[]>;
  /** Cards in the states sending, posting and unsure. May be a moment stale. */
  underway(): Promise<readonly CardId[]>;
  /** Cards of which somebody may have a modal open that is kept up to date. May be a moment stale. */
  withOpenViews(): Promise<readonly CardId[]>;
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
