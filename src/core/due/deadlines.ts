import { isGathered } from '../board/gathered.js';
import type { RecordedAction } from '../card/actions.js';
import type { Card } from '../card/card.js';
import { type ClockStop, isSetAside, type ReminderStage } from '../card/card-clock.js';
import { isDone } from '../card/message.js';
import { isQuestion, isWritten, unanswered } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import { openTimeOf } from '../desk/policy.js';
import { type PanelId, panelId, type SlackUserId } from '../ids.js';
import { afterOpenTime, openTimeBetween } from '../rota/open-hours.js';
import { remembered } from '../rota/remembered.js';
import type { Rota } from '../rota/rota.js';

/** A card is late for the people on shift after its response target, and for the fallback person after twice that. */
export const reminderStages: readonly ReminderStage[] = ['shift', 'fallback'];
const targetsPassed: Readonly<Record<ReminderStage, number>> = { shift: 1, fallback: 2 };

/**
 * Since when a card waits for any colleague's look (Unix ms): at words that nobody checks yet, or at our timeline, which
 * does not show an answer. Undefined for all other cards.
 */
export function lookWantedSince({ state, review, reply }: Card): number | undefined {
  if (state === 'in-review' && review && !review.reviewer) return review.askedAt;
  return state === 'unsure' && reply?.notSeen ? reply.unsureSince : undefined;
}

/** Whether a card waits for any colleague: to answer it, to check what a colleague wrote, or to look for an answer on X. */
export const waitsForShift = (card: Card): boolean =>
  !isSetAside(card) && ((card.state === 'open' && !isGathered(card)) || lookWantedSince(card) !== undefined);

/**
 * When people should be reminded of a card at a stage (Unix ms), for acts after the last reminder. A card that was late
 * before it was set aside is late again when it comes back. Undefined when there is nothing to remind of.
 */
export const overdueAt = (desk: DueDesk, card: Card, stage: ReminderStage): number | undefined =>
  waitsForShift(card) ? dueBy(desk, card, card.clock?.reminded?.[stage], targetsPassed[stage]) : undefined;

/** What a deadline needs of a desk. */
export type DueDesk = Pick<Desk, 'nudges' | 'rota' | 'responseTargets'>;

/**
 * By when somebody should have done what a card waits for (Unix ms): by when it should be answered, or, where a colleague
 * only has to look, after the time for which nobody else may leave a card alone. Counted like `answerBy`.
 */
export function dueBy(
  desk: DueDesk,
  card: Card,
  since = Number.NEGATIVE_INFINITY,
  targetsPassed = 1,
): number | undefined {
  const wanted = lookWantedSince(card);
  const lookMs = desk.nudges.putBackMs * targetsPassed;
  const lookBy =
    wanted !== undefined && wanted > since
      ? openTimePassedAt(desk.rota, wanted, lookMs, card.clock?.stops)
      : undefined;
  const times = [answerBy(desk, card, since, targetsPassed), lookBy].filter((at) => at !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * Since when the question of a card waits that has waited longest (Unix ms). Undefined for a card without one, and for one that
 * is closed, set aside or gathered with other answers.
 */
export function questionSince(card: Card): number | undefined {
  if (isDone(card) || isSetAside(card) || isGathered(card)) return undefined;
  const times = unanswered(card).flatMap((act) => (isQuestion(act) ? act.at : []));
  return times.length > 0 ? Math.max(Math.min(...times), card.clock?.waitsFrom ?? 0) : undefined;
}

/** Whether a card waits for any colleague and its deadline is over at `now` (Unix ms). */
export const isLate = (desk: DueDesk, card: Card, now: number): boolean =>
  waitsForShift(card) && (dueBy(desk, card) ?? Number.POSITIVE_INFINITY) <= now;

/** Up to when a reminder of a card at this time covers what happened (Unix ms). */
export const remindedUpTo = (card: Card): number =>
  Math.max(card.acts.at(-1)?.at ?? 0, lookWantedSince(card) ?? 0);

/**
 * By when a card should be answered (Unix ms): the earliest time at which one of its acts has waited for
 * `targetsPassed` times its response target, in opening hours and without the times in which the card was set aside.
 * Only acts after `since` count. Undefined when no act has a target, the card is set aside or gathered with other answers,
 * or the library is closed for too long.
 */
export function answerBy(
  { rota, responseTargets }: Pick<Desk, 'rota' | 'responseTargets'>,
  card: Card,
  since = Number.NEGATIVE_INFINITY,
  targetsPassed = 1,
): number | undefined {
  if (isGathered(card)) return undefined;
  const times = unanswered(card).flatMap((act) => {
    const target = isWritten(act) && act.at > since ? responseTargets[act.topic] : undefined;
    if (target === undefined) return [];
    const from = Math.max(act.at, card.clock?.waitsFrom ?? act.at);
    const openMs = remembered(rota, [target, from, targetsPassed], () =>
      openTimeOf(target, rota, from, targetsPassed),
    );
    return openMs === undefined ? [] : (openTimePassedAt(rota, from, openMs, card.clock?.stops) ?? []);
  });
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * The time at which `openMs` of opening hours have passed since `fromMs`, without the `stops` (Unix ms), and not before
 * the last of them ended. Undefined while a stop lasts, or when the library is closed for too long.
 */
export function openTimePassedAt(
  rota: Rota,
  fromMs: number,
  openMs: number,
  stops: readonly ClockStop[] = [],
): number | undefined {
  return remembered(rota, [fromMs, openMs, stops], () =>
    computeOpenTimePassedAt(rota, fromMs, openMs, stops),
  );
}

function computeOpenTimePassedAt(
  rota: Rota,
  fromMs: number,
  openMs: number,
  stops: readonly ClockStop[],
): number | undefined {
  let from = fromMs;
  let left = openMs;
  for (const stop of stops) {
    if (stop.to === undefined) return undefined;
    if (stop.to <= from) continue;
    left -= Math.min(left, openTimeBetween(rota, from, Math.max(from, stop.from)));
    from = stop.to;
  }
  return afterOpenTime(rota, from, left);
}

/**
 * The person who works on a card: its holder, or the colleague who checks it. Undefined for a card that waits for a
 * check, and in all other states.
 */
export function assigneeOf({ state, holder, review }: Card): SlackUserId | undefined {
  if (state === 'in-review') return review?.reviewer;
  return state === 'claimed' || state === 'handed-off' ? holder?.id : undefined;
}

/** Steps by which an answer comes back to its writer. Earlier versions stored `begin` where this one stores `lapse`. */
const returningActions: readonly string[] = [
  'begin',
  'lapse',
  'reject',
  'edited',
  'withdraw',
] satisfies RecordedAction[];

/**
 * When a person last did something with a card, said that they still work on it, or got it back (Unix ms); 0 for never.
 */
function lastActivityAt({ draft, history, holder, kept }: Card, person: SlackUserId): number {
  return Math.max(
    holder?.id === person ? holder.since : 0,
    draft?.by === person ? draft.at : 0,
    kept?.by === person ? kept.at : 0,
    history.findLast(({ action, by }) => by === person || returningActions.includes(action))?.at ?? 0,
  );
}

/**
 * Whether a person works on a card and has done nothing with it after `since` (Unix ms). A flagged card never counts.
 */
export const isIdleWith = (card: Card, person: SlackUserId, since: number): boolean =>
  assigneeOf(card) === person && !card.flag && lastActivityAt(card, person) <= since;

/** How long a person has done nothing with a card, and what follows. Times are Unix ms. */
export interface IdleInfo {
  readonly assignee: SlackUserId;
  readonly since: number;
  /** When they are asked "Still on it?"; undefined when the library is closed for too long. */
  readonly askAt: number | undefined;
  /** When the card goes back to the shift. */
  readonly backAt: number | undefined;
}

/** The id of the private message that asks somebody "Still on it?" about all that is idle at a time (Unix ms). */
export const idlePanelId = (assignee: SlackUserId, at: number): PanelId => panelId(`idle-${assignee}-${at}`);

/**
 * Whether a private message asks the person about the card as it is idle now: "Still on it?", or the list at the end of
 * their shift. Earlier versions asked about each card in a message of its own, whose id names the card.
 */
export function asksAbout(panel: PanelId, card: Card, { since, assignee }: IdleInfo): boolean {
  const isSince = (begin: string) => panel.startsWith(begin) && Number(panel.slice(begin.length)) >= since;
  return (
    panel === `idle-${card.id}-${since}` || isSince(`idle-${assignee}-`) || isSince(`shift-end-${assignee}-`)
  );
}

/** Whether the person was asked about the card since they last did something with it. */
export const isAsked = (card: Card, idleInfo: IdleInfo): boolean =>
  (card.listed?.in ?? []).some((panel) => asksAbout(panel, card, idleInfo));

/**
 * Since when the person who works on a card has done nothing with it, and what follows. It counts opening hours.
 * Undefined where nobody works on it, or it is set aside.
 */
export function idleInfoOf(
  { rota, nudges }: Pick<Desk, 'rota' | 'nudges'>,
  card: Card,
): IdleInfo | undefined {
  const assignee = assigneeOf(card);
  if (!assignee || isSetAside(card)) return undefined;
  const since = lastActivityAt(card, assignee);
  const after = (openMs: number) => openTimePassedAt(rota, since, openMs, card.clock?.stops);
  return { assignee, since, askAt: after(nudges.stillOnItMs), backAt: after(nudges.putBackMs) };
}
