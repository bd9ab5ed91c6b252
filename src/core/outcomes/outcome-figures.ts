import { aloneReasons, type GroupFigures, type OutcomeFigures, type Share } from '../board/outcome-report.js';
import { dayMs } from '../durations.js';
import { type Outcome, type OutcomeMonth, outcomeNamed } from './outcome-month.js';
import { overlap, wilson } from './wilson.js';

/** A number below this stays empty: it would say what single people did. */
const leastShown = 5;
/** Of fewer than this no share is said: its range reaches over more than half of all that is possible. */
const leastToTell = 10;

/** How long a month's follows are looked at after its end (ms): 30 days, until the look of that day. */
const lookedAtForMs = 31 * dayMs;

/**
 * What came of follows, for a report over a period (Unix ms, `toMs` not included): of all months of which some follow was made
 * or looked at in it, as far as they are looked at by now.
 */
export function outcomeFigures(
  months: readonly OutcomeMonth[],
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): OutcomeFigures {
  const within = months.filter((one) => one.fromMs < toMs && one.toMs + lookedAtForMs > fromMs);
  const all = within.flatMap(outcomesOf);
  const known = all.filter((one) => one.group !== 'not-known');
  const groups = {
    greeted: figuresOf(known.filter(({ group }) => group === 'greeted')),
    hello: figuresOf(known.filter(({ group }) => group === 'hello')),
    alone: figuresOf(known.filter(({ group }) => aloneReasons.some((one) => one === group))),
  };
  const reasons = aloneReasons.flatMap((reason) => {
    const count = shown(known.filter(({ group }) => group === reason).length);
    return count === undefined ? [] : [[reason, count] as const];
  });
  const gone = shown(known.filter(isGone).length);
  const notKnown = shown(all.length - known.length);
  const people = shown(all.length);
  return {
    months: within.map(({ id }) => id),
    ...(people !== undefined && { people }),
    groups,
    reasons: Object.fromEntries(reasons),
    ...(gone !== undefined && { gone }),
    ...(notKnown !== undefined && { notKnown }),
    against: { ...against('greeted', groups), ...against('hello', groups) },
  };
}

/** An outcome; `isOver`: its 30 days are over. */
type Known = Outcome & { readonly isOver: boolean };

/** All outcomes of a month, those included of which 7 days are known so far. */
function outcomesOf({ counts, ended, followed }: OutcomeMonth): readonly Known[] {
  const over = Object.entries(counts).flatMap(([name, count]) => Array<string>(count).fill(name));
  const names = [...over, ...ended.map(({ outcome }) => outcome)];
  const begun = followed.flatMap(({ after7, group }): Known[] =>
    after7 && group ? [{ after7, group, after30: 'not-known', wrote: 'not-known', isOver: false }] : [],
  );
  return [...names.map((name) => ({ ...outcomeNamed(name), isOver: true })), ...begun];
}

const isGone = ({ after7, after30 }: Outcome): boolean => after7 === 'gone' || after30 === 'gone';

function figuresOf(all: readonly Known[]): GroupFigures {
  const over = all.filter((one) => one.wrote !== 'not-known' && !isGone(one));
  return {
    after7: stillFollowing(all.map(({ after7 }) => after7)),
    after30: stillFollowing(all.filter(({ isOver }) => isOver).map(({ after30 }) => after30)),
    wrote: share(over.filter(({ wrote }) => wrote !== 'no').length, over.length),
  };
}

/** Whose account is gone has not left us, and says nothing. Nor does whom nobody looked at. */
function stillFollowing(found: readonly Outcome['after7'][]): Share {
  const follow = found.filter((one) => one === 'follows').length;
  return share(follow, follow + found.filter((one) => one === 'left').length);
}

function share(count: number, of: number): Share {
  if (of < leastShown) return {};
  return of < leastToTell || count < leastShown ? { of } : { of, count, range: wilson(count, of) };
}

const shown = (count: number): number | undefined => (count < leastShown ? undefined : count);

/** Whether a share is of enough people to be said. */
export const canTell = ({ of = 0 }: Share): boolean => of >= leastToTell;

function against(
  group: 'greeted' | 'hello',
  groups: OutcomeFigures['groups'],
): Partial<Record<'greeted' | 'hello', 'more' | 'fewer' | 'cannot-tell'>> {
  const { range: theirs } = groups[group].after30;
  const { range: alone } = groups.alone.after30;
  if (!theirs || !alone) return {};
  if (overlap(theirs, alone)) return { [group]: 'cannot-tell' };
  return { [group]: theirs.low > alone.high ? 'more' : 'fewer' };
}
