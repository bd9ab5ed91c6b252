import type { Card } from '../card/card.js';
import { isFollow, isHello } from '../card/select.js';
import { dayMs } from '../durations.js';
import { type PanelId, panelId, type SlackUserId, slackUserId } from '../ids.js';
import { dutiesBetween, nextOnShift, onShift } from '../rota/duty.js';
import type { Rota } from '../rota/rota.js';

/** The begin or the end of one person's shift, `at` Unix ms. */
export interface ShiftEdge {
  readonly person: SlackUserId;
  readonly at: number;
}

/** The shifts that run now and began within a day. A shift longer than that is taken for one that never begins. */
export const startedShifts = (rota: Rota, now: number): readonly ShiftEdge[] =>
  onShift(rota, now)
    .filter(({ fromMs }) => now - fromMs < dayMs)
    .map(({ member, fromMs }) => ({ person: slackUserId(member.slackId), at: fromMs }));

/** The last shift of each person whose shift ended within a day and who is not on shift now. */
export function endedShifts(rota: Rota, now: number): readonly ShiftEdge[] {
  const present = new Set(onShift(rota, now).map(({ member }) => member.slackId));
  const ends = new Map<SlackUserId, number>();
  for (const { member, toMs } of dutiesBetween(rota, now - dayMs, now)) {
    if (present.has(member.slackId) || toMs > now) continue;
    const person = slackUserId(member.slackId);
    ends.set(person, Math.max(toMs, ends.get(person) ?? 0));
  }
  return [...ends].map(([person, at]) => ({ person, at }));
}

/** When the next shift begins or ends (Unix ms), but not later than `latest`. */
export function nextEdgeAt(rota: Rota, now: number, latest: number): number {
  const ends = onShift(rota, now).map(({ untilMs }) => untilMs);
  return Math.min(latest, nextOnShift(rota, now)?.atMs ?? latest, ...ends);
}

/** Who takes over what a person has: the first other person on shift, else the first on the next shift. */
export function successorOf(rota: Rota, now: number, person: SlackUserId): SlackUserId | undefined {
  const present = onShift(rota, now).map(({ member }) => member);
  const others = [...present, ...(nextOnShift(rota, now)?.members ?? [])].filter(
    ({ slackId }) => slackId !== person,
  );
  return others[0] && slackUserId(others[0].slackId);
}

/** The ids of the messages that a person gets when their shift begins or ends. */
export const shiftStartId = ({ person, at }: ShiftEdge): PanelId => panelId(`shift-start-${person}-${at}`);
/** The id of the panel for the end of a shift. */
export const shiftEndId = ({ person, at }: ShiftEdge): PanelId => panelId(`shift-end-${person}-${at}`);

/** Whether a card is for a patron's post. New followers and hellos can wait when a shift begins or ends. */
export const isPatronPost = (card: Card): boolean => !isFollow(card) && !isHello(card);
