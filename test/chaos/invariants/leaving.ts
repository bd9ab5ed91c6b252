import { grouped } from '../grouped.js';
import { ofKind } from '../history.js';
import type { Invariant, Offence } from '../offence.js';

/** At the end nothing is to be shown, sent or looked for, nothing is overdue, and no job and no stray key is left. */
export const nothingLeft: Invariant = (history) =>
  ofKind(history, 'left').flatMap((left): Offence[] => {
    const story = [left];
    const stuck = (what: string): Offence => ({ fault: 'stuck', at: left.at, what, story });
    return [
      ...(left.due.length > 0 ? [stuck(`Still due: ${left.due.slice(0, 5).join(', ')}.`)] : []),
      ...(left.jobs > 0 ? [stuck(`${left.jobs} jobs wait for good.`)] : []),
      ...(left.strange.length > 0
        ? [stuck(`Keys that nobody reads: ${left.strange.slice(0, 5).join(', ')}.`)]
        : []),
    ];
  });

/** The store grows with what patrons do, and with nothing else. */
export const keysBounded: Invariant = (history) => {
  const acts = ofKind(history, 'acted').length;
  const desks = ofKind(history, 'begun')[0]?.desks.length ?? 1;
  return ofKind(history, 'left').flatMap((left): Offence[] => {
    const most = acts * 4 + desks * 60;
    const what = `${left.keys} keys for ${acts} acts; ${most} would be many.`;
    return left.keys <= most ? [] : [{ fault: 'stuck', at: left.at, what, story: [left] }];
  });
};

/** How far X was read never goes back, but with an older copy of the store. */
export const cursorsOnlyAdvance: Invariant = (history) => {
  const restores = ofKind(history, 'trouble').filter(({ kind }) => kind === 'restore');
  const byPoll = grouped(ofKind(history, 'mark'), ({ desk, poll }) => `${desk} ${poll}`);
  return [...byPoll.values()].flatMap((marks) =>
    marks.flatMap((mark, n): Offence[] => {
      const before = marks[n - 1];
      if (!before || !isLess(mark.id, before.id)) return [];
      if (restores.some(({ at, until }) => until >= before.at && at <= mark.at)) return [];
      const what = `${mark.poll} of ${mark.desk} went back from ${before.id} to ${mark.id}.`;
      return [{ fault: 'doubled', at: mark.at, what, story: [before, mark] }];
    }),
  );
};

const isLess = (a: string, b: string): boolean => a.length < b.length || (a.length === b.length && a < b);
