import type { SandboxClock } from '../world/clock.js';

/** Short enough that what is due in between happens in its order; a whole night goes in longer ones. */
const stepMs = 15 * 60_000;
const mostSteps = 20;

/** Moves the clock to `to` in steps, and lets whoever follows it come to rest after each. */
export async function moveClock(
  clock: SandboxClock,
  to: number,
  settled: () => Promise<void>,
): Promise<void> {
  if (!(to >= clock.now())) {
    throw new RangeError(`The clock only goes forward: it is ${clock.now()}, and ${to} is before that.`);
  }
  const step = Math.max(stepMs, Math.ceil((to - clock.now()) / mostSteps));
  for (let left = to - clock.now(); left > 0; left = to - clock.now()) {
    clock.advance(Math.min(left, step));
    await settled();
  }
}
