import type { Card } from '../../core/card/card.js';
import { lineKey, type MessageKey } from '../../core/card/message.js';
import { isUrgent } from '../../core/card/select.js';
import type { CheckerChoice } from '../../core/desk/checker.js';
import { meantFor, personNamed } from '../../core/desk/named-person.js';
import { hourMs } from '../../core/durations.js';
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
  const asked = personNamed(desk, card, key, now);
  if (!asked) return undefined;
  const hour = Math.floor(now / hourMs);
  const named = await due.count(`named-${asked.person}-${hour}`, hourMs);
  // What a colleague passes on is meant for one person.
  const isUrgentLine = card.acts.some((act) => isUrgent(act) && lineKey(act) === key);
  return meantFor(desk, card, key) || isUrgentLine || named <= timings.pingsPerHour ? asked : undefined;
}
