import type { Card } from '../../../src/core/card/card.js';
import type { Desk } from '../../../src/core/desk/desk.js';
import { actId, cardId, postId } from '../../../src/core/ids.js';
import { actsOf, openingsOf } from '../../../src/core/report/acts.js';
import { type Reported, reportOf } from '../../../src/core/report/figures.js';
import { openClock } from '../../../src/core/report/open-clock.js';
import { lastPeriod } from '../../../src/core/report/period.js';
import { aCard, aDesk, aFollow, aMention, ana, tuesday } from '../../build.js';

/** A time in November 2026; the week of the report is that from Monday 16. */
export const on = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute);

let posts = 5_000;

/** A question of that week, answered by the desk, in X, or not. */
export function asked(
  at: number,
  answeredAt?: number,
  given: Partial<Card> = {},
  how: 'desk' | 'x' = 'desk',
): Card {
  posts += 1;
  const act = aMention({ id: actId(`${posts}`), at, answered: answeredAt !== undefined });
  const answer = {
    covers: [act.id],
    text: 'Yes, until eight.',
    at: answeredAt ?? 0,
    postId: postId(`9${posts}`),
    ...(how === 'desk' ? { n: 1, by: ana, how: 'as-approved' as const } : { how: 'in-x' as const }),
  };
  return aCard({
    id: cardId(`mention-${posts}-2001`),
    acts: [act],
    ...(answeredAt === undefined ? {} : { state: 'sent', answers: [answer] }),
    ...given,
  });
}

/** A new follower of that week. */
export function followed(at: number, given: Partial<Card> = {}): Card {
  posts += 1;
  const id = `follow-${posts}`;
  return aCard({ acts: [aFollow({ id: actId(id), at })], ...given, id: cardId(id) });
}

/** The report of the week from 16 to 22 November, made on the Tuesday after. */
export function reportOn(
  cards: readonly Card[],
  desk: Desk = aDesk(),
  more: Partial<Reported> = {},
  now = tuesday,
) {
  const period = lastPeriod(desk.rota, 'week', now);
  const counting = { desk, period, clock: openClock(desk.rota, period.fromMs, now), now };
  const acts = cards.flatMap((card) => actsOf(card, counting));
  const openings = cards.flatMap((card) => openingsOf(card, period));
  return reportOf(period, { acts, openings, hellos: [], begunAt: 0, ...more }, now);
}

export const times = <One>(count: number, make: (at: number) => One): readonly One[] =>
  Array.from({ length: count }, (_, at) => make(at));
