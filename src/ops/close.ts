import { setTimeout as delay } from 'node:timers/promises';

interface Closing {
  /** Takes in nothing more, and resolves when what runs has ended. */
  readonly drain: () => Promise<unknown>;
  /** Cuts off what can be cut off, so that what runs records how far it came, and ends. */
  readonly cut: () => void;
  /** When it cuts, and when it is over whatever still hangs; real milliseconds from now. */
  readonly cutAfterMs: number;
  readonly overAfterMs: number;
}

/** Ends what runs: by itself if it can, cut off if it must, and always in time. Says whether all of it ended. */
export async function close({ drain, cut, cutAfterMs, overAfterMs }: Closing): Promise<boolean> {
  const over = new AbortController();
  const after = (ms: number) => delay(ms, undefined, { signal: over.signal }).catch(() => undefined);
  const ended = drain().then(
    () => true,
    () => false,
  );
  void after(cutAfterMs).then(() => {
    if (!over.signal.aborted) cut();
  });
  const inTime = await Promise.race([ended, after(overAfterMs).then(() => false)]);
  over.abort();
  return inTime;
}
