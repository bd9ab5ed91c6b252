import { randomUUID } from 'node:crypto';
import { bumpVersion, linkPanel, type Panel } from '../../core/board/panel.js';
import { isLeftBy } from '../../core/due/idle.js';
import {
  endedShifts,
  isSaid,
  nextEdgeAt,
  type ShiftEdge,
  shiftEndId,
  shiftStartId,
  startedShifts,
} from '../../core/due/shift-edges.js';
import { type PanelId, token } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import type { Looking } from '../send/look.js';
import { giveBack } from './idle.js';

type Turning = Pick<Ports, 'cards' | 'clock' | 'desk' | 'due' | 'panels' | 'timings'>;

/** Looks who came on shift and who went off. Each shift has one message at its beginning and one at its end, at most. */
export async function watchShifts(ports: Turning): Promise<void> {
  const { clock, desk, due, timings } = ports;
  const now = clock.now();
  for (const turn of startedShifts(desk.rota, now)) await beginShift(ports, turn);
  for (const turn of endedShifts(desk.rota, now)) await endShift(ports, turn);
  const at = nextEdgeAt(desk.rota, now, now + timings.pollShiftsMs);
  await due.put({ job: 'poll', id: 'shifts', at });
}

/** What waits when somebody comes; where nothing does, it is kept that there is nothing to say for this shift. */
async function beginShift({ cards, clock, panels }: Turning, turn: ShiftEdge): Promise<void> {
  const id = shiftStartId(turn);
  if (await panels.get(id)) return;
  const waits = (await cards.waiting()).some(isSaid);
  const startedAt = clock.now();
  const said = privatePanel(id, 'shift-start', turn, startedAt);
  const quiet = {
    token: token(randomUUID()),
    slotAt: startedAt,
    shown: 0,
    to: turn.who,
    quiet: true,
  } as const;
  const panel: Panel = { ...said, closed: true, ...(waits ? {} : { message: quiet }) };
  await panels.change(id, (known = panel) => ({ next: known, result: undefined }));
}

/** What somebody still has when they go: one list, and time to say what becomes of it. */
async function endShift({ cards, clock, desk, panels }: Turning, turn: ShiftEdge): Promise<void> {
  const id = shiftEndId(turn);
  if (await panels.get(id)) return;
  const left = (await cards.heldBy(turn.who)).filter((card) => isLeftBy(card, turn.who, turn.at));
  if (left.length === 0) return;
  const startedAt = clock.now();
  const endsAt = startedAt + desk.nudges.shiftEndMs;
  const lists = left.map(({ id: card }) => ({ card }));
  const panel: Panel = { ...privatePanel(id, 'shift-end', turn, startedAt), lists, endsAt };
  await panels.change(id, (known = panel) => ({ next: known, result: undefined }));
  for (const { card } of lists) {
    await cards.change(card, (now) => ({ next: now && linkPanel(now, id), result: undefined }));
  }
}

const privatePanel = (
  id: PanelId,
  kind: 'shift-start' | 'shift-end',
  { who }: ShiftEdge,
  now: number,
): Panel => ({
  id,
  format: 1,
  kind,
  to: who,
  version: 1,
  startedAt: now,
  closed: false,
});

/** The time to answer a list is over: what its person left untouched is put back. */
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
