import { type Card, lastAnswer } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { onShift } from '../core/duty.js';
import { type SlackUserId, slackUserId } from '../core/ids.js';
import { type MessageKey, passMessage } from '../core/message.js';
import type { Ports } from '../ports.js';

/**
 * Whom a line in a card's thread names; nobody when nobody is on shift, or when that person was named often enough in
 * this hour. Such a card gets no line at all: Slack notifies whoever was named in a thread of each later line in it.
 */
export async function personToName(
  { clock, desk, due, timings }: Pick<Ports, 'clock' | 'desk' | 'due' | 'timings'>,
  card: Card,
  key: MessageKey,
): Promise<SlackUserId | undefined> {
  const passed = card.passes.find((_, index) => passMessage(index) === key);
  const to = passed?.to ?? personFor(card, desk, clock.now());
  if (!to) return undefined;
  const hour = Math.floor(clock.now() / hourMs);
  const named = await due.count(`named-${to}-${hour}`, hourMs);
  // What a colleague passes on is meant for this person.
  return passed || named <= timings.pingsPerHour ? to : undefined;
}

const hourMs = 60 * 60_000;

/** Whoever has the card, or answered this patron here before, else the person on shift. */
function personFor(card: Card, desk: Desk, now: number): SlackUserId | undefined {
  const [shift] = onShift(desk.rota, now);
  return card.holder?.id ?? lastAnswer(card)?.by ?? (shift && slackUserId(shift.member.slackId));
}
