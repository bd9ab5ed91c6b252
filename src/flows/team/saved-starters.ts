import { randomUUID } from 'node:crypto';
import type { Actor } from '../../core/card/actions.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { forAnybody, withStarter } from '../../core/desk/saved-starters.js';
import type { CardId } from '../../core/ids.js';
import { withoutPatron } from '../../core/writing/blank-names.js';
import type { Ports } from '../../ports.js';

/** Keeps words from the answer of a card as a starter for everybody: what its patron is called does not stay in it. */
export async function saveStarter(
  { cards, clock, settings }: Pick<Ports, 'cards' | 'clock' | 'settings'>,
  from: CardId,
  actor: Actor,
  typed: { readonly label: string; readonly opening: string },
): Promise<Refusal | undefined> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const patron = (await cards.get(from))?.patron;
  const label = patron ? withoutPatron(typed.label, patron) : typed.label;
  const opening = patron ? forAnybody(typed.opening, patron) : typed.opening;
  if (label === '' || opening.trim() === '') return { refused: 'empty-starter' };
  const starter = { id: `saved-${randomUUID().slice(0, 8)}`, label, opening, by: actor.id, at: clock.now() };
  const kept = await settings.change((now) => {
    const next = withStarter(now, starter);
    return isRefusal(next) ? next : { next, result: undefined };
  });
  return kept;
}

/** Takes a starter away, whoever saved it; one that is gone already stays so. */
export async function removeStarter(
  { settings }: Pick<Ports, 'settings'>,
  actor: Actor,
  id: string,
): Promise<Refusal | undefined> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  return settings.change((now) => ({
    next: { ...now, starters: now.starters.filter((one) => one.id !== id) },
    result: undefined,
  }));
}
