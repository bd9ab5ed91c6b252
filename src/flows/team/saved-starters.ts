import { randomUUID } from 'node:crypto';
import type { Actor } from '../../core/card/actions.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { withStarter } from '../../core/desk/saved-starters.js';
import type { Ports } from '../../ports.js';

/** Keeps words as a starter for everybody. */
export async function saveStarter(
  { clock, settings }: Pick<Ports, 'clock' | 'settings'>,
  actor: Actor,
  { label, opening }: { readonly label: string; readonly opening: string },
): Promise<Refusal | undefined> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
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
