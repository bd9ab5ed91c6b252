import type { Card } from '../card/card.js';
import { type ClockStop, isSetAside, type ReminderStage } from '../card/card-clock.js';
import { unanswered } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import { afterOpenTime, openTimeBetween } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';

/** Whoever is on shift is reminded when a card has waited as long as it may, the fallback person after twice that. */
export const stages: readonly ReminderStage[] = ['shift', 'fallback'];
const standardsPassed: Readonly<Record<ReminderStage, number>> = { shift: 1, fallback: 2 };

/** Whether a card waits for whoever comes: to answer it, or to check what a colleague wrote. */
export const waitsForShift = (card: Card): boolean =>
  !isSetAside(card) &&
  (card.state === 'open' || (card.state === 'in-review' && card.review?.reviewer === undefined));

/**
 * When somebody is to be reminded of a card at a stage, for what was said since the last time. What was late before it was
 * set aside is late again when it comes back.
 */
export const overdueAt = (
  desk: Pick<Desk, 'rota' | 'responseTargets'>,
  card: Card,
  stage: ReminderStage,
): number | undefined =>
  waitsForShift(card)
    ? answerBy(desk, card, card.clock?.reminded?.[stage], standardsPassed[stage])
    : undefined;

/** How long what waits on a card may wait (ms of open time); undefined when nothing has a standard. */
export function responseTargetOf(
  { responseTargets }: Pick<Desk, 'responseTargets'>,
  card: Card,
): number | undefined {
  const waits = unanswered(card).flatMap(
    (act) => (act.kind === 'mention' && responseTargets[act.topic]) || [],
  );
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

/**
 * By when somebody is to answer a card: the earliest moment by which one of its acts has waited as long as it may, while
 * the card's clock ran. Undefined when nothing on it has a standard, the clock stands, or the library does not open for so
 * long.
 */
export function answerBy(
  { rota, responseTargets }: Pick<Desk, 'rota' | 'responseTargets'>,
  card: Card,
  since = Number.NEGATIVE_INFINITY,
  standardsPassed = 1,
): number | undefined {
  const times = unanswered(card).flatMap((act) => {
    const waitMs = act.kind === 'mention' && act.at > since ? responseTargets[act.topic] : undefined;
    if (waitMs === undefined) return [];
    const from = Math.max(act.at, card.clock?.waitsFrom ?? act.at);
    return openTimePassedAt(rota, from, waitMs * standardsPassed, card.clock?.stops) ?? [];
  });
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * When so much open time has passed since `fromMs` on a clock that stood meanwhile, and not before the last of its stops
 * ended. Undefined while it stands, or when the library does not open for so long.
 */
export function openTimePassedAt(
  rota: Rota,
  fromMs: number,
  openMs: number,
  stops: readonly ClockStop[] = [],
): number | undefined {
  const known = times.get(rota) ?? new Map<string, number | undefined>();
  times.set(rota, known.size < mostKnown ? known : new Map());
  const asked = JSON.stringify([fromMs, openMs, stops]);
  if (!known.has(asked)) known.set(asked, computed(rota, fromMs, openMs, stops));
  return known.get(asked);
}

/** Each write of a card asks for the same again, and Temporal takes a millisecond for it. */
const times = new WeakMap<Rota, Map<string, number | undefined>>();
const mostKnown = 10_000;

function computed(
  rota: Rota,
  fromMs: number,
  openMs: number,
  stops: readonly ClockStop[],
): number | undefined {
  let from = fromMs;
  let left = openMs;
  for (const stop of stops) {
    if (stop.to === undefined) return undefined;
    if (stop.to <= from) continue;
    left -= Math.min(left, openTimeBetween(rota, from, Math.max(from, stop.from)));
    from = stop.to;
  }
  return afterOpenTime(rota, from, left);
}
