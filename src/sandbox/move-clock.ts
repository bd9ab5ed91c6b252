import type { SandboxClock } from './clock.js';

/** Long enough to be quick, short enough that what is due in between happens in its order. */
const stepMs = 15 * 60_000;

/** Moves the clock to `to` in steps, and lets whoever follows it come to rest after each. */
export async function moveClock(
  clock: SandboxClock,
  to: number,
  settled: () => Promise<void>,
): Promise<void> {
  if (!(to >= clock.now())) {
    throw new RangeError(`The clock only goes forward: it is ${clock.now()}, and ${to} is before that.`);
  }
  for (let left = to - clock.now(); left > 0; left = to - clock.now()) {
    clock.advance(Math.min(left, stepMs));
    await settled();
  }
}
