import type { Who } from './actions.js';
import type { Desk } from './desk.js';
import { slackUserId } from './ids.js';
import type { StaffMember } from './rota.js';

export const memberOf = (desk: Desk, slackId: string): StaffMember | undefined =>
  desk.rota.staff.find((member) => member.slackId === slackId);

/** Who a person in Slack is to this desk. */
export function whoIs(desk: Desk, slackId: string): Who {
  const member = memberOf(desk, slackId);
  const id = slackUserId(slackId);
  return member
    ? { kind: 'staff', id, lead: member.lead, trainee: member.trainee, xSignIn: member.xSignIn }
    : { kind: 'outsider', id };
}
