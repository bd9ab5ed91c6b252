/** Who is on shift, and when something begins or ends: what only the bot's side knows. */
export interface Calendar {
  readonly timeZone: string;
  readonly onShift: readonly { readonly user: string; readonly until?: number }[];
  /** Where the clock can be sent, with words for it ("Next shift: Ben, 13:00"). Times in ms. */
  readonly moments: readonly { readonly label: string; readonly at: number }[];
}

/** One step of the page's tour. */
export interface TourStep {
  readonly title: string;
  readonly says: string;
  /** Words of the button that makes `does` happen on X. */
  readonly button?: string;
  readonly does?: readonly { readonly act: string; readonly [argument: string]: unknown }[];
  /** What has to be seen before the next step: a sight whose key begins so (`ME` is the visitor) and holds all words. */
  readonly until?: { readonly key: string; readonly words: readonly string[] };
  /** Where the page looks during the step, as in its address. */
  readonly look?: Readonly<Record<string, string>>;
}

/** What whoever runs a bot against the sandboxes can tell them and do for them; every part may be missing. */
export interface Director {
  calendar?(now: number): Calendar;
  /** Resolves once the bot has nothing left to do at this time of the clock. */
  settled?(): Promise<void>;
  /** Brings the bot back to its beginning around the sandboxes' own reset. */
  reset?(sandboxes: () => Promise<void>): Promise<void>;
  /** A line for the top of the page. */
  readonly notice?: string;
  /** The page shows X alone: people have a Slack of their own. */
  readonly xAlone?: boolean;
  readonly tour?: readonly TourStep[];
}
