/** What a shell answers for a program that Ctrl-C ended. */
export const interruptedCode = 130;

interface Ending {
  /** Aborted when somebody asks the program to end. */
  readonly stopped: AbortSignal;
  /** Runs what leaves something behind until it has ended: then the program ends only after it. */
  guard<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Ends the process when somebody asks for it: at once, or after what is guarded, of which `tell` is told. A second time it ends
 * in any case.
 */
export function endOnRequest(tell: () => void): Ending {
  const stopping = new AbortController();
  let guarded = 0;
  function stop(): void {
    const isFirst = !stopping.signal.aborted;
    stopping.abort();
    if (guarded === 0 || !isFirst) process.exit(interruptedCode);
    tell();
  }
  // SIGHUP: the terminal was closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return {
    stopped: stopping.signal,
    async guard(work) {
      guarded += 1;
      try {
        return await work();
      } finally {
        guarded -= 1;
      }
    },
  };
}
