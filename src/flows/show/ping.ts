import type { Card } from '../../core/card/card.js';
import type { MessageKey } from '../../core/card/message.js';
import type { CheckerChoice } from '../../core/desk/checker.js';
import { meantFor, personNamed } from '../../core/desk/named-person.js';
import { hourMs } from '../../core/durations.js';
import type { Ports } from '../../ports.js';

/**
 * Whom a line in a card's thread names, and from when on it may (Unix ms); nobody when nobody is on shift, or when that
 * person was named often enough in this hour. Such a card gets no line at all: Slack notifies a person who was named in a
 * thread of each later line in it.
 */
export async function personToName(
  { clock, desk, due, timings }: Pick<Ports, 'clock' | 'desk' | 'due' | 'timings'>,
  card: Card,
  key: MessageKey,
): Promise<CheckerChoice | undefined> {
  const now = clock.now();
  const asked = personNamed(desk, card, key, now);
  if (!asked) return undefined;
  const hour = Math.floor(now / hourMs);
  const named = await due.count(`named-${asked.person}-${hour}`, hourMs);
  // What a colleague passes on is meant for one person.
  return meantFor(card, key) || named <= timings.pingsPerHour ? asked : undefined;
}
