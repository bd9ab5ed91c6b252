/**
 * Reads something for several who ask at about the same time. Whoever asks during a read waits for the next one, which all of
 * them share: what each is given was read after they asked. Who asks alone waits for nobody.
 */
export function sharedReads<T>(read: () => Promise<T>): () => Promise<T> {
  let underway: Promise<T> | undefined;
  let next: Promise<T> | undefined;

  function begin(): Promise<T> {
    const one = read();
    underway = one;
    const ended = () => {
      if (underway === one) underway = undefined;
    };
    one.then(ended, ended);
    return one;
  }

  function afterThat(): Promise<T> {
    next = undefined;
    return begin();
  }

  return () => {
    if (!underway) return begin();
    next ??= underway.then(afterThat, afterThat);
    return next;
  };
}
