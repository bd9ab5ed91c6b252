import type { Button, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { profileUrl } from '../../core/sentences/links.js';
import { firstOf, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { callbackIds } from '../ids.js';
import { actions, type Confirm, line, link, rich } from '../parts/blocks.js';
import { refTo } from '../parts/card-buttons.js';
import { modal } from '../parts/modal.js';

/** For somebody who says what became of a colleague's answer: look first. */
export function lookView(card: Card, desk: Desk, buttons: readonly Button[]): ModalView {
  const name = nameOf(desk, card.holder?.id ?? '');
  const ours = link(`${profileUrl(desk, desk.x.handle)}/with_replies`, say(desk.words, 'state.look'));
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

/** Slack's own dialog, which asks whether they looked. */
export function lookedDialog(name: 'it-is-there' | 'not-there', { words }: Desk): Confirm {
  const which = name === 'it-is-there' ? 'there' : 'not-there';
  return {
    title: say(words, `look.${which}-title`),
    said: say(words, `look.${which}-text`),
    yes: say(words, 'look.yes'),
    no: say(words, 'look.no'),
  };
}
