import { randomUUID } from 'node:crypto';
import { bumpVersion, type Panel } from '../../core/board/panel.js';
import { isIdleWith } from '../../core/due/deadlines.js';
import { nextPollAt } from '../../core/due/poll-times.js';
import {
  endedShifts,
  isPatronPost,
  nextEdgeAt,
  type ShiftEdge,
  shiftEndId,
  shiftStartId,
  startedShifts,
} from '../../core/due/shift-edges.js';
import { type PanelId, token } from '../../core/ids.js';
import { isOpen, openFrom } from '../../core/rota/open-hours.js';
import type { Ports } from '../../ports.js';
import type { Looking } from '../send/look.js';
import { follow } from '../tell/follow.js';
import { remindOfFlags } from './flags.js';
import { tellHandovers } from './handover.js';
import { giveBack } from './idle.js';
import { remindAgain } from './remind.js';
import { keepLinesTrue } from './true-lines.js';

type Watching = Pick<Ports, 'cards' | 'clock' | 'desk' | 'due' | 'panels' | 'settings' | 'timings' | 'turn'>;

/**
 * Tells people at the beginning and at the end of their shift, one message each at most, and of what colleagues left who went
 * off shift; keeps the lines in threads true. Due again at the next edge.
 */
export async function watchShifts(ports: Watching): Promise<void> {
  const { clock, desk, due, timings, turn } = ports;
  const now = clock.now();
  for (const edge of startedShifts(desk.rota, now)) await beginShift(ports, edge);
  for (const edge of endedShifts(desk.rota, now)) await endShift(ports, edge);
  await remindOfFlags(ports);
  await remindAgain(ports);
  await keepLinesTrue(ports);
  await tellHandovers(ports);
  // What was left at closing is told when the library opens.
  const opensAt = isOpen(desk.rota, now) ? undefined : openFrom(desk.rota, now);
  const latest = Math.min(
    nextPollAt(now, timings.pollShiftsMs, 'shifts', turn),
    opensAt ?? Number.POSITIVE_INFINITY,
  );
  const at = nextEdgeAt(desk.rota, now, latest);
  await due.put({ job: 'poll', id: 'shifts', at });
}

/** Tells somebody whose shift begins what waits. Where nothing waits, a quiet record says that it needs no message. */
async function beginShift({ cards, clock, desk, panels }: Watching, edge: ShiftEdge): Promise<void> {
  const id = shiftStartId(edge);
  if (await panels.get(id)) return;
  const startedAt = clock.now();
  // A shift that begins before the library opens is told at its opening, of what waits then.
  const waits =
    !isOpen(desk.rota, startedAt) ||
    (await cards.countWaiting(startedAt)).toBeTold > 0 ||
    (await cards.flagged()).some(isPatronPost);
  const said = privatePanel(id, 'shift-start', edge, startedAt);
  const quiet = {
    token: token(randomUUID()),
    slotAt: startedAt,
    shown: 0,
    to: edge.person,
    quiet: true,
  } as const;
  const panel: Panel = { ...said, closed: true, ...(waits ? {} : { message: quiet }) };
  await panels.change(id, (known = panel) => ({ next: known, result: undefined }));
}

/** Tells somebody whose shift ends which cards they still have, in one list, with time to say what becomes of each. */
async function endShift({ cards, clock, desk, panels }: Watching, edge: ShiftEdge): Promise<void> {
  const id = shiftEndId(edge);
  // Nobody is told anything while the library is closed: what they still have, they are asked about when it opens.
  if (!isOpen(desk.rota, edge.at - 1) || (await panels.get(id))) return;
  const left = (await cards.heldBy(edge.person)).filter((card) => isIdleWith(card, edge.person, edge.at));
  if (left.length === 0) return;
  const startedAt = clock.now();
  const endsAt = startedAt + desk.nudges.shiftEndMs;
  const lists = left.map(({ id: card }) => ({ card }));
  const panel: Panel = { ...privatePanel(id, 'shift-end', edge, startedAt), lists, endsAt };
  await follow(
    { cards },
    id,
    left.map((card) => card.id),
  );
  await panels.change(id, (known = panel) => ({ next: known, result: undefined }));
}

const privatePanel = (
  id: PanelId,
  kind: 'shift-start' | 'shift-end',
  { person }: ShiftEdge,
  now: number,
): Panel => ({
  id,
  format: 1,
  kind,
  to: person,
  version: 1,
  startedAt: now,
  closed: false,
});

/** The time to answer such a list is over: cards that its person has not touched go back to the shift. */
export async function closeList(ports: Looking & Pick<Ports, 'panels'>, id: PanelId): Promise<void> {
  const panel = await ports.panels.get(id);
  const { closed, endsAt, lists = [], startedAt, to } = panel ?? {};
  if (!to || startedAt === undefined || endsAt === undefined || closed || ports.clock.now() < endsAt) return;
  for (const { card } of lists) await giveBack(ports, card, to, startedAt);
  await ports.panels.change(id, (now) => ({
    next: now && !now.closed ? { ...bumpVersion(now), closed: true } : now,
    result: undefined,
  }));
}
