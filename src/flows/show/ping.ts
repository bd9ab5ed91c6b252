import type { Card } from '../../core/card/card.js';
import { lineKey, type MessageKey } from '../../core/card/message.js';
import { isUrgent } from '../../core/card/select.js';
import { personNamed } from '../../core/desk/named-person.js';
import { hourMs } from '../../core/durations.js';
import type { SlackUserId } from '../../core/ids.js';
import { openFrom } from '../../core/rota/open-hours.js';
import type { Ports } from '../../ports.js';
import { gatherRest } from '../tell/rest.js';

/** Whom a line in a card's thread names, and from when on it may (Unix ms): not while the library is closed. */
interface Named {
  readonly person: SlackUserId;
  readonly from: number;
}

/**
 * Whom a line in a card's thread names; nobody when nobody is on shift, or when that person was named often enough in that
 * hour by all desks together, except for an urgent post: they are told in private then how many more wait. Such a card gets no line at all: Slack
 * notifies a person who was named in a thread of each later line in it.
 */
export async function personToName(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels' | 'persons' | 'timings'>,
  card: Card,
  key: MessageKey,
): Promise<Named | undefined> {
  const { clock, desk, persons, timings } = ports;
  const now = clock.now();
  const isUrgentLine = card.acts.some((act) => isUrgent(act) && lineKey(act) === key);
  const from = isUrgentLine ? now : openFrom(desk.rota, now);
  const person = from === undefined ? undefined : personNamed(desk, card, key, now, from);
  if (from === undefined || !person) return undefined;
  // Practice takes nothing of what real questions may call for.
  const kind = desk.account.practice ? 'named-practising' : 'named';
  const named = await persons.count(person, `${kind}-${Math.floor(from / hourMs)}`, hourMs);
  if (isUrgentLine || named <= timings.pingsPerHour) return { person, from };
  await gatherRest(ports, person, card.id, from);
  return undefined;
}
