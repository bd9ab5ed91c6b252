/** The sandbox's wall clock: runs with the machine's, and can be moved forward, never back. Milliseconds. */
export interface SandboxClock {
  now(): number;
  /** Throws RangeError for a negative step. */
  advance(ms: number): void;
}

export function createClock(startAt: number = Date.now()): SandboxClock {
  let offset = startAt - Date.now();
  return {
    now: () => Date.now() + offset,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`The clock only goes forward; ${ms} ms is refused.`);
      offset += ms;
    },
  };
}
