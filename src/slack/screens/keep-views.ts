import type { InputBlock, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { longestHoldMs } from '../../core/card/team-transitions.js';
import type { Desk } from '../../core/desk/desk.js';
import { dayMs } from '../../core/durations.js';
import { dateText } from '../../core/sentences/phrases.js';
import { slackRoom } from '../../core/words/screen-room.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds, callbackIds } from '../ids.js';
import { purgedLines } from '../messages/purged-card.js';
import { cut, line, plain, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal, patronBlocks } from '../parts/modal.js';

/** Any screen about a card of which nothing is kept that a patron wrote. */
export const purgedView = (card: Card, desk: Desk): ModalView =>
  modal({
    callbackId: callbackIds.draft,
    ref: refTo(card, desk),
    desk,
    title: 'kept.title',
    close: 'draft.close',
    blocks: [purgedLines(card, desk)],
  });

/** For so many days a lead may keep something. */
const holdDays = [7, 14, longestHoldMs / dayMs] as const;
/** A reason is a sentence (characters). */
const maxReason = 150;

/** *Keep until…*: for how long, and why. */
export function holdView(card: Card, desk: Desk, now: number): ModalView {
  const { words } = desk;
  const options = holdDays.map((days) => ({
    text: plain(
      sayCount(desk, 'hold.days', days, { date: dateText(desk, now + days * dayMs) }),
      slackRoom.option,
    ),
    value: String(days),
  }));
  const howLong: InputBlock = {
    type: 'input',
    block_id: actionIds.until,
    label: plain(say(words, 'hold.how-long'), slackRoom.line),
    element: {
      type: 'static_select',
      action_id: actionIds.until,
      options,
      ...(options[0] ? { initial_option: options[0] } : {}),
    },
  };
  const why: InputBlock = {
    type: 'input',
    block_id: actionIds.note,
    label: plain(say(words, 'hold.reason'), slackRoom.line),
    element: { type: 'plain_text_input', action_id: actionIds.note, max_length: maxReason },
  };
  return modal({
    callbackId: callbackIds.hold,
    ref: refTo(card, desk),
    desk,
    title: 'hold.title',
    submit: 'hold.submit',
    close: 'pass.close',
    blocks: [...patronBlocks(card, desk, now), rich(line(say(words, 'hold.said'))), howLong, why],
  });
}

type FormValue = {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
};

/** Until when (Unix ms), and why, of a filled-in form; undefined for a number of days that it does not offer. */
export function readHold(
  values: Readonly<Record<string, Readonly<Record<string, FormValue>>>>,
  now: number,
): { readonly until: number; readonly reason: string } | undefined {
  const picked = values[actionIds.until]?.[actionIds.until]?.selected_option?.value;
  const days = holdDays.find((one) => String(one) === picked);
  const reason = cut(values[actionIds.note]?.[actionIds.note]?.value?.trim() ?? '', maxReason);
  return days === undefined ? undefined : { until: now + days * dayMs, reason };
}
