/** A stretch of time in which something has to happen again and again (all in ms). */
export interface Watched {
  readonly from: number;
  readonly until: number;
  readonly everyMs: number;
  /** So much later than due is still in time. */
  readonly lateMs: number;
}

/** How often something did not happen that was due `everyMs` after the last time, by the times when it happened. */
export function missed(times: readonly number[], { from, until, everyMs, lateMs }: Watched): number {
  const within = times.filter((at) => at >= from && at <= until).sort((a, b) => a - b);
  const marks = [from, ...within, until];
  return marks.reduce((sum, at, n) => {
    const waited = at - (marks[n - 1] ?? at) - lateMs;
    return sum + Math.max(0, Math.floor(waited / everyMs));
  }, 0);
}
