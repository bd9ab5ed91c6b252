import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { activeNotes, noteUntil, withNote } from '../../../src/core/desk/desk-notes.js';
import { emptySettings, type Note } from '../../../src/core/desk/desk-settings.js';
import { ana, aRota, ben, minutes, tuesday } from '../../build.js';

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
const midnight = at(24);
const hours = (from: number, to: number) => ({ fromMinute: from * 60, toMinute: to * 60 });
const open = (...tue: ReturnType<typeof hours>[]) => aRota({ openHours: { ...aRota().openHours, tue } });

const aNote = (given: Partial<Note> = {}): Note => ({
  text: 'Central closes at 16:00',
  by: ana,
  at: tuesday,
  until: at(17),
  ...given,
});

describe('a note stands', () => {
  it('until closing, also over a lunch break and when it is left before opening', () => {
    expect(noteUntil(aRota(), tuesday)).toBe(at(17));
    expect(noteUntil(open(hours(9, 12), hours(14, 18)), tuesday)).toBe(at(18));
    expect(noteUntil(aRota(), at(7))).toBe(at(17));
  });

  it('until midnight where the library does not open any more, or never closes', () => {
    expect(noteUntil(aRota(), at(18))).toBe(midnight);
    const allDay = [hours(0, 24)];
    const always = {
      mon: allDay,
      tue: allDay,
      wed: allDay,
      thu: allDay,
      fri: allDay,
      sat: allDay,
      sun: allDay,
    };
    expect(noteUntil(aRota({ openHours: always }), tuesday)).toBe(midnight);
  });

  it('past midnight where the library closes then', () => {
    expect(noteUntil(open(hours(20, 26)), at(21))).toBe(at(26));
  });

  it('and no longer', () => {
    const notes = [aNote(), aNote({ text: 'Lift out of order', until: at(18) })];
    expect(activeNotes({ notes }, at(16, 59))).toEqual(notes);
    expect(activeNotes({ notes }, at(17))).toEqual(notes.slice(1));
    expect(activeNotes({}, at(17))).toEqual([]);
  });
});

describe('one more note', () => {
  it('joins those that stand; those that are over are gone', () => {
    const over = aNote({ text: 'Yesterday', until: tuesday - 1 });
    expect(
      withNote({ ...emptySettings, notes: [over, aNote()] }, aNote({ text: 'Lift', by: ben })),
    ).toMatchObject({
      notes: [aNote(), { text: 'Lift', by: ben }],
    });
  });

  it('that says what one says already changes nothing', () => {
    const settings = { ...emptySettings, notes: [aNote()] };
    expect(withNote(settings, aNote({ by: ben, at: tuesday + minutes(1) }))).toBe(settings);
  });

  it('is refused when it is too long, and when five stand', () => {
    expect(withNote(emptySettings, aNote({ text: 'x'.repeat(212) }))).toEqual({
      refused: 'long-note',
      over: 12,
    });
    const notes = [1, 2, 3, 4, 5].map((n) => aNote({ text: `Note ${n}` }));
    expect(withNote({ ...emptySettings, notes }, aNote())).toEqual({ refused: 'many-notes', count: 5 });
    const later = withNote({ ...emptySettings, notes }, aNote({ at: at(17) }));
    expect(isRefusal(later)).toBe(false);
  });
});
