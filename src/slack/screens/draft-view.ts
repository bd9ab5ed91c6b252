import type { KnownBlock, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { isLegal } from '../../core/card/rules.js';
import { isHello, newestAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actionIds, callbackIds } from '../ids.js';
import { actions, button, cut, line, quoted, rich } from '../parts/blocks.js';
import { liftButton, refTo } from '../parts/buttons.js';
import { pauseBlocks } from '../parts/desk-notes.js';
import { modal, patronBlocks } from '../parts/modal.js';
import { pictureBlocks } from '../parts/pictures.js';
import { keptWords, noteBlocks, statusBlocks, statusOf } from '../parts/status.js';
import { purgedView } from './keep-views.js';

/** As long as Slack's inputs take. */
const MAX_DRAFT = 3000;

/**
 * A card to read: its draft, with a button to take it over; once it is done, all that was said on it.
 */
export function draftView({ card, desk, now }: { card: Card; desk: Desk; now: number }): ModalView {
  if (isPurged(card)) return purgedView(card, desk);
  const { words } = desk;
  const status = statusOf(card, desk, now);
  return modal({
    callbackId: callbackIds.draft,
    ref: refTo(card, desk),
    desk,
    title: isHello(card) ? 'draft.hello-title' : isDone(card) ? 'draft.all-title' : 'draft.title',
    about: firstOf(card.patron),
    close: 'draft.close',
    blocks: [
      ...(isDone(card) ? [] : pauseBlocks(desk, now)),
      ...patronBlocks(card, desk, now, { inFull: isDone(card) }),
      ...pictureBlocks(card, newestAct(card), desk),
      status ? statusBlocks(status) : rich(line(say(words, 'draft.nobody'))),
      ...noteBlocks(card, desk, now),
      ...draftBlocks(card, desk),
      ...keptWords(card, desk, now),
      ...(card.flag && isLegal('unflag', card.state) ? actions(liftButton(card, desk)) : []),
      ...(isLegal('take-over', card.state) && !card.flag
        ? actions(
            button({ id: actionIds.takeOver, label: say(words, 'button.take-over'), ref: refTo(card, desk) }),
          )
        : []),
    ],
  });
}

/** The draft; or that nothing is written yet. */
function draftBlocks(card: Card, desk: Desk): KnownBlock[] {
  if (!['open', 'claimed', 'in-review', 'handed-off'].includes(card.state)) return [];
  const draft = quoted(cut(card.draft?.text ?? '', MAX_DRAFT));
  if (draft) return [rich(draft)];
  return isLegal('save-draft', card.state) ? [rich(line(say(desk.words, 'draft.nothing')))] : [];
}
