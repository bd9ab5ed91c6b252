import { type SlackUserId, slackUserId } from '../ids.js';
import { next, onShift } from '../rota/duty.js';
import { isOpen } from '../rota/open-hours.js';
import type { StaffMember } from '../rota/rota.js';
import type { Desk } from './desk.js';

/** Who is asked to check a trainee's words, and from when on (Unix ms). */
export interface Asked {
  readonly who: SlackUserId;
  readonly from: number;
}

type Asking = Pick<Desk, 'fallback' | 'rota'>;

/**
 * Somebody on shift who may check; else, at once, the fallback person, or else a lead. While the library is closed and
 * nobody is on shift it waits for whoever comes on next. Undefined when nobody may.
 */
export function checkerOf(desk: Asking, writer: SlackUserId | undefined, now: number): Asked | undefined {
  const { rota } = desk;
  const may = ({ slackId, trainee }: StaffMember) => !trainee && slackId !== writer;
  const on = onShift(rota, now).map(({ member }) => member);
  const coming = on.length === 0 && !isOpen(rota, now) ? next(rota, now) : undefined;
  const found = (coming?.members ?? on).find(may) ?? standIns(desk).find(may);
  return found && { who: slackUserId(found.slackId), from: coming?.atMs ?? now };
}

/** The fallback person, then the leads. */
function standIns({ fallback, rota: { staff } }: Asking): readonly StaffMember[] {
  return [...staff.filter(({ key }) => key === fallback), ...staff.filter(({ lead }) => lead)];
}
