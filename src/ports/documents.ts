import type { InPanel, Panel, Series } from '../core/board/panel.js';
import type { Card, Pause } from '../core/card/card.js';
import type { Refusal } from '../core/card/refusal.js';
import type { DeskSettings } from '../core/desk/desk-settings.js';
import type { Boot, CardId, PanelId, PostId, SlackUserId, XUserId } from '../core/ids.js';
import type { Unread } from './recovery.js';

/** What holds for the whole desk at the moment of a write: read and compared in the same script. */
export interface World {
  readonly boot: Boot;
  /** Sending is paused. */
  readonly pause?: Pause;
  /** What `Recovery` has still to read for this boot: until `channel` is, nothing leaves for Slack; until both, for X. */
  readonly unread?: Unread;
}

/** Makes of a stored document the next one, or refuses. Pure: it may run several times. The same document means no change. */
export type Update<Doc, T> = (
  doc: Doc | undefined,
  world: World,
) => { readonly next: Doc | undefined; readonly result: T } | Refusal;

/** The cards of one desk. */
export interface Cards {
  get(id: CardId): Promise<Card | undefined>;
  /**
   * Atomic: `update` runs on the newest card and wins by compare-and-set on its revision, the boot and the pause, else it
   * runs again. Due entries and indexes are written with the card, also when it did not change. Safe to re-send: a
   * doubled write of one call changes nothing.
   */
  change<T>(id: CardId, update: Update<Card, T>): Promise<T | Refusal>;
  /** Open cards that nobody set aside, longest waiting first. May be a moment stale. */
  waiting(): Promise<readonly Card[]>;
  /** Open cards of one conversation, longest waiting first. May be a moment stale. */
  inConversation(conversation: PostId): Promise<readonly CardId[]>;
  /** All cards of one person, by what they did last, oldest first. May be a moment stale. */
  ofPatron(patron: XUserId): Promise<readonly CardId[]>;
  /** Cards that a panel shows, oldest first; atomic with the cards themselves. */
  inPanel(panel: PanelId): Promise<InPanel>;
  /** Cards that a person has. May be a moment stale. */
  heldBy(person: SlackUserId): Promise<readonly Card[]>;
  /** Cards with an act since a time (Unix ms), oldest first. May be a moment stale. */
  withActsSince(ms: number): Promise<readonly CardId[]>;
  /** Cards whose answer is on its way: sending, posting or unsure. May be a moment stale. */
  underway(): Promise<readonly CardId[]>;
  /** The card to which a post belongs: a patron's post, a picked one, or an answer of ours. May be a moment stale. */
  ofPost(post: PostId): Promise<CardId | undefined>;
}

/** Messages that show several cards: folds and digests. Atomic and safe to re-send as cards are. */
export interface Panels {
  get(id: PanelId): Promise<Panel | undefined>;
  change<T>(id: PanelId, update: Update<Panel, T>): Promise<T | Refusal>;
  /** The newest panel of a series that is not closed. May be a moment stale. */
  current(series: Series): Promise<Panel | undefined>;
}

/** One compare-and-set document a desk. */
export interface Settings {
  get(): Promise<DeskSettings>;
  /** Atomic and safe to re-send; a change of the pause holds for every later write of a card. */
  change<T>(
    update: (settings: DeskSettings) => { readonly next: DeskSettings; readonly result: T } | Refusal,
  ): Promise<T | Refusal>;
}
