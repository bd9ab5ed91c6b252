import { bumpVersion } from '../../core/board/panel.js';
import { type Actor, theDesk } from '../../core/card/actions.js';
import type { Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { waitsForShift } from '../../core/due/deadlines.js';
import type { CardId, PanelId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

/** *Not now* on a reminder: what still waits of it comes back later, and is late again then. */
export async function putOff(
  ports: Pick<Ports, 'cards' | 'clock' | 'panels' | 'timings'>,
  id: PanelId,
  actor: Actor,
): Promise<Refusal | undefined> {
  const { cards, clock, panels, timings } = ports;
  if (actor.kind !== 'staff')
    return actor.kind === 'outsider' ? notStaffRefusal(actor) : { refused: 'not-staff' };
  const panel = await panels.get(id);
  if (panel?.kind !== 'reminder') return { refused: 'gone' };
  // A second press changes nothing.
  const until = panel.putOffUntil ?? clock.now() + timings.putOffMs;
  for (const { card } of panel.lists ?? []) {
    const waits = await cards.get(card);
    if (waits?.state === 'open' && waitsForShift(waits))
      await act(ports, card, { do: 'snooze', until }, actor);
  }
  await panels.change(id, (known) => ({
    next: known && known.putOffUntil === undefined ? { ...bumpVersion(known), putOffUntil: until } : known,
    result: undefined,
  }));
  return undefined;
}

/** Ends a snooze whose time is over. */
export async function wake(ports: Pick<Ports, 'cards' | 'clock'>, id: CardId): Promise<void> {
  const card = await ports.cards.get(id);
  if (card && (card.snoozedUntil ?? 0) <= ports.clock.now()) await act(ports, id, { do: 'wake' }, theDesk);
}

/** Closes a new follower's card that nobody answered in time. */
export async function expire(ports: Pick<Ports, 'cards' | 'clock'>, id: CardId): Promise<void> {
  await act(ports, id, { do: 'expire' }, theDesk);
}
