import { type Card, unanswered } from '../card/card.js';
import type { Desk } from '../desk/desk.js';
import type { Topic } from '../post/topic.js';
import { afterRunning } from './running-time.js';

/** How long a mention of a topic may wait, in open time (ms). A topic without one may wait as long as it likes. */
export type Standards = Readonly<Partial<Record<Topic, number>>>;

/** Unless desk.yaml says otherwise. */
export const usualStandards: Standards = { question: 4 * 60 * 60_000 };

/**
 * By when somebody is to answer a card: the earliest moment by which one of its acts has waited as long as it may, while
 * the card's clock ran. Undefined when nothing on it has a standard, the clock stands, or the library does not open for so
 * long.
 */
export function answerBy(
  { rota, standards }: Pick<Desk, 'rota' | 'standards'>,
  card: Card,
  since = Number.NEGATIVE_INFINITY,
  standardsPassed = 1,
): number | undefined {
  const times = unanswered(card).flatMap((act) => {
    const waitMs = act.kind === 'mention' && act.at > since ? standards[act.topic] : undefined;
    if (waitMs === undefined) return [];
    const from = Math.max(act.at, card.clock?.waitsFrom ?? act.at);
    return afterRunning(rota, from, waitMs * standardsPassed, card.clock?.stops) ?? [];
  });
  return times.length > 0 ? Math.min(...times) : undefined;
}
