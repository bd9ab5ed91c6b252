/** The sandbox's wall clock: runs with the machine's, and can be moved forward, never back. Milliseconds. */
export interface SandboxClock {
  readonly startedAt: number;
  now(): number;
  /** Throws RangeError for a step that is negative or no number. */
  advance(ms: number): void;
  /** Resolves once the clock has come to `at`; never, once `ended` is aborted. Keeps no process alive. */
  reaches(at: number, ended: AbortSignal): Promise<void>;
}

/** A clock that stands `still` goes only where `advance` moves it. */
export function createClock(startAt: number = Date.now(), still = false): SandboxClock {
  const machine = still ? () => 0 : () => Date.now();
  let offset = startAt - machine();
  const now = () => machine() + offset;
  const waiting = new Set<() => void>();
  return {
    startedAt: startAt,
    now,
    advance(ms) {
      if (!(ms >= 0 && Number.isFinite(ms))) {
        throw new RangeError(`The clock only goes forward, by 0 ms or more; ${ms} is refused.`);
      }
      offset += ms;
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
          } else if (!still) {
            timer = setTimeout(look, Math.min(left, longestTimerMs)).unref();
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
