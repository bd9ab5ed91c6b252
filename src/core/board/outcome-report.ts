/** A share of all, as a range of it that holds with 95 % confidence; each from 0 to 1. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** How many `of` all did something, and between which shares of all that is (0 to 1). What is too few to be shown is missing. */
export interface Share {
  readonly of?: number;
  readonly count?: number;
  readonly range?: Range;
}

/** The groups that are compared. */
export const comparedGroups = ['greeted', 'hello', 'alone'] as const;
export type ComparedGroup = (typeof comparedGroups)[number];

/** Why a follow was left alone. */
export const aloneReasons = ['skipped', 'expired', 'muted', 'automated', 'unseen'] as const;
export type AloneReason = (typeof aloneReasons)[number];

/** What came of the follows of one group. */
export interface GroupFigures {
  /** Still following after 7 days, among those who were looked at then and whose account is there; and after 30 days. */
  readonly after7: Share;
  readonly after30: Share;
  /** Wrote to us in public within 30 days, among those for whom these are over. */
  readonly wrote: Share;
}

/** What came of the follows of some months: counts alone, of which small ones are left empty. Stored with its report. */
export interface OutcomeFigures {
  /** The months in which they followed, oldest first, such as `2026-11`. */
  readonly months: readonly string[];
  /** How many follows were looked at. */
  readonly people?: number;
  readonly groups: Readonly<Record<ComparedGroup, GroupFigures>>;
  /** How many were left alone, by why. */
  readonly reasons: Readonly<Partial<Record<AloneReason, number>>>;
  /** Accounts that are gone from the network, and follows of which nobody can say any more what came of them. */
  readonly gone?: number;
  readonly notKnown?: number;
  /**
   * Whether more or fewer of a group still followed after 30 days than of those who were left alone: said only where the two
   * ranges have nothing in common. Missing where one of the groups has too few.
   */
  readonly against: Readonly<Partial<Record<'greeted' | 'hello', 'more' | 'fewer' | 'cannot-tell'>>>;
}
