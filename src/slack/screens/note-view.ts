import type { ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { hasNothingLeft } from '../../core/keeping/keeping-times.js';
import { whoOf } from '../../core/sentences/kept-sentences.js';
import { callbackIds } from '../ids.js';
import { line, note, rich, sentenceLine } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';

/** One sentence in a modal: in the place of the open one, or where there is no channel to say it in. */
export const noteView = (desk: Desk, text: string, card?: Card): ModalView =>
  modal({
    callbackId: callbackIds.note,
    ...(card ? { ref: refTo(card, desk), about: whoOf(card, desk) } : {}),
    desk,
    // Whoever removed all that they wrote is named no more.
    title: card && !card.linkOnly && !hasNothingLeft(card) ? 'note.title' : 'note.plain-title',
    close: 'draft.close',
    blocks: [rich(sentenceLine(text, desk))],
  });

/** How a colleague practises: one paragraph after the other; `aside` is for whoever sets up the desk. */
export const practiseView = (desk: Desk, said: readonly string[], aside?: string): ModalView =>
  modal({
    callbackId: callbackIds.note,
    desk,
    title: 'practise.title',
    close: 'draft.close',
    blocks: [...said.map((one) => rich(line(one))), ...(aside === undefined ? [] : [note(aside)])],
  });
