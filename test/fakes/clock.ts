import type { Clock } from '../../src/ports/due.js';
import { tuesday } from '../build.js';

export interface FakeClock extends Clock {
  /** Moves both the wall clock and the monotonic clock. */
  pass(ms: number): void;
}

/** A clock that only `pass` moves. */
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
