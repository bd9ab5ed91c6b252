import { type SlackUserId, slackUserId } from '../ids.js';
import { onShift } from '../rota/duty.js';
import { openFrom } from '../rota/open-hours.js';
import type { StaffMember } from '../rota/rota.js';
import type { Desk } from './desk.js';

type CheckDesk = Pick<Desk, 'fallback' | 'rota'>;

/**
 * Who is asked to check the words of `writer`: everybody on shift who may, else the fallback person, else a lead. A
 * trainee, a login that several people share, and the writer may not. While the library is closed they are those of its next
 * opening. Nobody when nobody may check. `now` is Unix ms.
 */
export function checkersOf(
  desk: CheckDesk,
  writer: SlackUserId | undefined,
  now: number,
): readonly SlackUserId[] {
  const { rota } = desk;
  const mayCheck = ({ gone, shared, slackId, trainee }: StaffMember) =>
    !trainee && !shared && !gone && slackId !== writer;
  const present = onShift(rota, openFrom(rota, now) ?? now)
    .map(({ member }) => member)
    .filter(mayCheck);
  const asked = present.length > 0 ? present : substitutes(desk).filter(mayCheck).slice(0, 1);
  return asked.map(({ slackId }) => slackUserId(slackId));
}

/** The fallback person, then the leads. */
function substitutes({ fallback, rota: { staff } }: CheckDesk): readonly StaffMember[] {
  return [...staff.filter(({ key }) => key === fallback), ...staff.filter(({ lead }) => lead)];
}
