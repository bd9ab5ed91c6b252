import type { Clock } from '../../src/ports/due.js';
import { tuesday } from '../build.js';

export interface FakeClock extends Clock {
  /** Time passes, by the wall and by the monotonic clock. */
  pass(ms: number): void;
}

/** A clock that stands still until time is told to pass. */
export function fakeClock(at = tuesday): FakeClock {
  let passed = 0;
  return {
    now: () => at + passed,
    monotonic: () => passed,
    pass: (ms) => {
      passed += ms;
    },
  };
}
