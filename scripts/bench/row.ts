/** How a figure is written: milliseconds, a number a second, dollars, billed reads, bytes, a share of one, or a count. */
export type Unit =
  | 'ms'
  | 'per s'
  | 'usd'
  | 'reads'
  | 'reads each'
  | 'bytes'
  | 'bytes each'
  | 'share'
  | 'count';

/** Of the ratio to the baseline where there is one, else of the figure itself, in its unit. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** What was measured in one round: the desk, and its baseline in the same minute. */
export interface Round {
  readonly measured: number;
  readonly baseline?: number;
}

/** One thing that was measured. */
export interface Row {
  /** The group of the file that measures it, as `--only` names it. */
  readonly group: Group;
  readonly row: string;
  readonly measured: number;
  readonly unit: Unit;
  /** The simplest honest program that does the same, and its figure in the same unit. */
  readonly baseline?: { readonly what: string; readonly value: number };
  /** Where there were several; `measured` and `baseline.value` are then their medians. */
  readonly rounds?: readonly Round[];
  /** What is promised; without a goal the row is there to be seen. */
  readonly goal?: Goal;
  /** What a reader has to know to trust the figure. */
  readonly note?: string;
}

/** What each group of rows is given. A group is a file that exports `<group>Rows(context): Promise<readonly Row[]>`. */
export interface BenchContext {
  readonly redisUrl: string;
  /** Shorter, and less firm. */
  readonly quick: boolean;
  /** Tells whoever waits how far it is, in a few words. */
  say(progress: string): void;
}

export const groups = ['press', 'cards', 'send', 'cost', 'scale', 'idle', 'start', 'page'] as const;
export type Group = (typeof groups)[number];
