/** Something about a desk that wants a look, in one sentence. */
export interface DeskFinding {
  /** What it is about, without the dates on which it comes again: what has the same key is told once. */
  readonly key: string;
  readonly said: string;
  /** Printed when somebody asks, but not told by itself. */
  readonly note?: true;
}
