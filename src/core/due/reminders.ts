import type { ListedCard, Panel } from '../board/panel.js';
import type { Card } from '../card/card.js';
import type { ReminderStage } from '../card/card-clock.js';
import type { Desk } from '../desk/desk.js';
import { fallbackOf } from '../desk/fallback.js';
import { type PanelId, panelId, type SlackUserId, slackUserId } from '../ids.js';
import { onShift } from '../rota/duty.js';
import { localDate, localDayOf } from '../rota/local-time.js';
import { openFrom } from '../rota/open-hours.js';

import { startedShifts } from './shift-edges.js';

/**
 * Whom a stage reminds at `now` (Unix ms): everybody on shift, or else the fallback person. Of words that wait for a check
 * only those are reminded who may check them.
 */
export function peopleToRemind(
  desk: Desk,
  now: number,
  stage: ReminderStage,
  card?: Card,
): readonly SlackUserId[] {
  const fallback = fallbackOf(desk, now);
  const writer = card?.state === 'in-review' ? card.holder?.id : undefined;
  const present = onShift(desk.rota, now)
    .filter(({ member }) => !writer || (member.slackId !== writer && !member.trainee))
    .map(({ member }) => slackUserId(member.slackId));
  return stage === 'shift' && present.length > 0 ? present : fallback ? [fallback] : [];
}

/** Whether a person should still get a reminder: it may have waited past the end of their shift. */
export const isStillToRemind = (desk: Desk, now: number, person: SlackUserId): boolean =>
  fallbackOf(desk, now) === person || onShift(desk.rota, now).some(({ member }) => member.slackId === person);

/**
 * The earliest time for a person's reminder (Unix ms): in opening hours, and `remindEveryMs` after their shift began,
 * because a message told them then what waits. Undefined when the library does not open within a year.
 */
export function earliestReminderAt(desk: Desk, to: SlackUserId, now: number): number | undefined {
  const shift = onShift(desk.rota, now).find(({ member }) => member.slackId === to);
  return openFrom(desk.rota, Math.max(now, shift ? shift.fromMs + desk.nudges.remindEveryMs : now));
}

/**
 * Whom to remind at `now` (Unix ms) of what was late before today: those whom a card that becomes late would call, without
 * those whose shift began within a day, because a message told them then what is late.
 */
export function peopleToRemindAgain(desk: Desk, now: number): readonly SlackUserId[] {
  const told = new Set(startedShifts(desk.rota, now).map(({ person }) => person));
  return peopleToRemind(desk, now, 'shift').filter((person) => !told.has(person));
}

/** The last moment of the day before that of `now`, by the desk's calendar (Unix ms): what was due then was late that day. */
export const lateBeforeToday = ({ rota }: Pick<Desk, 'rota'>, now: number): number =>
  localDayOf(rota.timeZone, localDate(rota, now)).at(0) - 1;

/** Whether a reminder can still take more cards: no worker has begun to post it, and no other one says it. */
export const acceptsCards = ({ closed, message, saidBy }: Panel): boolean =>
  !closed && !saidBy && message?.begunAt === undefined && !message?.quiet;

/** Those of the cards that a reminder does not list for the same due time. */
export function notListed({ lists = [] }: Panel, cards: readonly ListedCard[]): readonly ListedCard[] {
  const placeOf = ({ card, dueAt }: ListedCard) => `${card} ${dueAt}`;
  const known = new Set(lists.map(placeOf));
  return cards.filter((one) => !known.has(placeOf(one)));
}

/** The id of a person's `n`-th reminder (1-based). */
export const reminderId = (to: SlackUserId, n: number): PanelId => panelId(`reminder-${to}-${n}`);

/** The number of a person's last reminder; 0 before the first. */
export const reminderNumber = (last: Panel | undefined): number =>
  Number(/-(\d+)$/u.exec(last?.id ?? '')?.[1] ?? 0);

/** How far apart the reminders of a person are at `now` (ms): less while they are on shift. */
export function remindEveryMs(desk: Desk, to: SlackUserId, now: number): number {
  const isPresent = onShift(desk.rota, now).some(({ member }) => member.slackId === to);
  return isPresent ? desk.nudges.remindEveryMs : desk.nudges.fallbackEveryMs;
}

/**
 * When a person may be reminded next (Unix ms): in opening hours, `remindEveryMs` after their last reminder, or
 * `fallbackEveryMs` while they are not on shift. Cards that become late within `gatherMs` share one reminder. Undefined
 * when the library does not open within a year.
 */
export function nextReminderAt(
  desk: Desk,
  to: SlackUserId,
  last: Panel | undefined,
  now: number,
  gatherMs: number,
): number | undefined {
  const everyMs = remindEveryMs(desk, to, now);
  const saidAt = last?.message?.quiet ? undefined : (last?.message?.begunAt ?? last?.message?.slotAt);
  const at = Math.max(now + gatherMs, saidAt === undefined ? now : saidAt + everyMs);
  return openFrom(desk.rota, at);
}
