import type { Flag } from '../card/flag.js';
import { type SlackUserId, slackUserId } from '../ids.js';
import { onShift } from '../rota/duty.js';
import type { Desk } from './desk.js';

type LeadDesk = Pick<Desk, 'rota'>;

/**
 * The lead who is asked for a decision at `now` (Unix ms): one who is on shift, else the first named. A lead who asks is
 * asked themself only where there is no other. Undefined where the desk has no lead now.
 */
export function leadToAsk({ rota }: LeadDesk, now: number, asker?: SlackUserId): SlackUserId | undefined {
  const leads = rota.staff.filter(({ gone, lead }) => lead && !gone);
  const others = leads.filter(({ slackId }) => slackId !== asker);
  const present = new Set(onShift(rota, now).map(({ member }) => member.slackId));
  const lead = others.find(({ slackId }) => present.has(slackId)) ?? others[0] ?? leads[0];
  return lead && slackUserId(lead.slackId);
}

/**
 * The lead who has to look at a flagged card at `now` (Unix ms): the one who was asked; the next one when that person is no
 * lead any more, or when an earlier version asked nobody by name. Undefined where the desk has no lead now.
 */
export function leadOfFlag(desk: LeadDesk, { to, by }: Flag, now: number): SlackUserId | undefined {
  const isLead = desk.rota.staff.some(({ gone, lead, slackId }) => lead && !gone && slackId === to);
  return isLead ? to : leadToAsk(desk, now, by);
}
