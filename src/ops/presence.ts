import { secondMs } from '../core/durations.js';
import type { Presses, PressKind } from '../ports/presses.js';
import { createWatch } from './watch.js';

/** How often a sign of life is given (ms). */
const everyMs = 5 * secondMs;

/**
 * Records for `doctor` that this process answers people in Slack while it has `connections` there, and what it answered. When
 * Redis is away nothing is recorded: that is told elsewhere.
 */
export function watchPresence(presses: Presses, connections: () => number) {
  const unrecorded = () => {};
  const { start, stop } = createWatch(async () => {
    if (connections() > 0) await presses.alive().catch(unrecorded);
  }, everyMs);
  return {
    start,
    stop,
    answered: (kind: PressKind): void => void presses.answered(kind).catch(unrecorded),
  };
}
