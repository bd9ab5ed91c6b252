import { setImmediate as turnEnd } from 'node:timers/promises';

/**
 * Reads something once for all who ask in the same turn of the event loop: what each is given was read after they asked, and
 * nobody waits for the reads of others.
 */
export function sharedReads<T>(read: () => Promise<T>): () => Promise<T> {
  let next: Promise<T> | undefined;
  const begin = () => {
    next = undefined;
    return read();
  };
  return () => {
    next ??= turnEnd().then(begin);
    return next;
  };
}
