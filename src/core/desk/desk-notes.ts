import type { Refusal } from '../card/refusal.js';
import { hourMs } from '../durations.js';
import { zoned } from '../rota/local-time.js';
import { openSpansBetween } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';
import type { Desk } from './desk.js';
import type { DeskSettings, Note } from './desk-settings.js';

/** A note is read above every answer, on a phone. */
const mostCharacters = 200;
const mostNotes = 5;

/**
 * Until when a note that is left now is shown (Unix ms): until the library closes today for the last time, or until
 * midnight where it is closed all day or does not close.
 */
export function noteUntil(rota: Rota, nowMs: number): number {
  const midnight = zoned(rota.timeZone, nowMs).startOfDay().add({ days: 1 }).epochMilliseconds;
  // A library that opens in the evening closes after midnight. One that is still open at the next noon does not close.
  const nextNoon = midnight + 12 * hourMs;
  const last = openSpansBetween(rota, nowMs, nextNoon).findLast(({ fromMs }) => fromMs < midnight);
  return last && last.toMs < nextNoon ? last.toMs : midnight;
}

/** The notes to show at a time, oldest first. */
export const activeNotes = ({ notes = [] }: Pick<Desk, 'notes'>, nowMs: number): readonly Note[] =>
  notes.filter(({ until }) => until > nowMs);

/** The settings with one more note and without those that are over. The same note again changes nothing. */
export function withNote(settings: DeskSettings, note: Note): DeskSettings | Refusal {
  const active = activeNotes(settings, note.at);
  if (active.some(({ text }) => text === note.text)) return settings;
  if (note.text.length > mostCharacters)
    return { refused: 'long-note', over: note.text.length - mostCharacters };
  if (active.length >= mostNotes) return { refused: 'many-notes', count: active.length };
  return { ...settings, notes: [...active, note] };
}
