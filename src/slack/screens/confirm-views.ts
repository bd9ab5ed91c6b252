import type { Button, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { lastAnswer } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { firstOf, nameOf, ourRepliesUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actionIds, callbackIds } from '../ids.js';
import { actions, button, type Confirm, line, link, quoted, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';
import { answerText } from '../parts/patron.js';

/** For somebody who is about to report on a colleague's answer: look on X first. */
export function lookView(card: Card, desk: Desk, buttons: readonly Button[]): ModalView {
  const name = nameOf(desk, card.holder?.id ?? '');
  const ours = link(ourRepliesUrl(desk), say(desk.words, 'state.look'));
  return modal({
    callbackId: callbackIds.look,
    ref: refTo(card, desk),
    desk,
    title: 'look.title',
    about: firstOf(card.patron),
    close: 'draft.close',
    blocks: [rich(line(say(desk.words, 'look.said', { name }), ' · ', ours)), ...actions(...buttons)],
  });
}

/** Slack's confirmation dialog, which asks whether they looked. */
export function confirmLooked(name: 'it-is-there' | 'not-there', { words }: Desk): Confirm {
  const which = name === 'it-is-there' ? 'there' : 'not-there';
  return {
    title: say(words, `look.${which}-title`),
    question: say(words, `look.${which}-text`),
    yes: say(words, 'look.yes'),
    no: say(words, 'look.no'),
  };
}

/** Slack's dialog before a patron is muted: what it means. */
export function confirmMute({ patron }: Card, { words }: Desk): Confirm {
  const fill = { first: firstOf(patron) };
  return {
    title: say(words, 'mute-person.title', fill),
    question: say(words, 'mute-person.text', fill),
    yes: say(words, 'mute-person.yes'),
    no: say(words, 'mute-person.no'),
  };
}

/** *Delete from X…*: the answer that would be deleted; Slack's dialog asks once more. */
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
      rich(line(say(words, 'delete.said')), answer && quoted(answerText(card, answer))),
      ...actions(
        button({
          id: actionIds.deleteNow,
          label: say(words, 'button.delete-now'),
          ref: refTo(card, desk),
          danger: true,
          confirm: {
            title: say(words, 'delete.confirm-title'),
            question: say(words, 'delete.confirm-text'),
            yes: say(words, 'delete.yes'),
            no: say(words, 'delete.no'),
          },
        }),
      ),
    ],
  });
}
