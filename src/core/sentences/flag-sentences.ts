import type { Flag } from '../card/flag.js';
import type { Desk } from '../desk/desk.js';
import { quote } from '../post/plain.js';
import { say } from '../words/words.js';
import { momentText, nameOf } from './phrases.js';

/** A note is a sentence (UTF-16 units): it stands on the card and in lists. */
export const maxFlagNote = 200;

/** "Don't answer yet: Carla was asked by Ben · since 10:43 · "needs the director"" */
export function flagSentence(desk: Desk, flag: Flag, now: number): string {
  const { by, to = by } = flag;
  const time = momentText(desk, flag.at, now);
  const flagged =
    to === by
      ? say(desk.words, 'state.flagged', { name: nameOf(desk, by), time })
      : say(desk.words, 'state.flagged-to', { name: nameOf(desk, by), lead: nameOf(desk, to), time });
  return withNote(desk, flagged, flag);
}

/** The same for the lead who has to look: "Ben asked you · since 10:43 · "needs the director"". */
export function askedSentence(desk: Desk, flag: Flag, reader: string, now: number): string {
  const fill = { name: nameOf(desk, flag.by), time: momentText(desk, flag.at, now) };
  const isOwn = flag.by === reader;
  return withNote(desk, say(desk.words, isOwn ? 'flags.asked-by-you' : 'flags.asked', fill), flag);
}

function withNote({ words }: Desk, said: string, { note }: Flag): string {
  return note ? say(words, 'state.flag-note', { said, note: quote(note, maxFlagNote) }) : said;
}
