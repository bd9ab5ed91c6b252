import type { Card } from '../../core/card/card.js';
import { lastAnswer, writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { hourMs } from '../../core/durations.js';
import { type SlackUserId, slackUserId } from '../../core/ids.js';
import { onShift } from '../../core/rota/duty.js';
import { openFrom, openTimeBetween } from '../../core/rota/open-hours.js';
import type { Ports } from '../../ports.js';
import { gatherRest } from '../tell/rest.js';

/** Whom a line in a card's thread names, and from when on it may (Unix ms): not while the library is closed. */
interface Named {
  readonly person: SlackUserId;
  readonly from: number;
}

/**
 * Whom a line in a card's thread names; nobody when nobody is on shift, or when that person was named often enough in that
 * hour: they are told in private then how many more wait. Such a card gets no line at all: Slack notifies a person who was
 * named in a thread of each later line in it.
 */
export async function personToName(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'due' | 'panels' | 'timings'>,
  card: Card,
): Promise<Named | undefined> {
  const { clock, desk, due, timings } = ports;
  const now = clock.now();
  const from = openFrom(desk.rota, now);
  const person = from === undefined ? undefined : personFor(card, desk, now, from);
  if (from === undefined || !person) return undefined;
  const named = await due.count(`named-${person}-${Math.floor(from / hourMs)}`, hourMs);
  if (named <= timings.pingsPerHour) return { person, from };
  await gatherRest(ports, person, card.id, from);
  return undefined;
}

/**
 * Whoever has the card; else who is on shift and answered this patron here last; else the first on shift. Before a library
 * opens at `from`, only somebody who worked before it closed: whoever begins then reads all that waits in one message.
 */
function personFor(card: Card, desk: Desk, now: number, from: number): SlackUserId | undefined {
  const present = onShift(desk.rota, now)
    .filter(
      ({ fromMs, untilMs }) =>
        from === now || (untilMs > from && openTimeBetween(desk.rota, fromMs, now) > 0),
    )
    .map(({ member }) => slackUserId(member.slackId));
  const last = answeredBy(card);
  return card.holder?.id ?? present.find((one) => one === last) ?? present[0];
}

function answeredBy(card: Card): SlackUserId | undefined {
  const answer = lastAnswer(card);
  return answer && writerOf(answer);
}
