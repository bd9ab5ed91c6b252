import type { OpeningUse } from '../card/answered.js';
import type { FileId, PostId, SlackUserId } from '../ids.js';
import type { Topic } from '../post/topic.js';
import type { Weekday } from '../rota/local-time.js';
import type { OutcomeFigures } from './outcome-report.js';

/** What a report may be about: the last whole one of these on the desk's calendar. */
export const reportPeriods = ['week', 'month', 'quarter'] as const;
export type PeriodKind = (typeof reportPeriods)[number];

/** A week from Monday, a month or a quarter on the desk's calendar, from its first moment to the one after its last (Unix ms). */
export interface ReportPeriod {
  readonly kind: PeriodKind;
  readonly fromMs: number;
  readonly toMs: number;
}

/** What people do. */
export const reportedKinds = ['question', 'complaint', 'praise', 'other', 'private', 'follow'] as const;
export type ReportedKind = (typeof reportedKinds)[number];

/**
 * What became of it: answered `in-desk`, or `by-hand` in the network's own app; `greeted`, by an answer or by a hello to
 * everybody new; `left-alone`, because a person or the desk closed it without an answer; `removed` by its patron; or it
 * is `waiting`.
 */
export const reportedOutcomes = [
  'in-desk',
  'by-hand',
  'greeted',
  'left-alone',
  'removed',
  'waiting',
] as const;
export type ReportedOutcome = (typeof reportedOutcomes)[number];

/** Counts by name. A name that is missing counts from one to four: too few to be said of people. */
export type Counts<Name extends string> = Readonly<Partial<Record<Name, number>>>;

/** An hour of the day, or a block of hours that begins with it, over all days of the period. What is missing is too few to be said. */
export interface HourOfDay {
  /** 0 to 23, on the desk's wall clock. */
  readonly hour: number;
  readonly came?: number;
  /** How many of these waited past the standard. */
  readonly late?: number;
}

/** An hour of a weekday, or a block of hours that begins with it, with at least five posts. */
export interface HourOfWeek {
  readonly weekday: Weekday;
  readonly hour: number;
  readonly came: number;
}

/** A post that waited past the standard. */
export interface Slipped {
  readonly at: number;
  readonly topic: Topic | 'private';
  /** Undefined where nothing leads to it: it was private, or its patron removed it. */
  readonly post?: PostId;
  /** How long it waited in open hours (ms), until it was answered or until the report was made. */
  readonly waitedMs: number;
  readonly isAnswered: boolean;
}

/**
 * What happened at a desk in a time: figures alone, without a name, a word of anybody's or a person on the staff. Times are
 * Unix ms. It is stored in the message that shows it.
 */
export interface Report {
  readonly period: ReportPeriod;
  readonly madeAt: number;
  /** When the desk began to watch, where that was after the period began: nothing before that is known. */
  readonly begunAt?: number;
  /** How many acts there were; undefined for too few to be said. */
  readonly all?: number;
  readonly byKind: Counts<ReportedKind>;
  readonly byOutcome: Counts<ReportedOutcome>;
  /** How long answered posts waited in open hours (ms): half of them at most `half`, nine in ten at most `nineInTen`. */
  readonly waited?: { readonly half: number; readonly nineInTen: number };
  /** Of how many posts the standard is known to be kept or not, and by how many it was; undefined for too few. */
  readonly standard?: { readonly of: number; readonly kept: number };
  /** How many posts waited past the standard, and the newest of them. */
  readonly late: number;
  readonly slipped: readonly Slipped[];
  /** How many hours are counted together in `byHour` and `byWeekHour`; one where it is missing. */
  readonly hoursTogether?: number;
  /** All hours in which something came. */
  readonly byHour: readonly HourOfDay[];
  readonly byWeekHour: readonly HourOfWeek[];
  /** Of the answers that the desk sent: what became of their starters. */
  readonly openings: Counts<OpeningUse>;
  /** Public hellos: how many people they greeted, and how many answered; undefined for too few. */
  readonly hellos: { readonly count: number; readonly greeted?: number; readonly answers?: number };
  /** What the network has billed the desk in the UTC months that the period touches: "2026-11", in millionths of a dollar. */
  readonly bill?: readonly { readonly month: string; readonly microUsd: number }[];
  /** What came of follows; undefined where the desk does not look. */
  readonly outcomes?: OutcomeFigures;
}

/** What the message of a report shows besides its figures. */
export interface ReportMessage {
  readonly figures: Report;
  /** Its charts as they were uploaded, in their order; undefined while they were not tried. */
  readonly pictures?: readonly FileId[];
  /** Why it has none: Slack does not let the app upload files, or does not show them, or it failed. */
  readonly noPictures?: 'not-permitted' | 'failed' | 'refused';
  /** Who shared it in the channel, and when (Unix ms): in the private message, and in the one in the channel. */
  readonly shared?: { readonly by: SlackUserId; readonly at: number };
  /** It came by itself. */
  readonly weekly?: true;
}
