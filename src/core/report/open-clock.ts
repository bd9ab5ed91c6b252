import type { ClockStop } from '../card/card-clock.js';
import { openSpansBetween } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';

/**
 * How much open time (ms) lies between two moments of a time, without the stops (all Unix ms). It counts as the deadlines of
 * cards do, but reads the opening hours once for thousands of acts.
 */
export type OpenClock = (fromMs: number, toMs: number, stops?: readonly ClockStop[]) => number;

/** The clock of a desk for all moments from `fromMs` to `toMs` (Unix ms). */
export function openClock(rota: Rota, fromMs: number, toMs: number): OpenClock {
  const spans = openSpansBetween(rota, fromMs, toMs);
  const before: number[] = [];
  let sum = 0;
  for (const span of spans) {
    before.push(sum);
    sum += span.toMs - span.fromMs;
  }
  /** How much open time has passed at a moment. */
  const passed = (ms: number): number => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.fromMs ?? ms) < ms) low = middle + 1;
      else high = middle;
    }
    const span = spans[low - 1];
    return span ? (before[low - 1] ?? 0) + Math.min(ms, span.toMs) - span.fromMs : 0;
  };
  const between = (from: number, to: number) => Math.max(0, passed(to) - passed(from));
  return (from, to, stops = []) => {
    const stopped = stops.map((stop) => between(Math.max(from, stop.from), Math.min(to, stop.to ?? to)));
    return between(from, to) - stopped.reduce((all, one) => all + one, 0);
  };
}
