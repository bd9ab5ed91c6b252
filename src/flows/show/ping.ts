import type { Card } from '../../core/card/card.js';
import { isCheckKey, lineKey, type MessageKey, passKey } from '../../core/card/message.js';
import { isUrgent, lastAnswer, writerOf } from '../../core/card/select.js';
import { type CheckerChoice, checkerOf } from '../../core/desk/checker.js';
import type { Desk } from '../../core/desk/desk.js';
import { canBeAsked } from '../../core/desk/fallback.js';
import { hourMs } from '../../core/durations.js';
import { type SlackUserId, slackUserId } from '../../core/ids.js';
import { onShift } from '../../core/rota/duty.js';
import type { Ports } from '../../ports.js';

/**
 * Whom a line in a card's thread names, and from when on it may (Unix ms); nobody when nobody is on shift, or when that
 * person was named often enough in this hour, except to an urgent post. Such a card gets no line at all: Slack notifies a person who was named in a
 * thread of each later line in it.
 */
export async function personToName(
  { clock, desk, due, timings }: Pick<Ports, 'clock' | 'desk' | 'due' | 'timings'>,
  card: Card,
  key: MessageKey,
): Promise<CheckerChoice | undefined> {
  const now = clock.now();
  // What a colleague passes on is meant for one person.
  const passedTo = card.passes.find((_, index) => passKey(index) === key)?.to;
  const meant = passedTo && canBeAsked(desk, passedTo) ? passedTo : undefined;
  const asked = isCheckKey(key)
    ? checkerOf(desk, card.holder?.id, now)
    : asNow(meant ?? personFor(card, desk, now), now);
  if (!asked) return undefined;
  const hour = Math.floor(now / hourMs);
  const named = await due.count(`named-${asked.person}-${hour}`, hourMs);
  const isUrgentLine = card.acts.some((act) => isUrgent(act) && lineKey(act) === key);
  return meant || isUrgentLine || named <= timings.pingsPerHour ? asked : undefined;
}

const asNow = (person: SlackUserId | undefined, from: number): CheckerChoice | undefined =>
  person && { person, from };

/** Whoever has the card, unless they are gone; else who is on shift and answered this patron here last; else the first on shift. */
function personFor(card: Card, desk: Desk, now: number): SlackUserId | undefined {
  const present = onShift(desk.rota, now).map(({ member }) => slackUserId(member.slackId));
  const last = answeredBy(card);
  const holder = card.holder && canBeAsked(desk, card.holder.id) ? card.holder.id : undefined;
  return holder ?? present.find((one) => one === last) ?? present[0];
}

function answeredBy(card: Card): SlackUserId | undefined {
  const answer = lastAnswer(card);
  return answer && writerOf(answer);
}
