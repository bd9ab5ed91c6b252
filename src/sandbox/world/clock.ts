/** The sandbox's wall clock: runs with the machine's or faster, and can be moved forward, never back. Milliseconds. */
export interface SandboxClock {
  readonly startedAt: number;
  /** How many of its milliseconds pass in one of the machine's; 0 when it stands still. */
  readonly speed: number;
  now(): number;
  /** Throws RangeError for a step that is negative or no number. */
  advance(ms: number): void;
  /** Resolves once the clock has come to `at`; never, once `ended` is aborted. Keeps no process alive. */
  reaches(at: number, ended: AbortSignal): Promise<void>;
}

/** A clock with `speed` 0 stands still and goes only where `advance` moves it. */
export function createClock(startAt: number = Date.now(), speed = 1): SandboxClock {
  const begunAt = Date.now();
  let offset = startAt;
  const now = () => Math.floor((Date.now() - begunAt) * speed) + offset;
  const waiting = new Set<() => void>();
  return {
    startedAt: startAt,
    speed,
    now,
    advance(ms) {
      if (!(ms >= 0 && Number.isFinite(ms))) {
        throw new RangeError(`The clock only goes forward, by 0 ms or more; ${ms} is refused.`);
      }
      // Clocks of machines have whole milliseconds, and whoever reads this one may count on that.
      offset += Math.round(ms);
      for (const look of [...waiting]) look();
    },
    reaches(at, ended) {
      return new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const stop = () => {
          clearTimeout(timer);
          waiting.delete(look);
          ended.removeEventListener('abort', stop);
        };
        const look = () => {
          clearTimeout(timer);
          const left = at - now();
          if (left <= 0) {
            stop();
            resolve();
          } else if (speed > 0) {
            timer = setTimeout(look, Math.min(left / speed, longestTimerMs)).unref();
          }
        };
        if (ended.aborted) return;
        waiting.add(look);
        ended.addEventListener('abort', stop);
        look();
      });
    },
  };
}

/** Node fires longer timers at once. */
const longestTimerMs = 2 ** 31 - 1;
