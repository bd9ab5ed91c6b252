import type { Listed, Panel } from '../board/panel.js';
import type { ReminderStage } from '../card/card-clock.js';
import type { Desk } from '../desk/desk.js';
import { type PanelId, panelId, type SlackUserId, slackUserId } from '../ids.js';
import { onShift } from '../rota/duty.js';
import { openFrom } from '../rota/open-hours.js';

/** Who is asked when nobody is on shift. */
export function fallbackOf({ fallback, rota }: Desk): SlackUserId | undefined {
  const member = rota.staff.find(({ key }) => key === fallback);
  return member && slackUserId(member.slackId);
}

/** Whom a stage reminds: everybody on shift, or else the fallback person. */
export function toRemind(desk: Desk, now: number, stage: ReminderStage): readonly SlackUserId[] {
  const fallback = fallbackOf(desk);
  const present = onShift(desk.rota, now).map(({ member }) => slackUserId(member.slackId));
  return stage === 'shift' && present.length > 0 ? present : fallback ? [fallback] : [];
}

/** Whether a person is still one to remind: a reminder may have waited past the end of their shift. */
export const isReminded = (desk: Desk, now: number, person: SlackUserId): boolean =>
  fallbackOf(desk) === person || onShift(desk.rota, now).some(({ member }) => member.slackId === person);

/** Not before this a person is reminded who is there: in open hours, and so long after what waited when they came. */
export function remindsFrom(desk: Desk, to: SlackUserId, now: number): number | undefined {
  const shift = onShift(desk.rota, now).find(({ member }) => member.slackId === to);
  return openFrom(desk.rota, Math.max(now, shift ? shift.fromMs + desk.nudges.remindEveryMs : now));
}

/** Nobody has begun to post it: what joins it now is told by it. */
export const isJoinable = ({ closed, message }: Panel): boolean =>
  !closed && message?.begunAt === undefined && !message?.quiet;

export const isListed = ({ lists = [] }: Panel, { card, dueAt }: Listed): boolean =>
  lists.some((one) => one.card === card && one.dueAt === dueAt);

export const reminderId = (to: SlackUserId, n: number): PanelId => panelId(`reminder-${to}-${n}`);

/** The number of a person's reminder; 0 before the first. */
export const reminderNumber = (last: Panel | undefined): number =>
  Number(/-(\d+)$/u.exec(last?.id ?? '')?.[1] ?? 0);

/**
 * When a person may be reminded next, so long after the last time. What comes within `gatherMs` goes together. Undefined
 * when the library does not open within a year.
 */
export function nextReminderAt(
  desk: Desk,
  to: SlackUserId,
  last: Panel | undefined,
  now: number,
  gatherMs: number,
): number | undefined {
  const { fallbackEveryMs, remindEveryMs } = desk.nudges;
  const isPresent = onShift(desk.rota, now).some(({ member }) => member.slackId === to);
  const everyMs = isPresent ? remindEveryMs : fallbackEveryMs;
  const saidAt = last?.message?.quiet ? undefined : (last?.message?.begunAt ?? last?.message?.slotAt);
  const at = Math.max(now + gatherMs, saidAt === undefined ? now : saidAt + everyMs);
  return openFrom(desk.rota, at);
}
