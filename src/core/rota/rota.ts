import type { Weekday } from './local-time.js';

/** Minutes since local midnight; `toMinute` is above 1440 when the interval crosses midnight. */
export interface Interval {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface StaffMember {
  readonly key: string;
  readonly slackId: string;
  readonly name: string;
  /** "" for none: with `shared` whoever writes puts their own. */
  readonly signature: string;
  /** Several people use this account, as on a tablet at the help desk. */
  readonly shared?: true;
  /** What desk.yaml leaves to Slack; until that is read the name is the key, and nothing is signed. */
  readonly unsaid?: readonly ('name' | 'signature')[];
  readonly lead: boolean;
  readonly trainee: boolean;
  readonly xSignIn: boolean;
  /** A rota that is kept elsewhere may name them by it. */
  readonly email?: string;
}

export interface Shift {
  readonly days: readonly Weekday[];
  readonly at: readonly Interval[];
  /** Keys of staff members. */
  readonly who: readonly string[];
  /** Only in every so many weeks, Monday to Sunday, counted from the week of an ISO date, and not before that date. */
  readonly every?: { readonly weeks: number; readonly from: string };
  /** Only on the so-manieth of its weekday in a month, such as the last Saturday. */
  readonly nth?: number | 'last';
}

/** The library is closed from one day to another, both included: from local midnight to local midnight. */
export interface Closure {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** A shift of one date, from a rota that is kept elsewhere. */
export interface DatedShift {
  readonly fromMs: number;
  readonly toMs: number;
  /** Keys of staff members. */
  readonly who: readonly string[];
}

/** Somebody takes a colleague's place for a while: where the colleague would be on, and only there. */
export interface Cover {
  readonly fromMs: number;
  readonly toMs: number;
  /** Keys of staff members. */
  readonly of: string;
  readonly by: string;
}

export interface Rota {
  readonly timeZone: string;
  readonly openHours: Readonly<Record<Weekday, readonly Interval[]>>;
  /** Cut from open hours and from shifts. */
  readonly closures: readonly Closure[];
  readonly staff: readonly StaffMember[];
  readonly shifts: readonly Shift[];
  /** Where there are any, they stand in place of `shifts`. */
  readonly dated: readonly DatedShift[];
  /** Applied in this order: a cover can itself be covered. */
  readonly covers: readonly Cover[];
}
