import ICAL from 'ical.js';

/** Steps of ical.js in one rule: days, months and years passed, and times tried. 18 years of a numbered day take 50 ms. */
const MOST_STEPS = 20_000;

/**
 * The times of a rule from `start` on, in order, as long as `isWanted` says so of them. Throws TypeError for a rule that
 * goes on for too long without an end, or finds no time at all.
 */
export function timesOfRule(
  rule: ICAL.Recur,
  start: ICAL.Time,
  isWanted: (time: string) => boolean,
): string[] {
  // No shift is as short, and to count so many takes long.
  if (rule.freq === 'SECONDLY' || rule.freq === 'MINUTELY') throw new TypeError(tooOften);
  const found: string[] = [];
  let left = MOST_STEPS;
  const step: Step = (count = 1) => {
    left -= count;
    // The first time is the event's own beginning, whether the rule fits it or not.
    if (left < 0) throw new TypeError(found.length > 1 ? tooOften : noDay);
  };
  const iterator = counted(rule, start, step);
  for (let time = iterator.next()?.toString(); time !== undefined; time = iterator.next()?.toString()) {
    if (!isWanted(time)) return found;
    found.push(time);
  }
  const mayEnd = rule.until !== null || rule.count !== null;
  if (found.length === 0 && !mayEnd) throw new TypeError(noDay);
  return found;
}

const tooOften = 'it repeats too often';
const noDay = 'its repetition finds no day';

/** Counts a step, or several; throws when there were too many. */
type Step = (count?: number) => void;

/**
 * ical.js's own iterator, but that `step` may end it: by itself it looks without end for a day that never comes, such as
 * 30 February. Whatever it tries passes one of these methods. (node:vm would end it after a time, but Node 20 aborts the
 * process when a thread is ended inside it.)
 */
function counted(rule: ICAL.Recur, dtstart: ICAL.Time, step: Step): ICAL.RecurIterator {
  class Counted extends ICAL.RecurIterator {
    override check_contracting_rules(): boolean {
      step();
      return super.check_contracting_rules();
    }

    override increment_monthday(days: number): void {
      step(days);
      super.increment_monthday(days);
    }

    override increment_month(): void {
      step();
      super.increment_month();
    }

    override increment_year(years: number): void {
      step();
      super.increment_year(years);
    }
  }
  return new Counted({ rule, dtstart });
}
