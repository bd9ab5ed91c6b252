import type { Card } from '../card/card.js';
import type { Refusal } from '../card/refusal.js';
import type { Desk } from '../desk/desk.js';
import type { DeskSettings, MutedPerson } from '../desk/desk-settings.js';
import type { SlackUserId } from '../ids.js';
import type { CoverRequest } from '../rota/cover.js';

/** How many waiting cards the Home of one desk shows. */
export const mostWaitingAtHome = 5;

/** What the App Home shows one person of one desk. */
export interface DeskAtHome {
  readonly desk: Desk;
  readonly user: SlackUserId;
  /** Of the waiting cards that the person may take the first `mostWaitingAtHome`, in the order of *Answer next*. */
  readonly waiting: readonly Card[];
  /** How many they are in all, where that is more. */
  readonly waitingCount?: number;
  /** What waits for a colleague's look and this person may look at, in the order in which it is due. */
  readonly toCheck?: readonly Card[];
  /** The flagged cards of the desk, longest flagged first. */
  readonly flagged?: readonly Card[];
  /** The cards that the person has. */
  readonly drafts: readonly Card[];
  /** Requests for cover to one colleague alone, which the person made or which are about their shift. */
  readonly asked?: readonly CoverRequest[];
  readonly pause?: DeskSettings['pause'];
  /** For a lead: what leads keep longer than usual, in the order in which that ends. */
  readonly holds?: readonly Card[];
  /** The patrons who are muted now. */
  readonly muted?: readonly MutedPerson[];
  /** When the network was last read, where that is too long ago (Unix ms). */
  readonly lastLookAt?: number;
  /** The person is asked to look in the network's app for what no program may read there; once a day. */
  readonly lookInX?: true;
  readonly now: number;
}

/** A person's App Home: their desks, why they have none, or nothing, as nobody looked for some days (`resting`). */
export type HomeContent =
  | { readonly desk: Desk; readonly resting: true }
  | { readonly desks: readonly DeskAtHome[] }
  | { readonly desk: Desk; readonly refusal: Refusal };
