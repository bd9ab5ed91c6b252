import type { ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { callbackIds } from '../ids.js';
import { actions } from '../parts/blocks.js';
import { linkedBlocks, openThere } from '../parts/link-only.js';
import { modal } from '../parts/modal.js';

/** *Answer next* on a desk that only links: what waits longest, and where it stands. */
export const linkedView = (card: Card, desk: Desk, now: number): ModalView =>
  modal({
    callbackId: callbackIds.waiting,
    desk,
    title: 'waiting.modal-title',
    close: 'draft.close',
    blocks: [...linkedBlocks(card, desk, now), ...actions(openThere(card, desk))],
  });
