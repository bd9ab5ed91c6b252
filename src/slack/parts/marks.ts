import type { KnownBlock } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { moment, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { cut, line, quoted, rich } from './blocks.js';

const MAX_NOTE = 500;

/** What colleagues put on a card besides answering it: "don't answer yet", "not now". */
export function marks(card: Card, desk: Desk, now: number): readonly string[] {
  const { words } = desk;
  const { flag, snoozedUntil } = card;
  return [
    ...(flag
      ? [say(words, 'state.flagged', { name: nameOf(desk, flag.by), time: moment(desk, flag.at, now) })]
      : []),
    ...(snoozedUntil === undefined
      ? []
      : [say(words, 'state.snoozed', { time: moment(desk, snoozedUntil, now) })]),
  ];
}

/** For whoever reads a draft: the marks, and the note of the colleague who passed the card on or sent words back. */
export function noteBlocks(card: Card, desk: Desk, now: number): KnownBlock[] {
  const { note } = card;
  return [
    ...marks(card, desk, now).map((mark) => rich(line(mark))),
    ...(note
      ? [
          rich(
            line(
              say(desk.words, noteKey(note), {
                name: nameOf(desk, note.by),
                time: moment(desk, note.at, now),
              }),
            ),
            quoted(cut(note.text, MAX_NOTE)),
          ),
        ]
      : []),
  ];
}

const noteKey = ({ back, text }: NonNullable<Card['note']>) =>
  !back ? 'state.note' : text ? 'state.sent-back' : 'state.sent-back-bare';
