import type { Card } from '../../core/card/card.js';
import { isCheck, type MessageKey, passMessage } from '../../core/card/message.js';
import { lastAnswer, writerOf } from '../../core/card/select.js';
import { type Asked, checkerOf } from '../../core/desk/checker.js';
import type { Desk } from '../../core/desk/desk.js';
import { hourMs } from '../../core/durations.js';
import { type SlackUserId, slackUserId } from '../../core/ids.js';
import { onShift } from '../../core/rota/duty.js';
import type { Ports } from '../../ports.js';

/**
 * Whom a line in a card's thread names, and from when on it may (Unix ms); nobody when nobody is on shift, or when that
 * person was named often enough in this hour. Such a card gets no line at all: Slack notifies whoever was named in a thread of each later line in it.
 */
export async function personToName(
  { clock, desk, due, timings }: Pick<Ports, 'clock' | 'desk' | 'due' | 'timings'>,
  card: Card,
  key: MessageKey,
): Promise<Asked | undefined> {
  const now = clock.now();
  // What a colleague passes on is meant for one person.
  const meant = card.passes.find((_, index) => passMessage(index) === key)?.to;
  const asked = isCheck(key)
    ? checkerOf(desk, card.holder?.id, now)
    : asNow(meant ?? personFor(card, desk, now), now);
  if (!asked) return undefined;
  const hour = Math.floor(now / hourMs);
  const named = await due.count(`named-${asked.who}-${hour}`, hourMs);
  return meant || named <= timings.pingsPerHour ? asked : undefined;
}

const asNow = (who: SlackUserId | undefined, from: number): Asked | undefined => who && { who, from };

/** Whoever has the card; else somebody on shift, before all the one who answered this patron here last. */
function personFor(card: Card, desk: Desk, now: number): SlackUserId | undefined {
  const present = onShift(desk.rota, now).map(({ member }) => slackUserId(member.slackId));
  const last = answeredBy(card);
  return card.holder?.id ?? present.find((one) => one === last) ?? present[0];
}

function answeredBy(card: Card): SlackUserId | undefined {
  const answer = lastAnswer(card);
  return answer && writerOf(answer);
}
