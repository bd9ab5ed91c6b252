import type { Card } from '../card/card.js';
import type { Refusal } from '../card/refusal.js';
import type { Desk } from '../desk/desk.js';
import type { DeskSettings, MutedPerson } from '../desk/desk-settings.js';
import { dayMs } from '../durations.js';
import type { SlackUserId } from '../ids.js';
import type { CoverRequest } from '../rota/cover.js';
import { dutiesBetween } from '../rota/duty.js';
import { daysAround } from '../rota/local-time.js';
import type { Rota } from '../rota/rota.js';

/** What the App Home shows one person of one desk. */
export interface DeskAtHome {
  readonly desk: Desk;
  readonly user: SlackUserId;
  /** The waiting cards that the person may take, in the order of *Answer next*. */
  readonly waiting: readonly Card[];
  /** The flagged cards of the desk, longest flagged first. */
  readonly flagged?: readonly Card[];
  /** The cards that the person has. */
  readonly drafts: readonly Card[];
  /** Requests for cover to one colleague alone, which the person made or which are about their shift. */
  readonly asked?: readonly CoverRequest[];
  readonly pause?: DeskSettings['pause'];
  /** The patrons who are muted now. */
  readonly muted?: readonly MutedPerson[];
  /** When the network was last read, where that is too long ago (Unix ms). */
  readonly lastLookAt?: number;
  readonly now: number;
}

/** A person's App Home: their desks, or why they have none. */
export type HomeContent =
  | { readonly desks: readonly DeskAtHome[] }
  | { readonly desk: Desk; readonly refusal: Refusal };

/** When a Home changes by time alone (Unix ms): the next begin or end of a shift, or midnight. */
export function homeChangesAt(rota: Rota, nowMs: number): number {
  const midnight = daysAround(rota.timeZone, nowMs, nowMs, 1).at(-1)?.at(0) ?? nowMs + dayMs;
  const edges = dutiesBetween(rota, nowMs, midnight).flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  return Math.min(midnight, ...edges.filter((ms) => ms > nowMs));
}
