/** Who is on shift, and when something begins or ends: only the bot knows that. */
export interface Calendar {
  readonly timeZone: string;
  readonly onShift: readonly { readonly user: string; readonly until?: number }[];
  /** The times that the clock can be moved to (Unix ms), with words for each ("Next shift: Ben, 13:00"). */
  readonly moments: readonly { readonly label: string; readonly at: number }[];
}

/** One step of the page's tour. */
export interface TourStep {
  readonly title: string;
  readonly says: string;
  /** Words of the button that makes `does` happen on X. */
  readonly button?: string;
  readonly does?: readonly { readonly act: string; readonly [argument: string]: unknown }[];
  /** The next step comes when a sight whose key begins with `key` (`ME` is the visitor) holds all `words`. */
  readonly until?: { readonly key: string; readonly words: readonly string[] };
  /** Where the page looks during the step, as in its address. */
  readonly look?: Readonly<Record<string, string>>;
}

/** What the program that runs a bot tells the sandboxes and does for them; every part may be missing. */
export interface Director {
  calendar?(now: number): Calendar;
  /** Resolves once the bot has nothing left to do at this time of the clock. */
  settled?(): Promise<void>;
  /** Brings the bot back to its beginning around the sandboxes' own reset. */
  reset?(sandboxes: () => Promise<void>): Promise<void>;
  /** A line for the top of the page. */
  readonly notice?: string;
  /** The network of the desk in each channel (ids), which the page's right side wears. By default X. */
  readonly networks?: Readonly<Record<string, 'x' | 'bluesky'>>;
  /** The page shows this network alone: people have a Slack of their own. */
  readonly alone?: 'x' | 'bluesky';
  readonly tour?: readonly TourStep[];
}
