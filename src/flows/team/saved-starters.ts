import { randomUUID } from 'node:crypto';
import type { Who } from '../../core/card/actions.js';
import { notStaff } from '../../core/card/authorize.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { withStarter } from '../../core/desk/saved-starters.js';
import type { Ports } from '../../ports.js';

/** Keeps words as a starter for everybody. */
export async function saveStarter(
  { clock, settings }: Pick<Ports, 'clock' | 'settings'>,
  who: Who,
  { label, opening }: { readonly label: string; readonly opening: string },
): Promise<Refusal | undefined> {
  if (who.kind !== 'staff') return notStaff(who);
  if (label === '' || opening.trim() === '') return { refused: 'empty-starter' };
  const starter = { id: `saved-${randomUUID().slice(0, 8)}`, label, opening, by: who.id, at: clock.now() };
  const kept = await settings.change((now) => {
    const next = withStarter(now, starter);
    return isRefusal(next) ? next : { next, result: undefined };
  });
  return kept;
}

/** Takes a starter away, whoever saved it; one that is gone already stays so. */
export async function removeStarter(
  { settings }: Pick<Ports, 'settings'>,
  who: Who,
  id: string,
): Promise<Refusal | undefined> {
  if (who.kind !== 'staff') return notStaff(who);
  return settings.change((now) => ({
    next: { ...now, starters: now.starters.filter((one) => one.id !== id) },
    result: undefined,
  }));
}
