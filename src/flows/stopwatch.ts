import type { Clock } from '../ports/due.js';

/** Says whether less than `mostMs` passed since now, by both clocks: a process that stood still must not go on. */
export function stopwatch(clock: Clock, mostMs: number): () => boolean {
  const wall = clock.now();
  const monotonic = clock.monotonic();
  return () => Math.max(clock.now() - wall, clock.monotonic() - monotonic) <= mostMs;
}
