import type { Refusal } from '../card/refusal.js';
import { zoned } from '../rota/local-time.js';
import { openSpansBetween } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';
import type { Desk } from './desk.js';
import type { DeskSettings, Note } from './desk-settings.js';

/** A note is read above every answer, on a phone. */
const MAX_NOTE = 200;
const MOST_NOTES = 5;
const twelveHoursMs = 12 * 60 * 60_000;

/** Until when a note of now stands: today's last closing, or midnight where the library doesn't close or is closed. */
export function noteUntil(rota: Rota, nowMs: number): number {
  const midnight = zoned(rota.timeZone, nowMs).startOfDay().add({ days: 1 }).epochMilliseconds;
  // Whoever opens in the evening closes after midnight; whoever is open all that time never closes.
  const endless = midnight + twelveHoursMs;
  const last = openSpansBetween(rota, nowMs, endless).findLast(({ fromMs }) => fromMs < midnight);
  return last && last.toMs < endless ? last.toMs : midnight;
}

/** The notes that stand at a time, oldest first. */
export const activeNotes = ({ notes = [] }: Pick<Desk, 'notes'>, nowMs: number): readonly Note[] =>
  notes.filter(({ until }) => until > nowMs);

/** One more note; those that are over are gone. The same note twice is one. */
export function withNote(settings: DeskSettings, note: Note): DeskSettings | Refusal {
  const stand = activeNotes(settings, note.at);
  if (stand.some(({ text }) => text === note.text)) return settings;
  if (note.text.length > MAX_NOTE) return { refused: 'long-note', over: note.text.length - MAX_NOTE };
  if (stand.length >= MOST_NOTES) return { refused: 'many-notes', count: stand.length };
  return { ...settings, notes: [...stand, note] };
}
