import type { ModalView } from '@slack/web-api';
import type { Card } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { line, rich } from './blocks.js';
import { refTo } from './card-buttons.js';
import { callbackIds } from './ids.js';
import { modal } from './views.js';

/** Says one thing in the place of the modal that a person looks at. */
export const noteView = (card: Card, desk: Desk, said: string): ModalView =>
  modal({
    callbackId: callbackIds.note,
    ref: refTo(card, desk),
    desk,
    title: 'note.title',
    patron: card.patron,
    close: 'draft.close',
    blocks: [rich(line(said))],
  });
