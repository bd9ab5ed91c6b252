import { setTimeout as delay } from 'node:timers/promises';

interface Watch {
  /** Looks now, or goes on with the look that is under way. */
  now(): Promise<void>;
  /** Looks time and again until stopped. */
  start(): void;
  stop(): void;
}

/** Looks at something every `everyMs`; `look` must not throw. */
export function createWatch(look: () => Promise<void>, everyMs: number): Watch {
  const stopped = new AbortController();
  let looking: Promise<void> | undefined;

  function now(): Promise<void> {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      await now();
      await delay(everyMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  return { now, start: () => void run(), stop: () => stopped.abort() };
}
