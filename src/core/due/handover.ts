import type { Act, Card } from '../card/card.js';
import { lineKey } from '../card/message.js';
import { unanswered } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import { fallbackOf } from '../desk/fallback.js';
import { dayMs } from '../durations.js';
import { type PanelId, panelId, type SlackUserId, slackUserId } from '../ids.js';
import { onShift } from '../rota/duty.js';
import { localDate, localDayOf, spanOf } from '../rota/local-time.js';
import { isOpen } from '../rota/open-hours.js';
import { answerBy, waitsForShift } from './deadlines.js';
import { endedShifts } from './shift-edges.js';

/** Cards that nobody who is there was told of: the people who were called to them went off shift before the deadline. */
export interface Handover {
  /** When those shifts ended (Unix ms). */
  readonly at: number;
  /** Who is told now: everybody on shift, or else the fallback person. */
  readonly people: readonly SlackUserId[];
  readonly cards: readonly Card[];
}

/** The id of the private message about a handover: one for each person and end of shifts. */
export const handoverId = ({ at }: Pick<Handover, 'at'>, to: SlackUserId): PanelId =>
  panelId(`handover-${to}-${at}`);

type HandingDesk = Pick<Desk, 'fallback' | 'listedStaff' | 'outsiders' | 'responseTargets' | 'rota'>;

/** Who is there at `now` (Unix ms), who is told of what others left, and when the last shift of somebody ended. */
export function peopleHandingOver(desk: HandingDesk, now: number) {
  const { rota } = desk;
  const present = onShift(rota, now);
  const fallback = fallbackOf(desk, now);
  const people =
    present.length > 0
      ? present.map(({ member }) => slackUserId(member.slackId))
      : fallback
        ? [fallback]
        : [];
  const ends = new Map(endedShifts(rota, now).map(({ person, at }) => [person, at]));
  const today = spanOf([localDayOf(rota.timeZone, localDate(rota, now))]).fromMs;
  // The shift of somebody who is gone, or of a day before yesterday, has no end that is known here.
  const shiftEndOf = (person: SlackUserId): number => ends.get(person) ?? today;
  return { present, people, shiftEndOf };
}

/**
 * What has to be handed over at `now` (Unix ms), by when the shifts ended; nothing outside open hours. What is late is left
 * to reminders, and what came before a shift began to the message that its person got then.
 */
export function handoversAt(desk: HandingDesk, cards: readonly Card[], now: number): readonly Handover[] {
  if (!isOpen(desk.rota, now)) return [];
  const { present, people, shiftEndOf } = peopleHandingOver(desk, now);
  const isSaid = (calledAt: number) =>
    present.some(({ fromMs }) => fromMs >= calledAt && now - fromMs < dayMs);
  const found = new Map<number, Card[]>();
  for (const card of cards) {
    const call = callOf(card);
    if (!call || present.some(({ member }) => member.slackId === call.to) || isSaid(call.at)) continue;
    if ((answerBy(desk, card) ?? 0) <= now) continue;
    const at = shiftEndOf(call.to);
    found.set(at, [...(found.get(at) ?? []), card]);
  }
  return people.length === 0 ? [] : [...found].map(([at, waiting]) => ({ at, people, cards: waiting }));
}

/** Whom a line in its thread called last to an open card, and when (Unix ms); undefined when nobody was called. */
function callOf(card: Card): { readonly to: SlackUserId; readonly at: number } | undefined {
  if (card.state !== 'open' || !waitsForShift(card)) return undefined;
  const lineOf = (act: Act) => card.messages[lineKey(act)];
  const act = unanswered(card).findLast((one) => lineOf(one)?.to !== undefined);
  const line = act && lineOf(act);
  return line?.to && !line.quiet ? { to: line.to, at: line.begunAt ?? line.slotAt } : undefined;
}
