import type { InputBlock, KnownBlock, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { lastAnswer } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { openingFrom } from '../../core/desk/saved-starters.js';
import { dateText, nameOf } from '../../core/sentences/phrases.js';
import { slackRoom } from '../../core/words/screen-room.js';
import { say } from '../../core/words/words.js';
import type { SavedStarter } from '../../core/writing/starters.js';
import { actionIds, callbackIds } from '../ids.js';
import { actions, button, cut, line, plain, quoted, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';

const MAX_LABEL = 30;
const MAX_OPENING = 500;
const MAX_SHOWN = 150;

/** *Save as starter*: a name, the words, and the starters that are saved already, each with *Remove*. */
export function starterView(card: Card, desk: Desk): ModalView {
  const { words, savedStarters = [] } = desk;
  const answer = lastAnswer(card);
  const opening = answer ? openingFrom(card, answer) : '';
  return modal({
    callbackId: callbackIds.starter,
    ref: refTo(card, desk),
    desk,
    title: 'starter.title',
    submit: 'starter.submit',
    close: 'pass.close',
    blocks: [
      input(actionIds.starterLabel, say(words, 'starter.name'), { max_length: MAX_LABEL }),
      {
        ...input(actionIds.starterWords, say(words, 'starter.words'), {
          max_length: MAX_OPENING,
          multiline: true,
          initial_value: cut(opening, MAX_OPENING),
        }),
        hint: plain(say(words, 'starter.hint', { first: '{first}' }), slackRoom.line),
      },
      ...(savedStarters.length > 0 ? [rich(line(say(words, 'starter.saved')))] : []),
      ...savedStarters.flatMap((one) => savedBlocks(one, card, desk)),
    ],
  });
}

function input(
  id: string,
  label: string,
  more: { max_length: number; multiline?: boolean; initial_value?: string },
): InputBlock {
  const element = { type: 'plain_text_input' as const, action_id: id, ...more };
  return { type: 'input', block_id: id, label: plain(label, slackRoom.line), element };
}

function savedBlocks({ id, label, opening, by, at }: SavedStarter, card: Card, desk: Desk): KnownBlock[] {
  const { words } = desk;
  const about = say(words, 'starter.line', { label, name: nameOf(desk, by), date: dateText(desk, at) });
  return [
    rich(line(about), quoted(cut(opening, MAX_SHOWN))),
    ...actions(
      button({
        id: actionIds.removeStarter,
        label: say(words, 'starter.remove'),
        ref: refTo(card, desk, id),
        confirm: {
          title: say(words, 'starter.remove-title'),
          question: say(words, 'starter.remove-text', { label }),
          yes: say(words, 'starter.remove'),
          no: say(words, 'delete.no'),
        },
      }),
    ),
  ];
}

type FormValues = Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>;

/** The name and the words in a filled-in form. */
export function starterIn(values: FormValues): { readonly label: string; readonly opening: string } {
  const value = (id: string) => values[id]?.[id]?.value ?? '';
  return {
    label: cut(value(actionIds.starterLabel).trim(), MAX_LABEL),
    opening: cut(value(actionIds.starterWords), MAX_OPENING),
  };
}
