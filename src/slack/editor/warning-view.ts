import type { ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { replyTarget } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { findingSentence } from '../../core/sentences/finding-sentences.js';
import { say } from '../../core/words/words.js';
import type { Finding } from '../../core/writing/finding.js';
import { actionIds, callbackIds } from '../ids.js';
import { actions, button, line, quoted, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { pauseBlocks } from '../parts/desk-notes.js';
import { modal } from '../parts/modal.js';
import { encodeWriting } from '../values.js';

/** The warnings about words, with *Send anyway*. It takes the editor's place, and carries the words with its ref. */
export const warningView = (
  card: Card,
  desk: Desk,
  warnings: readonly Finding[],
  text: string,
  now: number,
): ModalView =>
  modal({
    callbackId: callbackIds.warning,
    ref: refTo(card, desk, encodeWriting({ opening: text, shownPost: replyTarget(card) })),
    desk,
    title: 'warning.title',
    submit: 'warning.send-anyway',
    close: 'editor.keep',
    blocks: [
      ...pauseBlocks(desk, now),
      ...warnings.map((warning) => rich(line(findingSentence(desk, warning, card)))),
      rich(quoted(text)),
      ...actions(
        button({ id: actionIds.open, label: say(desk.words, 'warning.back'), ref: refTo(card, desk) }),
      ),
    ],
  });
