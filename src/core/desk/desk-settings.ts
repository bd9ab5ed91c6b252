import type { Pause } from '../card/card.js';
import type { CardId, PostId, SlackUserId } from '../ids.js';
import type { CoverRequest } from '../rota/cover.js';
import type { SavedStarter } from '../writing/starters.js';

/** What the staff set for the whole desk. */
export interface DeskSettings {
  readonly format: 1;
  readonly pause?: Pause;
  /** Pauses that began or ended and of which the channel has yet to be told; oldest first. */
  readonly pausesToTell?: readonly PauseToTell[];
  /** Conversations whose later acts arrive dismissed. */
  readonly muted: readonly { readonly conversation: PostId; readonly by: SlackUserId; readonly at: number }[];
  /** Oldest first. */
  readonly covers: readonly CoverRequest[];
  /** What everybody who answers should know today; oldest first. */
  readonly notes: readonly Note[];
  /** New followers greeted on one day of the desk's calendar. */
  readonly greeted?: { readonly day: string; readonly cards: readonly CardId[] };
  /** Oldest first. */
  readonly starters: readonly SavedStarter[];
  /** Keys of the findings that the desk has said of itself; the newest last. */
  readonly told?: readonly string[];
}

export interface PauseToTell {
  readonly pause: Pause;
  /** Of a pause that is over: who ended it, and when (Unix ms). */
  readonly ended?: { readonly by: SlackUserId; readonly at: number };
}

export interface Note {
  readonly text: string;
  readonly by: SlackUserId;
  readonly at: number;
  /** Shown until then (Unix ms). */
  readonly until: number;
}

/** As they are before anybody set anything. */
export const noSettings: DeskSettings = { format: 1, muted: [], covers: [], notes: [], starters: [] };
