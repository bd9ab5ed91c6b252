import type { MessageContent } from '../board/panel.js';
import { isCheckKey } from '../card/message.js';
import type { Desk } from '../desk/desk.js';
import { dayMs } from '../durations.js';
import { dutiesBetween } from '../rota/duty.js';
import { daysAround } from '../rota/local-time.js';
import { answerBy } from './deadlines.js';
import { nextEdgeAt } from './shift-edges.js';

/** A weekday names a day for so many days; after that its date does. */
const daysAhead = 7;

/**
 * The times after `now` (Unix ms) at which what a message shows may change by itself, earliest first: the midnights of the
 * next week, as times of another day stand with their day; the deadline of its card; and the next change of shift where the
 * text tells who is there.
 */
export function textChangesAt(content: MessageContent, desk: Desk, now: number): readonly number[] {
  const { rota } = desk;
  const midnights = daysAround(rota.timeZone, now, now, daysAhead).map((day) => day.at(0));
  const latest = midnights.at(-1) ?? now;
  const namesPresent = 'panel' in content ? content.panel.to !== undefined : isCheckKey(content.key);
  const times = [
    ...midnights,
    ...('card' in content ? [answerBy(desk, content.card) ?? now] : []),
    ...(namesPresent ? [nextEdgeAt(rota, now, latest)] : []),
  ];
  return times.filter((at) => at > now).toSorted((a, b) => a - b);
}

/**
 * When a Home changes by time alone (Unix ms): the next begin or end of a shift, midnight, or the next `deadline` of a card
 * that waits, where there is one.
 */
export function homeChangesAt(
  { rota }: Pick<Desk, 'rota'>,
  deadline: number | undefined,
  nowMs: number,
): number {
  const midnight = daysAround(rota.timeZone, nowMs, nowMs, 1).at(-1)?.at(0) ?? nowMs + dayMs;
  const edges = dutiesBetween(rota, nowMs, midnight).flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  return Math.min(midnight, ...[...edges, deadline ?? midnight].filter((ms) => ms > nowMs));
}
