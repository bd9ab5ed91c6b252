import { bumpVersion, type Panel } from '../../core/board/panel.js';
import { type Actor, theDesk } from '../../core/card/actions.js';
import type { Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { actorFor } from '../../core/desk/desk-now.js';
import { waitsForShift } from '../../core/due/deadlines.js';
import type { CardId, PanelId } from '../../core/ids.js';
import type { Desks, Ports } from '../../ports.js';
import { act } from '../act.js';
import { noOthers, saidTogether } from '../tell/said-together.js';

type PuttingOff = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels' | 'timings'>;

/**
 * *Not now* on a reminder: what still waits of it comes back later, and is late again then. The same of what it says for the
 * person's other desks.
 */
export async function putOff(
  ports: PuttingOff,
  id: PanelId,
  actor: Actor,
  desks: Desks = noOthers,
): Promise<Refusal | undefined> {
  const { clock, desk, panels, timings } = ports;
  if (actor.kind !== 'staff')
    return actor.kind === 'outsider' ? notStaffRefusal(actor) : { refused: 'not-staff' };
  const panel = await panels.get(id);
  if (panel?.kind !== 'reminder') return { refused: 'gone' };
  // A second press changes nothing.
  const until = panel.putOffUntil ?? clock.now() + timings.putOffMs;
  await putOffOne(ports, panel, actor, until);
  for (const { desk: other, panel: part } of await saidTogether(desks, desk, panel)) {
    const there = await desks.now(other);
    const listed = await there?.panels.get(part);
    if (there && listed) await putOffOne(there, listed, actorFor(there.desk, actor.id), until);
  }
  return undefined;
}

async function putOffOne(
  ports: PuttingOff,
  { id, lists = [] }: Panel,
  actor: Actor,
  until: number,
): Promise<void> {
  const { cards, panels } = ports;
  for (const { card } of lists) {
    const waits = await cards.get(card);
    if (waits?.state === 'open' && waitsForShift(waits))
      await act(ports, card, { do: 'snooze', until }, actor);
  }
  await panels.change(id, (known) => ({
    next: known && known.putOffUntil === undefined ? { ...bumpVersion(known), putOffUntil: until } : known,
    result: undefined,
  }));
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
