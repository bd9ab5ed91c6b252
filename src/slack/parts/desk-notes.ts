import type { KnownBlock } from '@slack/web-api';
import type { Desk } from '../../core/desk/desk.js';
import { activeNotes } from '../../core/desk/desk-notes.js';
import type { Note } from '../../core/desk/desk-settings.js';
import { localTime } from '../../core/rota/local-time.js';
import { nameOf } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import { actions, button, escapeText, line, type Message, rich, sentenceMessage } from './blocks.js';

/** Today's notes, as they stand above every answer. */
export function deskNotes(desk: Desk, now: number): KnownBlock[] {
  const lines = activeNotes(desk, now).map(({ by, text }) =>
    line(say(desk.words, 'note.above', { note: text, name: nameOf(desk, by) })),
  );
  return lines.length > 0 ? [rich(...lines)] : [];
}

/** That sending is paused, by whom and why: above every answer, before somebody presses *Send*. */
export const pauseBlocks = (desk: Desk, now: number): KnownBlock[] =>
  desk.pause ? [rich(line(refusalSentence(desk, { refused: 'paused', ...desk.pause }, now)))] : [];

/** `/greet note`: today's notes, who left them, and a button to remove each. */
export function notesMessage(desk: Desk, now: number): Message {
  const notes = activeNotes(desk, now);
  if (notes.length === 0) return sentenceMessage(say(desk.words, 'note.none'), desk);
  const title = sayCount(desk, 'note.title', notes.length);
  return {
    text: escapeText(title),
    blocks: [rich(line(title)), ...notes.flatMap((note) => noteBlocks(note, desk))],
  };
}

function noteBlocks(note: Note, desk: Desk): KnownBlock[] {
  const { at, by, text, until } = note;
  const time = (ms: number) => localTime(desk.rota, ms);
  const fill = { note: text, name: nameOf(desk, by), time: time(at), until: time(until) };
  const ref = { desk: desk.id, note: at };
  return [
    rich(line(say(desk.words, 'note.line', fill))),
    ...actions(button({ id: actionIds.removeNote, label: say(desk.words, 'note.remove'), ref })),
  ];
}
