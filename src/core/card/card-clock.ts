import type { Card } from './card.js';
import { isDone } from './message.js';

/** The people on shift are reminded first, the fallback person later. */
export type ReminderStage = 'shift' | 'fallback';

/** What the clocks of a card need besides its acts: they tell when a card is late. Times are Unix ms. */
export interface CardClock {
  /** When it was set aside, oldest first: then its clocks stop. */
  readonly stops: readonly ClockStop[];
  /** When the card, once closed, began to wait again: earlier acts count from then on. */
  readonly waitsFrom?: number;
  /** For each stage: people were reminded of all acts up to this time. */
  readonly reminded?: Readonly<Partial<Record<ReminderStage, number>>>;
}

/** A time in which a card was set aside; without `to` it still is. */
export interface ClockStop {
  readonly from: number;
  readonly to?: number;
}

/** The record of a card stays small, however often it is set aside. */
const mostStops = 20;

/** Whether a card is set aside: flagged "don't answer yet", or "not now" was pressed. */
export const isSetAside = ({ flag, snoozedUntil }: Card): boolean =>
  flag !== undefined || snoozedUntil !== undefined;

/**
 * The card `after` a step from `before`, with its clocks set (`now` in Unix ms). The clocks stop while the card is set
 * aside. When that ends, people are reminded again. A card that was closed and waits again starts with new clocks.
 */
export function withClock(before: Card, after: Card, now: number): Card {
  const isStopped = isSetAside(after);
  if (isDone(before) && !isDone(after)) {
    return { ...after, clock: { stops: isStopped ? [{ from: now }] : [], waitsFrom: now } };
  }
  if (isSetAside(before) === isStopped) return after;
  const { reminded: _again, ...clock } = after.clock ?? { stops: [] };
  const stops = isStopped
    ? [...clock.stops, { from: now }].slice(-mostStops)
    : clock.stops.map((stop) => ({ to: now, ...stop }));
  return { ...after, clock: { ...clock, stops } };
}

/** The card after people were reminded of all its acts up to a time (Unix ms). */
export function withReminded(card: Card, stage: ReminderStage, upTo: number): Card {
  const { clock = { stops: [] } } = card;
  return { ...card, clock: { ...clock, reminded: { ...clock.reminded, [stage]: upTo } } };
}
