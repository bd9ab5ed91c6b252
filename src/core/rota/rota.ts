import type { Weekday } from './local-time.js';

/** Minutes since local midnight; `toMinute` is above 1440 when the interval crosses midnight. */
export interface Interval {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Somebody on the staff list of desk.yaml. */
export interface StaffMember {
  readonly key: string;
  readonly slackId: string;
  readonly name: string;
  /** "" for none: with `shared` each writer types their own. */
  readonly signature: string;
  /** Several people use this account, as on a tablet at the help desk. */
  readonly shared?: true;
  /** What desk.yaml leaves to Slack. Until Slack was read, the name is the key and the signature is empty. */
  readonly unsaid?: readonly ('name' | 'signature')[];
  readonly lead: boolean;
  readonly trainee: boolean;
  readonly xSignIn: boolean;
  /** They left the desk's channel: they may still answer, but are not on shift, and nobody calls or asks them. */
  readonly gone?: true;
  /** A calendar may name them by it. */
  readonly email?: string;
}

/** A shift that repeats. */
export interface Shift {
  readonly days: readonly Weekday[];
  readonly at: readonly Interval[];
  /** Keys of staff members. */
  readonly who: readonly string[];
  /** Only every `weeks` weeks (Monday to Sunday), counted from the week of the ISO date `from`, and not before that date. */
  readonly every?: { readonly weeks: number; readonly from: string };
  /** Only on the 1st, 2nd, … or last of its weekday in a month, such as the last Saturday. */
  readonly nth?: number | 'last';
}

/** Days on which the library is closed, the first and the last included. */
export interface Closure {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** A shift on one date, from a calendar. */
export interface DatedShift {
  readonly fromMs: number;
  readonly toMs: number;
  /** Keys of staff members. */
  readonly who: readonly string[];
}

/** `by` takes the place of `of` for a span, as far as `of` would be on shift in it. */
export interface Cover {
  readonly fromMs: number;
  readonly toMs: number;
  /** Keys of staff members. */
  readonly of: string;
  readonly by: string;
}

/** Who is on shift when, and when the library is open. */
export interface Rota {
  readonly timeZone: string;
  readonly openHours: Readonly<Record<Weekday, readonly Interval[]>>;
  /** Cut from open hours and from shifts. */
  readonly closures: readonly Closure[];
  readonly staff: readonly StaffMember[];
  readonly shifts: readonly Shift[];
  /** If there are any, `shifts` do not count. */
  readonly dated: readonly DatedShift[];
  /** Applied in this order: a cover can itself be covered. */
  readonly covers: readonly Cover[];
}
