import type { AccountId } from '../ids.js';

/** How many of a month's follows are looked at again. */
export const sampleSize = 40;

/**
 * What the library did about a follow. `greeted`: an answer of their own; `hello`: a hello to all; the others were left alone:
 * `skipped` by a colleague, `expired` because nobody got to it in time, `muted`, `automated` because the account looks so,
 * `unseen` because too many followed while the desk stood still. `not-known`: nobody can tell any more. The names are stored.
 */
export const outcomeGroups = [
  'greeted',
  'hello',
  'skipped',
  'expired',
  'muted',
  'automated',
  'unseen',
  'not-known',
] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

/** What a look found: they follow us, they do not, the account is gone from the network, or nobody looked in time. Stored. */
export type Found = 'follows' | 'left' | 'gone' | 'not-known';

/** What came of one follow, without whose it was. `wrote`: within how many days they wrote to us in public. */
export interface Outcome {
  readonly group: OutcomeGroup;
  readonly after7: Found;
  readonly after30: Found;
  readonly wrote: '7' | '30' | 'no' | 'not-known';
}

/** A follow that is still looked at, with whose it is. Field names are stored. */
export interface Followed {
  readonly person: AccountId;
  /** When the desk saw it (Unix ms). */
  readonly at: number;
  readonly draw: number;
  readonly automated?: true;
  /** It has no message in Slack: too many followed while the desk stood still. */
  readonly unseen?: true;
  /** Since the look after 7 days: what was done about it, what the look found, and whether they had written by then. */
  readonly group?: OutcomeGroup;
  readonly after7?: Found;
  readonly wrote7?: true;
}

/**
 * The follows of one month that are looked at again: those with the smallest draws. A draw is a random number of each person,
 * so whoever follows has the same chance, whenever in the month they do, and a follow that is read twice counts once.
 */
export interface OutcomeMonth {
  /** Such as `2026-11`, by the desk's calendar. */
  readonly id: string;
  readonly format: 1;
  /** The month (Unix ms); it ends before `toMs`. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Makes the draws; gone when the month is over. */
  readonly secret?: string;
  readonly followed: readonly Followed[];
  /** Outcomes of this month that a smaller draw may still put out, without whose they are. */
  readonly ended: readonly { readonly draw: number; readonly outcome: string }[];
  /** How many follows had each outcome, by its name. */
  readonly counts: Readonly<Record<string, number>>;
}

export const newMonth = (given: Pick<OutcomeMonth, 'id' | 'fromMs' | 'toMs' | 'secret'>): OutcomeMonth => ({
  ...given,
  format: 1,
  followed: [],
  ended: [],
  counts: {},
});

/** The name of an outcome, under which it is counted. */
export const nameOfOutcome = ({ group, after7, after30, wrote }: Outcome): string =>
  [group, after7, after30, wrote].join(' ');

/** An outcome by its name. */
export function outcomeNamed(name: string): Outcome {
  const [group, after7, after30, wrote] = name.split(' ');
  return { group, after7, after30, wrote } as Outcome;
}

/** The month with one more follow, if its draw is among the smallest. The same when it is not, or was offered before. */
export function withFollow(month: OutcomeMonth, follow: Followed): OutcomeMonth {
  const { ended, followed } = month;
  const { draw, person } = follow;
  if (followed.some((one) => one.person === person) || ended.some((one) => one.draw === draw)) return month;
  const draws = [...followed, ...ended].map((one) => one.draw);
  if (draws.length < sampleSize) return { ...month, followed: [...followed, follow] };
  const largest = Math.max(...draws);
  if (draw > largest) return month;
  const stays = (one: { readonly draw: number }) => one.draw !== largest;
  return { ...month, followed: [...followed.filter(stays), follow], ended: ended.filter(stays) };
}

/** The month where a follow has come to its end: what came of it is counted, and whose it was is not kept. */
export function withOutcome(month: OutcomeMonth, { draw, person }: Followed, outcome: Outcome): OutcomeMonth {
  return {
    ...month,
    followed: month.followed.filter((one) => one.person !== person),
    ended: [...month.ended, { draw, outcome: nameOfOutcome(outcome) }],
  };
}

/** The month once it is over: no draw puts anything out any more, so that outcomes are mere counts. The same before. */
export function settled(month: OutcomeMonth, now: number): OutcomeMonth {
  if (now < month.toMs || (month.secret === undefined && month.ended.length === 0)) return month;
  const { secret: _, ...rest } = month;
  const counts: Record<string, number> = { ...month.counts };
  for (const { outcome } of month.ended) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return { ...rest, ended: [], counts };
}
