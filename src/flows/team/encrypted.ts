import type { Actor } from '../../core/card/actions.js';
import type { Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { localDate } from '../../core/rota/local-time.js';
import type { Ports } from '../../ports.js';

/** *I looked*: nobody is asked again on this day. */
export async function noteLookedInX(
  { clock, desk, settings }: Pick<Ports, 'clock' | 'desk' | 'settings'>,
  actor: Actor,
): Promise<Refusal | undefined> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const lookedInX = { day: localDate(desk.rota, clock.now()), by: actor.id };
  return settings.change((now) => ({ next: { ...now, lookedInX }, result: undefined }));
}
