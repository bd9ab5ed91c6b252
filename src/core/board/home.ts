import type { Card } from '../card/card.js';
import type { Refusal } from '../card/refusal.js';
import type { Desk } from '../desk/desk.js';
import type { DeskSettings } from '../desk/desk-settings.js';
import type { SlackUserId } from '../ids.js';
import type { CoverRequest } from '../rota/cover.js';
import { dutiesBetween } from '../rota/duty.js';
import { daysAround } from '../rota/local-days.js';
import type { Rota } from '../rota/rota.js';

/** What the App Home says of one desk to one person. */
export interface AtHome {
  readonly desk: Desk;
  readonly user: SlackUserId;
  /** What waits that the person can take up, in the order of *next*. */
  readonly waiting: readonly Card[];
  /** Cards that the person has. */
  readonly drafts: readonly Card[];
  /** Cover that one colleague alone was asked for, by them or for their shift. */
  readonly asked?: readonly CoverRequest[];
  readonly pause?: DeskSettings['pause'];
  readonly now: number;
}

/** A person's App Home: their desks, or why they have none. */
export type HomeContent =
  | { readonly desks: readonly AtHome[] }
  | { readonly desk: Desk; readonly refusal: Refusal };

const DAY_MS = 24 * 60 * 60_000;

/** When a Home says something else though nothing changes: a shift begins or ends, or it is another day. */
export function homeChangesAt(rota: Rota, nowMs: number): number {
  const midnight = daysAround(rota.timeZone, nowMs, nowMs, 1).at(-1)?.at(0) ?? nowMs + DAY_MS;
  const edges = dutiesBetween(rota, nowMs, midnight).flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  return Math.min(midnight, ...edges.filter((ms) => ms > nowMs));
}
