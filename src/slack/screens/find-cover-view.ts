import type { InputBlock, ModalView, PlainTextOption } from '@slack/web-api';
import type { CoverAsk } from '../../core/desk/cover-transitions.js';
import type { Desk } from '../../core/desk/desk.js';
import { slackUserId } from '../../core/ids.js';
import { type ComingShift, comingShifts, partOfShift } from '../../core/rota/coming-shifts.js';
import { spanAndDayText } from '../../core/sentences/shift-times.js';
import { slackRoom } from '../../core/words/screen-room.js';
import { say, type WordKey } from '../../core/words/words.js';
import { actionIds, callbackIds } from '../ids.js';
import { line, plain, rich } from '../parts/blocks.js';
import { modal } from '../parts/modal.js';
import { isTime, readPerson, readShift } from '../values.js';

/** Slack's limits for a menu: options in all, or in a group, and groups. */
const MAX_OPTIONS = 100;
const everyone = 'everyone';

/** *Find cover*: which shift, which part of it, and whom to ask. It opens with the presser's next shift and everyone. */
export function findCoverView(desk: Desk, user: string, now: number): ModalView {
  const shifts = comingShifts(desk.rota, now);
  const ask = {
    callbackId: callbackIds.findCover,
    ref: { desk: desk.id },
    desk,
    title: 'find.title',
  } as const;
  if (shifts.length === 0) {
    return modal({ ...ask, close: 'pass.close', blocks: [rich(line(say(desk.words, 'find.nothing')))] });
  }
  return modal({
    ...ask,
    submit: 'find.ask',
    close: 'pass.close',
    blocks: [whichShift(shifts, desk, user, now), ...times(desk), whomToAsk(desk, user)],
  });
}

function whichShift(shifts: readonly ComingShift[], desk: Desk, user: string, now: number): InputBlock {
  const people = [...new Set(shifts.map(({ member }) => member))];
  const inOrder = people.toSorted((a, b) => Number(b.slackId === user) - Number(a.slackId === user));
  const groups = inOrder.slice(0, MAX_OPTIONS).map((member) => ({
    label: plain(member.slackId === user ? say(desk.words, 'find.yours') : member.name, slackRoom.option),
    options: shifts
      .filter((shift) => shift.member === member)
      .slice(0, MAX_OPTIONS)
      .map((shift) => ({
        text: plain(spanAndDayText(desk, shift, now), slackRoom.option),
        value: encodeShift(shift),
      })),
  }));
  const mine = inOrder[0]?.slackId === user ? groups[0]?.options[0] : undefined;
  return input(desk, 'find.shift', {
    type: 'static_select',
    action_id: actionIds.shift,
    placeholder: plain(say(desk.words, 'find.pick'), slackRoom.placeholder),
    option_groups: groups,
    ...(mine ? { initial_option: mine } : {}),
  });
}

const times = (desk: Desk): InputBlock[] =>
  (
    [
      [actionIds.from, 'find.from'],
      [actionIds.until, 'find.to'],
    ] as const
  ).map(([id, label]) => ({
    ...input(desk, label, {
      type: 'timepicker',
      action_id: id,
      placeholder: plain(say(desk.words, 'find.time'), slackRoom.placeholder),
    }),
    optional: true,
  }));

function whomToAsk(desk: Desk, user: string): InputBlock {
  const all: PlainTextOption = {
    text: plain(say(desk.words, 'find.everyone'), slackRoom.option),
    value: everyone,
  };
  const colleagues = desk.rota.staff
    .filter(({ gone, slackId }) => !gone && slackId !== user)
    .slice(0, MAX_OPTIONS - 1)
    .map(({ slackId, name }) => ({ text: plain(name, slackRoom.option), value: slackId }));
  return input(desk, 'find.whom', {
    type: 'static_select',
    action_id: actionIds.colleague,
    options: [all, ...colleagues],
    initial_option: all,
  });
}

function input(
  desk: Desk,
  label: WordKey,
  element: InputBlock['element'] & { action_id: string },
): InputBlock {
  return {
    type: 'input',
    block_id: element.action_id,
    label: plain(say(desk.words, label), slackRoom.line),
    element,
  };
}

const encodeShift = ({ member, fromMs, toMs }: ComingShift) => `${member.slackId} ${fromMs} ${toMs}`;

type FormValue = {
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_time?: string | null;
};

/**
 * The request in a filled-in form; undefined when no shift was chosen, or a time that no clock shows. A colleague who is
 * no person in Slack is asked as "": nobody.
 */
export function askedIn(
  { rota }: Desk,
  values: Readonly<Record<string, Readonly<Record<string, FormValue>>>>,
): CoverAsk | undefined {
  const chosen = (id: string) => values[id]?.[id];
  const shift = readShift(chosen(actionIds.shift)?.selected_option?.value);
  const time = (id: string) => chosen(id)?.selected_time ?? undefined;
  const [from, until] = [time(actionIds.from), time(actionIds.until)];
  if (!shift || [from, until].some((one) => one !== undefined && !isTime(one))) return undefined;
  const asked = chosen(actionIds.colleague)?.selected_option?.value;
  return {
    whose: shift.whose,
    ...partOfShift(rota, shift, from, until),
    ...(asked === undefined || asked === everyone ? {} : { asked: readPerson(asked) ?? slackUserId('') }),
  };
}
