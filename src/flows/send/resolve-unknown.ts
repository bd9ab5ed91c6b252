import { theDesk } from '../../core/card/actions.js';
import type { CardId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { type Looking, lookAtOurTimeline } from './look.js';

/**
 * Finds out whether X published an answer. A card still in `posting` after its lease lost its worker and becomes `unsure`.
 * For an unsure card our timeline is read at growing intervals; when it never shows the answer, a person has to look. Where the
 * same key can't post twice, the answer is sent again instead while its approval is good, and then comes back to its writer.
 */
export async function resolveUnknown(ports: Looking & Pick<Ports, 'timings'>, id: CardId): Promise<void> {
  const { cards, clock, desk, timings } = ports;
  const card = await cards.get(id);
  const reply = card?.reply;
  if (!reply) return;
  if (card.state === 'posting' && reply.token && clock.now() >= (reply.postingUntil ?? 0)) {
    await act(ports, id, { do: 'mark-unknown', token: reply.token }, theDesk);
    return;
  }
  if (card.state !== 'unsure' || reply.notSeen) return;
  const look = reply.looks;
  // A job that runs twice must not read early: "not there" means absent over the whole window.
  if (clock.now() < (reply.unsureSince ?? 0) + (timings.settleLooksMs[look] ?? 0)) return;
  await lookAtOurTimeline(ports, reply.unknownFrom ?? reply.approvedAt);
  const last = look + 1 >= timings.settleLooksMs.length;
  await act(
    ports,
    id,
    ({ boot }) => ({ do: 'not-found', look, last, boot, once: desk.network.once }),
    theDesk,
  );
}
