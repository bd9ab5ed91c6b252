import type { Card } from '../card/card.js';
import { dayMs } from '../durations.js';
import type { Followed, OutcomeGroup } from './outcome-month.js';

/** What was done about a follow, by its card; undefined where it has none. */
export function groupOf(
  { automated, unseen }: Pick<Followed, 'automated' | 'unseen'>,
  card?: Card,
): OutcomeGroup {
  if (unseen && !card) return 'unseen';
  if (!card || card.erased) return 'not-known';
  if (card.answers.length > 0) return 'greeted';
  const reason = card.closed?.reason;
  if (reason === 'hello') return 'hello';
  if (reason === 'muted' || reason === 'muted-person') return 'muted';
  if (automated) return 'automated';
  return card.state === 'dismissed' ? 'skipped' : 'expired';
}

/** Whether somebody wrote to us in public within so many days after their follow, by all cards that the desk has of them. */
export const wroteWithin = (
  { at }: Pick<Followed, 'at'>,
  days: number,
  cards: readonly Pick<Card, 'acts'>[],
): boolean =>
  cards.some(({ acts }) =>
    acts.some((act) => act.kind === 'mention' && !act.gone && act.at > at && act.at <= at + days * dayMs),
  );
