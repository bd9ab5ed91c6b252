import type { InputBlock, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { leadToAsk } from '../../core/desk/lead.js';
import type { SlackUserId } from '../../core/ids.js';
import { maxFlagNote } from '../../core/sentences/flag-sentences.js';
import { whoOf } from '../../core/sentences/kept-sentences.js';
import { firstOf, leadOf, nameOf } from '../../core/sentences/phrases.js';
import { slackRoom } from '../../core/words/screen-room.js';
import { say } from '../../core/words/words.js';
import { actionIds, callbackIds } from '../ids.js';
import { cut, line, plain, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal, patronBlocks } from '../parts/modal.js';
import { readPerson } from '../values.js';

/** A note is a sentence or two (characters). */
const MAX_NOTE = 500;
/** Slack's limit for a menu. */
const MAX_OPTIONS = 100;

/** *Pass to a colleague…*: a menu of colleagues, and a note for them. */
export function passView(card: Card, desk: Desk, from: SlackUserId, now: number): ModalView {
  const colleagues = desk.rota.staff.filter(
    ({ gone, slackId }) => !gone && slackId !== from && slackId !== card.holder?.id,
  );
  const nobody = colleagues.length === 0;
  return modal({
    callbackId: callbackIds.pass,
    ref: refTo(card, desk),
    desk,
    title: 'pass.title',
    ...(nobody ? {} : { submit: 'pass.submit' }),
    close: 'pass.close',
    blocks: [
      ...patronBlocks(card, desk, now),
      ...(nobody
        ? [rich(line(say(desk.words, 'pass.nobody')))]
        : [toWhom(desk, colleagues.slice(0, MAX_OPTIONS)), noteInput(say(desk.words, 'pass.note'))]),
    ],
  });
}

function toWhom({ words }: Desk, colleagues: readonly { slackId: string; name: string }[]): InputBlock {
  return {
    type: 'input',
    block_id: actionIds.colleague,
    label: plain(say(words, 'pass.to'), slackRoom.line),
    element: {
      type: 'static_select',
      action_id: actionIds.colleague,
      placeholder: plain(say(words, 'pass.pick'), slackRoom.placeholder),
      options: colleagues.map(({ slackId, name }) => ({
        text: plain(name, slackRoom.option),
        value: slackId,
      })),
    },
  };
}

/** *Send back…*: a note about what the writer should change. */
export function sendBackView(card: Card, desk: Desk, now: number): ModalView {
  const name = nameOf(desk, card.holder?.id ?? '');
  return modal({
    callbackId: callbackIds.sendBack,
    ref: refTo(card, desk),
    desk,
    title: 'send-back.title',
    about: firstOf(card.patron),
    submit: 'send-back.submit',
    close: 'pass.close',
    blocks: [...patronBlocks(card, desk, now), noteInput(say(desk.words, 'send-back.note', { name }))],
  });
}

/** *Flag to Carla…*: whom it asks, and a note for them that stands on the card. */
export function flagView(card: Card, desk: Desk, by: SlackUserId, now: number): ModalView {
  const { words } = desk;
  const asked = leadToAsk(desk, now, by);
  const lead = asked ? nameOf(desk, asked) : leadOf(desk);
  return modal({
    callbackId: callbackIds.flag,
    ref: refTo(card, desk),
    desk,
    title: 'flag.title',
    about: whoOf(card, desk),
    submit: 'flag.submit',
    close: 'pass.close',
    blocks: [
      ...patronBlocks(card, desk, now),
      rich(line(asked ? say(words, 'flag.said', { lead }) : say(words, 'flag.nobody'))),
      noteInput(say(words, 'flag.note', { lead }), { most: maxFlagNote, lines: false }),
    ],
  });
}

function noteInput(label: string, { most = MAX_NOTE, lines = true } = {}): InputBlock {
  return {
    type: 'input',
    block_id: actionIds.note,
    optional: true,
    label: plain(label, slackRoom.line),
    element: {
      type: 'plain_text_input',
      action_id: actionIds.note,
      multiline: lines,
      max_length: most,
    },
  };
}

type FormValue = {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
};

/** The note, and the chosen colleague if there is one, of a filled-in form. */
export function filledIn(values: Readonly<Record<string, Readonly<Record<string, FormValue>>>>) {
  return {
    note: cut(values[actionIds.note]?.[actionIds.note]?.value?.trim() ?? '', MAX_NOTE),
    colleague: readPerson(values[actionIds.colleague]?.[actionIds.colleague]?.selected_option?.value),
  };
}
