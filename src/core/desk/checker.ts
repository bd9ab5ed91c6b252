import { type SlackUserId, slackUserId } from '../ids.js';
import { nextOnShift, onShift } from '../rota/duty.js';
import { isOpen } from '../rota/open-hours.js';
import type { StaffMember } from '../rota/rota.js';
import type { Desk } from './desk.js';

/** The colleague who is asked to check words, and from when on (Unix ms). */
export interface CheckerChoice {
  readonly person: SlackUserId;
  readonly from: number;
}

type CheckDesk = Pick<Desk, 'fallback' | 'rota'>;

/**
 * Who checks the words of `writer`: a person on shift who is neither a trainee nor a shared login, else the fallback person, else a lead. While
 * the library is closed and nobody is on shift it is somebody of the next shift, from when that begins. Undefined when
 * nobody may check. `now` is Unix ms.
 */
export function checkerOf(
  desk: CheckDesk,
  writer: SlackUserId | undefined,
  now: number,
): CheckerChoice | undefined {
  const { rota } = desk;
  const mayCheck = ({ gone, shared, slackId, trainee }: StaffMember) =>
    !trainee && !shared && !gone && slackId !== writer;
  const present = onShift(rota, now).map(({ member }) => member);
  const coming = present.length === 0 && !isOpen(rota, now) ? nextOnShift(rota, now) : undefined;
  const found = (coming?.members ?? present).find(mayCheck) ?? substitutes(desk).find(mayCheck);
  return found && { person: slackUserId(found.slackId), from: coming?.atMs ?? now };
}

/** The fallback person, then the leads. */
function substitutes({ fallback, rota: { staff } }: CheckDesk): readonly StaffMember[] {
  return [...staff.filter(({ key }) => key === fallback), ...staff.filter(({ lead }) => lead)];
}
