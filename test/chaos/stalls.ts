import { slow } from './timings.js';

const everyMs = 50;
/** Half of what a call to a network may take: after a longer stall it may end by its deadline alone (real ms). */
const longMs = slow * 400;

/**
 * Tells each time that this process did not run for long, as on a machine that others use, and for how long (real ms). Gives what
 * ends it.
 */
export function watchStalls(told: (ms: number) => void): () => void {
  let last = performance.now();
  const look = () => {
    const lateMs = performance.now() - last - everyMs;
    last = performance.now();
    if (lateMs > longMs) told(Math.round(lateMs));
  };
  const timer = setInterval(look, everyMs).unref();
  return () => clearInterval(timer);
}
