import { type Card, unanswered } from './card.js';
import type { Desk } from './desk.js';
import { afterOpenTime } from './open-hours.js';
import type { Topic } from './topic.js';

/** How long a mention of a topic may wait, in open time (ms). A topic without one may wait as long as it likes. */
export type Standards = Readonly<Partial<Record<Topic, number>>>;

/** Unless desk.yaml says otherwise. */
export const usualStandards: Standards = { question: 4 * 60 * 60_000 };

/**
 * By when somebody is to answer a card: the earliest moment by which one of its acts has waited as long as it may.
 * Undefined when nothing on it has a standard, or the library does not open for so long.
 */
export function answerBy(
  { rota, standards }: Pick<Desk, 'rota' | 'standards'>,
  card: Card,
): number | undefined {
  const times = unanswered(card).flatMap((act) => {
    const waitMs = act.kind === 'mention' ? standards[act.topic] : undefined;
    return (waitMs === undefined ? undefined : afterOpenTime(rota, act.at, waitMs)) ?? [];
  });
  return times.length > 0 ? Math.min(...times) : undefined;
}
