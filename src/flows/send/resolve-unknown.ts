import { theDesk } from '../../core/card/actions.js';
import type { CardId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { type Looking, lookAtOurTimeline } from './look.js';

/**
 * Finds out what became of a send. A card still in `posting` after its lease lost its caller: it is `unsure`. For an
 * unsure one our timeline is read at growing distances; when it never shows the answer, a person looks.
 */
export async function resolveUnknown(ports: Looking & Pick<Ports, 'timings'>, id: CardId): Promise<void> {
  const { cards, clock, timings } = ports;
  const card = await cards.get(id);
  const reply = card?.reply;
  if (!reply) return;
  if (card.state === 'posting' && reply.token && clock.now() >= (reply.postingUntil ?? 0)) {
    await act(ports, id, { do: 'mark-unknown', token: reply.token }, theDesk);
    return;
  }
  if (card.state !== 'unsure' || reply.notSeen) return;
  const look = reply.looks;
  // A doubled job does not look ahead of its time: "not there" means absent over the whole window.
  if (clock.now() < (reply.unsureSince ?? 0) + (timings.settleLooksMs[look] ?? 0)) return;
  await lookAtOurTimeline(ports, reply.unknownFrom ?? reply.approvedAt);
  const last = look + 1 >= timings.settleLooksMs.length;
  await act(ports, id, ({ boot }) => ({ do: 'not-found', look, last, boot }), theDesk);
}
