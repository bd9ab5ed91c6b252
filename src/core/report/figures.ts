import {
  type Counts,
  type Report,
  type ReportPeriod,
  reportedKinds,
  reportedOutcomes,
} from '../board/report.js';
import { type OpeningUse, openingUses } from '../card/answered.js';
import type { Hello } from '../card/card.js';
import { type ReportedAct, slippedOf } from './acts.js';
import { fewest, sayable, withoutFew } from './few.js';
import { hoursOf } from './hours.js';

/** What a report is made of. */
export interface Reported {
  readonly acts: readonly ReportedAct[];
  readonly openings: readonly OpeningUse[];
  /** The hellos that are out. */
  readonly hellos: readonly Hello[];
  readonly bill?: Report['bill'];
  readonly outcomes?: Report['outcomes'];
  /** When the desk began to watch (Unix ms). */
  readonly begunAt: number;
}

/** Posts that a report links to: more would make a message that nobody reads. */
export const mostSlipped = 10;

/** The figures of a period, at `now` (Unix ms). */
export function reportOf(
  period: ReportPeriod,
  { acts, openings, hellos, bill, begunAt, outcomes }: Reported,
  now: number,
): Report {
  const late = acts.filter(({ isLate }) => isLate).toSorted((a, b) => b.at - a.at);
  const judged = acts.filter(({ isLate }) => isLate !== undefined).length;
  const waits = acts.filter(isAnsweredPost).map(({ waitedMs }) => waitedMs);
  const written = acts.filter(({ kind }) => kind !== 'follow');
  const sums = (of: (hello: Hello) => number | undefined) =>
    hellos.reduce((sum, one) => sum + (of(one) ?? 0), 0);
  return {
    period,
    madeAt: now,
    ...(begunAt > period.fromMs ? { begunAt } : {}),
    ...sayableAs('all', acts.length),
    byKind: withoutFew(countBy(acts, reportedKinds, ({ kind }) => kind)),
    byOutcome: withoutFew(countBy(acts, reportedOutcomes, ({ outcome }) => outcome)),
    ...(waits.length >= fewest
      ? { waited: { half: shareOf(waits, 0.5), nineInTen: shareOf(waits, 0.9) } }
      : {}),
    ...(judged >= fewest ? { standard: { of: judged, kept: judged - late.length } } : {}),
    late: late.length,
    slipped: late.slice(0, mostSlipped).map(slippedOf),
    ...hoursOf(written),
    openings: withoutFew(countBy(openings, openingUses, (use) => use)),
    hellos: {
      count: hellos.length,
      ...sayableAs(
        'greeted',
        sums(({ greeted }) => greeted),
      ),
      ...sayableAs(
        'answers',
        sums(({ answers }) => answers),
      ),
    },
    ...(bill ? { bill } : {}),
    ...(outcomes ? { outcomes } : {}),
  };
}

const sayableAs = <Name extends string>(name: Name, count: number): Counts<Name> =>
  (sayable(count) === undefined ? {} : { [name]: count }) as Counts<Name>;

const isAnsweredPost = ({ kind, outcome }: ReportedAct): boolean =>
  kind !== 'follow' && (outcome === 'in-desk' || outcome === 'by-hand');

/** The smallest of the values that at least this share of them does not pass (nearest rank). */
export function shareOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

function countBy<Name extends string, One>(
  all: readonly One[],
  names: readonly Name[],
  nameOf: (one: One) => Name,
): Readonly<Record<Name, number>> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const one of all) counts[nameOf(one)] += 1;
  return counts;
}
