import type { ModalView } from '@slack/web-api';
import { type Card, lastAnswer } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { firstOf } from '../core/phrases.js';
import { say } from '../core/words.js';
import { actions, button, line, quoted, rich } from './blocks.js';
import { refTo } from './card-buttons.js';
import { actionIds, callbackIds } from './ids.js';
import { answered } from './patron.js';
import { modal } from './views.js';

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
