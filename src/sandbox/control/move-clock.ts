import type { SandboxClock } from '../world/clock.js';

/** Short, so that what is due on the way happens in its order. When the way is long, the steps are longer. */
const stepMs = 15 * 60_000;
const mostSteps = 20;

/** Moves the clock to `to` (Unix ms) in steps, and waits for `settled` after each. Throws RangeError for an earlier time. */
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
