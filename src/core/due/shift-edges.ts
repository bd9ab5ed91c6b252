import type { Card } from '../card/card.js';
import { isFollow, isHello } from '../card/select.js';
import { type PanelId, panelId, type SlackUserId, slackUserId } from '../ids.js';
import { dutiesBetween, next, onShift } from '../rota/duty.js';
import type { Rota } from '../rota/rota.js';

const dayMs = 24 * 60 * 60_000;

/** A shift of one person that began, or ended, a short while ago. */
export interface ShiftEdge {
  readonly who: SlackUserId;
  readonly at: number;
}

/** Who came on shift, and is on it still. Whoever has been on for longer than a day never comes. */
export const startedShifts = (rota: Rota, now: number): readonly ShiftEdge[] =>
  onShift(rota, now)
    .filter(({ fromMs }) => now - fromMs < dayMs)
    .map(({ member, fromMs }) => ({ who: slackUserId(member.slackId), at: fromMs }));

/** Who went off shift within a day, and is not on again; each by their last shift. */
export function endedShifts(rota: Rota, now: number): readonly ShiftEdge[] {
  const present = new Set(onShift(rota, now).map(({ member }) => member.slackId));
  const turns = new Map<SlackUserId, number>();
  for (const { member, toMs } of dutiesBetween(rota, now - dayMs, now)) {
    if (present.has(member.slackId) || toMs > now) continue;
    const who = slackUserId(member.slackId);
    turns.set(who, Math.max(toMs, turns.get(who) ?? 0));
  }
  return [...turns].map(([who, at]) => ({ who, at }));
}

/** When somebody comes on or goes off next, if that is soon; `latest` otherwise. */
export function nextEdgeAt(rota: Rota, now: number, latest: number): number {
  const ends = onShift(rota, now).map(({ untilMs }) => untilMs);
  return Math.min(latest, next(rota, now)?.atMs ?? latest, ...ends);
}

/** To whom somebody hands what they have: the first on shift now, else the first to come; nobody when that is they. */
export function successorOf(rota: Rota, now: number, person: SlackUserId): SlackUserId | undefined {
  const present = onShift(rota, now).map(({ member }) => member);
  const others = [...present, ...(next(rota, now)?.members ?? [])].filter(
    ({ slackId }) => slackId !== person,
  );
  return others[0] && slackUserId(others[0].slackId);
}

export const shiftStartId = ({ who, at }: ShiftEdge): PanelId => panelId(`shift-start-${who}-${at}`);
export const shiftEndId = ({ who, at }: ShiftEdge): PanelId => panelId(`shift-end-${who}-${at}`);

/** Whether a card is one to begin a shift with: a patron said something. New followers can wait. */
export const isSaid = (card: Card): boolean => !isFollow(card) && !isHello(card);
