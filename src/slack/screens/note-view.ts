import type { ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { callbackIds } from '../ids.js';
import { rich, sentenceLine } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';

/** One sentence in a modal: in the place of the open one, or where there is no channel to say it in. */
export const noteView = (desk: Desk, text: string, card?: Card): ModalView =>
  modal({
    callbackId: callbackIds.note,
    ...(card ? { ref: refTo(card, desk), about: firstOf(card.patron) } : {}),
    desk,
    title: card ? 'note.title' : 'note.plain-title',
    close: 'draft.close',
    blocks: [rich(sentenceLine(text, desk))],
  });
