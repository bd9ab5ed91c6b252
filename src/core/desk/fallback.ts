import { type SlackUserId, slackUserId } from '../ids.js';
import type { Desk } from './desk.js';
import { memberOf } from './desk-now.js';
import { leadToAsk } from './lead.js';

type FallbackDesk = Pick<Desk, 'fallback' | 'listedStaff' | 'outsiders' | 'rota'>;

/**
 * The person who is asked at `now` (Unix ms) when nobody is on shift: the one whom desk.yaml names, or the lead when that
 * one does not answer any more. Undefined where desk.yaml names nobody.
 */
export function fallbackOf(desk: FallbackDesk, now: number): SlackUserId | undefined {
  const member = desk.rota.staff.find(({ gone, key }) => key === desk.fallback && !gone);
  if (member) return slackUserId(member.slackId);
  return goneFallback(desk) && leadToAsk(desk, now);
}

/**
 * The fallback person of desk.yaml who does not answer any more, as Slack says: they left the channel, or their account is
 * deactivated or a guest's. Undefined while they answer, and where desk.yaml names nobody.
 */
export function goneFallback({
  fallback,
  listedStaff,
  outsiders,
  rota,
}: FallbackDesk): SlackUserId | undefined {
  if (fallback === undefined) return undefined;
  const member = rota.staff.find(({ key }) => key === fallback);
  if (member) return member.gone && slackUserId(member.slackId);
  // A member of the channel whom desk.yaml does not list is named by their id.
  const id = listedStaff?.find(({ key }) => key === fallback)?.slackId ?? fallback;
  return outsiders?.some(({ slackId }) => slackId === id) ? slackUserId(id) : undefined;
}

/** Whether somebody has left the desk's channel, or Slack: nobody calls, asks or reminds them. */
export function isGone(desk: Pick<Desk, 'outsiders' | 'rota'>, person: string): boolean {
  const member = memberOf(desk, person);
  if (member) return member.gone === true;
  return (desk.outsiders ?? []).some(({ inChannel, slackId }) => slackId === person && !inChannel);
}

/** Whether a card or a request can be given to somebody: they are on the staff and not gone. */
export const canBeAsked = (desk: Pick<Desk, 'rota'>, person: string): boolean =>
  memberOf(desk, person) !== undefined && !memberOf(desk, person)?.gone;
