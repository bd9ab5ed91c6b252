import type { Pause } from '../card/card.js';
import type { CardId, PostId, SlackUserId } from '../ids.js';
import type { CoverRequest } from '../rota/cover.js';
import type { SavedStarter } from '../writing/starters.js';
import type { Silence } from './outages.js';

/** What the staff set for the whole desk, and what is out of its reach. Field names are stored; times are Unix ms. */
export interface DeskSettings extends Silence {
  readonly format: 1;
  readonly pause?: Pause;
  /** Pauses that began or ended and of which the channel has yet to be told; oldest first. */
  readonly pausesToTell?: readonly PauseToTell[];
  /** Conversations in which nobody waits: their later cards are dismissed at once. */
  readonly muted: readonly { readonly conversation: PostId; readonly by: SlackUserId; readonly at: number }[];
  /** Oldest first. */
  readonly covers: readonly CoverRequest[];
  /** Notes for today to everybody who answers; oldest first. */
  readonly notes: readonly Note[];
  /** The new followers who were greeted on the newest day (YYYY-MM-DD in the desk's time zone). */
  readonly greeted?: { readonly day: string; readonly cards: readonly CardId[] };
  /** Oldest first. */
  readonly starters: readonly SavedStarter[];
  /** Keys of the findings about rota and people that the leads were told; the newest last. */
  readonly told?: readonly string[];
}

/** A pause of which the channel has to be told: that it began or, with `ended`, that it is over. */
export interface PauseToTell {
  readonly pause: Pause;
  /** Who ended it, and when (Unix ms). */
  readonly ended?: { readonly by: SlackUserId; readonly at: number };
}

/** A note for today. */
export interface Note {
  readonly text: string;
  readonly by: SlackUserId;
  readonly at: number;
  /** It is shown until then. */
  readonly until: number;
}

/** The settings of a new desk. */
export const emptySettings: DeskSettings = { format: 1, muted: [], covers: [], notes: [], starters: [] };
