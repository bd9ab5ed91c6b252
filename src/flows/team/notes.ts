import type { Actor } from '../../core/card/actions.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { noteUntil, withNote } from '../../core/desk/desk-notes.js';
import type { Note } from '../../core/desk/desk-settings.js';
import type { Ports } from '../../ports.js';

/** Leaves a note for everybody who answers today. Gives the note that stands. */
export async function leaveNote(
  { clock, desk, settings }: Pick<Ports, 'clock' | 'desk' | 'settings'>,
  actor: Actor,
  text: string,
): Promise<Note | Refusal> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const at = clock.now();
  const note: Note = { text, by: actor.id, at, until: noteUntil(desk.rota, at) };
  return settings.change<Note>((now) => {
    const next = withNote(now, note);
    return isRefusal(next) ? next : { next, result: next.notes.find((one) => one.text === text) ?? note };
  });
}

/** Takes a note down, whoever left it; gives it, or undefined when it is gone already. */
export async function removeNote(
  { settings }: Pick<Ports, 'settings'>,
  actor: Actor,
  at: number,
): Promise<Note | Refusal | undefined> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  return settings.change<Note | undefined>((now) => ({
    next: { ...now, notes: now.notes.filter((one) => one.at !== at) },
    result: now.notes.find((one) => one.at === at),
  }));
}
