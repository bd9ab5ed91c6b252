import type { DueEntry } from '../due/due-entries.js';
import { dayMs, hourMs } from '../durations.js';
import { recordForMs } from '../keeping/keeping-times.js';
import {
  type Followed,
  type Found,
  type OutcomeGroup,
  type OutcomeMonth,
  settled,
  withOutcome,
} from './outcome-month.js';

/**
 * The looks of a day are made together, at this time of the UTC day (ms): they share the pages that they read, and by then the
 * newest pages were read to look what was removed. X bills each person once a UTC day.
 */
const lookHourMs = 13 * hourMs;
/** A look that could not be made for so long (ms) is given up: it would say nothing of the day that it is for. */
const giveUpAfterMs = 3 * dayMs;

/** The look that a follow waits for: after how many days it is made. */
export const lookAfter = ({ after7 }: Pick<Followed, 'after7'>): 7 | 30 => (after7 === undefined ? 7 : 30);

/** When it is made (Unix ms): on the day after those days. */
export function lookAt(follow: Pick<Followed, 'after7' | 'at'>): number {
  const over = follow.at + lookAfter(follow) * dayMs;
  return Math.ceil((over - lookHourMs) / dayMs) * dayMs + lookHourMs;
}

/** The follows that are due for a look, and whether it is too late for it. */
export const dueLooks = (
  { followed }: Pick<OutcomeMonth, 'followed'>,
  now: number,
): readonly { readonly follow: Followed; readonly isGivenUp: boolean }[] =>
  followed
    .map((follow) => ({ follow, at: lookAt(follow) }))
    .filter(({ at }) => at <= now)
    .map(({ follow, at }) => ({ follow, isGivenUp: now > at + giveUpAfterMs }));

/** What a look at one follow found; `wrote`: they had written to us by the end of those days. */
export interface Look {
  readonly follow: Followed;
  readonly found: Found;
  readonly group: OutcomeGroup;
  readonly wrote: boolean;
}

/** The month after a look. The same where somebody else was faster, or the follow is not looked at any more. */
export function withLook(month: OutcomeMonth, { follow, found, group, wrote }: Look): OutcomeMonth {
  const known = month.followed.find(({ person }) => person === follow.person);
  if (!known || lookAfter(known) !== lookAfter(follow)) return month;
  if (known.after7 !== undefined) {
    const wroteLater = wrote ? '30' : 'no';
    return withOutcome(month, known, {
      group: known.group ?? group,
      after7: known.after7,
      after30: found,
      wrote: known.wrote7 ? '7' : wroteLater,
    });
  }
  if (found === 'gone')
    return withOutcome(month, known, { group, after7: found, after30: found, wrote: wrote ? '7' : 'no' });
  const looked: Followed = { ...known, group, after7: found, ...(wrote && { wrote7: true }) };
  return { ...month, followed: month.followed.map((one) => (one === known ? looked : one)) };
}

/** The month where nobody looks at a follow any more, such as that of somebody who asked to be forgotten. */
export const withoutLook = (month: OutcomeMonth, follow: Followed): OutcomeMonth =>
  withOutcome(month, follow, {
    group: 'not-known',
    after7: 'not-known',
    after30: 'not-known',
    wrote: 'not-known',
  });

/** When the counts of a month go (Unix ms), as long after it as the bare record of a card. */
const countsEndAt = ({ toMs }: OutcomeMonth): number => toMs + recordForMs;

/** What is left of a month; undefined once its counts are over. */
export const asKeptMonth = (month: OutcomeMonth, now: number): OutcomeMonth | undefined =>
  month.followed.length === 0 && now >= countsEndAt(month) ? undefined : settled(month, now);

/** When a month is due: for its next look, at its end, or when its counts go. */
export function outcomeEntries(month: OutcomeMonth): readonly DueEntry[] {
  const { ended, followed, id, secret, toMs } = month;
  const isUnsettled = secret !== undefined || ended.length > 0;
  const at = Math.min(...followed.map(lookAt), isUnsettled ? toMs : countsEndAt(month));
  return [{ job: 'outcomes', id, at }];
}
