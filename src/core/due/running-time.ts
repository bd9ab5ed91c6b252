import type { Stop } from '../card/card-clock.js';
import { afterOpenTime, openTimeBetween } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';

/**
 * When so much open time has passed since `fromMs` on a clock that stood meanwhile, and not before the last of its stops
 * ended. Undefined while it stands, or when the library does not open for so long.
 */
export function afterRunning(
  rota: Rota,
  fromMs: number,
  openMs: number,
  stops: readonly Stop[] = [],
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

function computed(rota: Rota, fromMs: number, openMs: number, stops: readonly Stop[]): number | undefined {
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
