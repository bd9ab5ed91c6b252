import type { Card } from './card.js';
import { isDone } from './message.js';

/** Whoever is on shift is reminded first, the fallback person later. */
export type Stage = 'shift' | 'fallback';

/** What a card's clocks have to know besides its acts. */
export interface CardClock {
  /** When it was set aside, oldest first: the clocks stood still. */
  readonly stops: readonly Stop[];
  /** It was closed, and waits again since then: what was said before counts from there. */
  readonly waitsFrom?: number;
  /** People were reminded of all that was said up to a time. */
  readonly reminded?: Readonly<Partial<Record<Stage, number>>>;
}

/** For so long somebody set a card aside; without `to`, they still do. */
export interface Stop {
  readonly from: number;
  readonly to?: number;
}

const stopsKept = 20;

/** "Don't answer yet", or "not now". */
export const isSetAside = ({ flag, snoozedUntil }: Card): boolean =>
  flag !== undefined || snoozedUntil !== undefined;

/**
 * The card after a step, its clocks set: they stand while it is set aside, and people are reminded anew when it is taken
 * up again; what was closed and waits again begins anew.
 */
export function withClock(before: Card, after: Card, now: number): Card {
  const stands = isSetAside(after);
  if (isDone(before) && !isDone(after)) {
    return { ...after, clock: { stops: stands ? [{ from: now }] : [], waitsFrom: now } };
  }
  if (isSetAside(before) === stands) return after;
  const { reminded: _anew, ...clock } = after.clock ?? { stops: [] };
  const stops = stands
    ? [...clock.stops, { from: now }].slice(-stopsKept)
    : clock.stops.map((stop) => ({ to: now, ...stop }));
  return { ...after, clock: { ...clock, stops } };
}

/** The card of which people were reminded, with all that was said up to a time. */
export function withReminded(card: Card, stage: Stage, upTo: number): Card {
  const { clock = { stops: [] } } = card;
  return { ...card, clock: { ...clock, reminded: { ...clock.reminded, [stage]: upTo } } };
}
