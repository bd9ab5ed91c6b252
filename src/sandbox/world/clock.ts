import { setMaxListeners } from 'node:events';

/** The sandbox's clock, in Unix ms. It can be moved forward, never back. */
export interface SandboxClock {
  readonly startedAt: number;
  /** How many of its milliseconds pass in one real millisecond; 0 when only `advance` moves it. */
  readonly speed: number;
  now(): number;
  /** Moves the clock forward. Throws RangeError when `ms` is negative or not a finite number. */
  advance(ms: number): void;
  /** Resolves when the clock reaches `at`. Never resolves after `ended` is aborted. Does not keep the process alive. */
  reaches(at: number, ended: AbortSignal): Promise<void>;
}

/** A clock that starts at `startAt` (Unix ms). With `speed` 0 only `advance` moves it. */
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
      // Real clocks give whole milliseconds, and callers may rely on that.
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
        // Any number of callers wait for the same end.
        setMaxListeners(0, ended);
        ended.addEventListener('abort', stop);
        look();
      });
    },
  };
}

/** Node fires a timer with a longer delay at once. */
const longestTimerMs = 2 ** 31 - 1;
