import type { ModalView } from '@slack/web-api';
import { type Card, lastAnswer } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actionIds, callbackIds } from '../ids.js';
import { actions, button, line, quoted, rich } from '../parts/blocks.js';
import { refTo } from '../parts/card-buttons.js';
import { modal } from '../parts/modal.js';
import { answered } from '../parts/patron.js';

/** *Delete from X…*: which answer goes; Slack asks once more. */
export function deleteView(card: Card, desk: Desk): ModalView {
  const { words } = desk;
  const answer = lastAnswer(card);
  return modal({
    callbackId: callbackIds.delete,
    ref: refTo(card, desk),
    desk,
    title: 'delete.title',
    about: firstOf(card.patron),
    close: 'pass.close',
    blocks: [
      rich(line(say(words, 'delete.said')), answer && quoted(answered(card, answer))),
      ...actions(
        button({
          id: actionIds.deleteNow,
          label: say(words, 'button.delete-now'),
          ref: refTo(card, desk),
          danger: true,
          confirm: {
            title: say(words, 'delete.confirm-title'),
            said: say(words, 'delete.confirm-text'),
            yes: say(words, 'delete.yes'),
            no: say(words, 'delete.no'),
          },
        }),
      ),
    ],
  });
}
