import type { Who } from '../card/actions.js';
import { slackUserId } from '../ids.js';
import type { StaffMember } from '../rota/rota.js';
import type { Desk } from './desk.js';

export const memberOf = (desk: Desk, slackId: string): StaffMember | undefined =>
  desk.rota.staff.find((member) => member.slackId === slackId);

/** Who a person in Slack is to this desk. */
export function whoIs(desk: Desk, slackId: string): Who {
  const member = memberOf(desk, slackId);
  const id = slackUserId(slackId);
  if (member)
    return { kind: 'staff', id, lead: member.lead, trainee: member.trainee, xSignIn: member.xSignIn };
  const other = desk.others?.find((one) => one.slackId === slackId);
  return {
    kind: 'outsider',
    id,
    ...(other?.guest ? { guest: true } : {}),
    ...(other?.inChannel ? { inChannel: true } : {}),
  };
}
