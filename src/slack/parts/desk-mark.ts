import type { KnownBlock } from '@slack/web-api';
import type { Desk } from '../../core/desk/desk.js';
import { deskName } from '../../core/sentences/desk-names.js';
import { say } from '../../core/words/words.js';
import { escapeText, type Message, note } from './blocks.js';

/** Above what one desk shows among several: which. */
export const deskMark = (desk: Desk): KnownBlock[] => (desk.amongSeveral ? [note(deskName(desk))] : []);

/** A message of one desk among several: it says above its words, and first in its notification, of which. */
export const ofDesk = (desk: Desk, { text, blocks }: Message): Message => ({
  text: say(desk.words, 'desk.said', { desk: escapeText(deskName(desk)), said: text }),
  blocks: [note(deskName(desk)), ...blocks],
});
