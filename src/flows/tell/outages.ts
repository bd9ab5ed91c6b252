import { outageTold, stepOutages } from '../../core/desk/outage-steps.js';
import { type Outage, type OutageSubject, outageSubjects } from '../../core/desk/outages.js';
import { type SlackUserId, slackUserId } from '../../core/ids.js';
import { onShift } from '../../core/rota/duty.js';
import { openFrom } from '../../core/rota/open-hours.js';
import { outageLine, outageOverLine } from '../../core/sentences/outage-sentences.js';
import type { Ports } from '../../ports.js';
import { announceNow } from './announce.js';

type Telling = Pick<Ports, 'clock' | 'desk' | 'feed' | 'panels' | 'settings'>;

/**
 * Tells of what is out of reach: one line in the channel when it begins and one when it is over, and the lead in private,
 * in open hours. Lines that are there are edited when the truth changes, also when it begins again within an hour. May be
 * cut off anywhere and run again: each line stands once, whoever says it.
 */
export async function tellOutages(ports: Telling): Promise<void> {
  const { clock, desk, settings } = ports;
  const leadAt = openFrom(desk.rota, clock.now());
  await settings.change((now) => ({ next: stepOutages(now, clock.now(), leadAt), result: undefined }));
  const { outages = {} } = await settings.get();
  for (const subject of outageSubjects) {
    const outage = outages[subject];
    if (!outage || (outage.told >= outage.version && !isLeadDue(outage, clock.now()))) continue;
    await sayInChannel(ports, subject, outage);
    const lead = leadOf(ports, outage);
    if (lead.lead) {
      const text = outageLine(desk, subject, outage, clock.now(), ports.feed?.where);
      await announceNow(ports, keyOf(subject, outage), text, outage.version, lead.lead);
    }
    await settings.change((now) => ({
      next: outageTold(now, subject, outage, lead),
      result: undefined,
    }));
  }
}

/** Names the messages of one outage. */
const keyOf = (subject: OutageSubject, { from }: Outage): string => `outage-${subject}-${from}`;

/** Of an outage that nobody was told of while it lasted, only the end is said. A channel that refuses us hears nothing. */
async function sayInChannel(ports: Telling, subject: OutageSubject, outage: Outage): Promise<void> {
  if (subject === 'channel' || subject === 'private-channel') return;
  const { clock, desk, feed } = ports;
  const isSaidAtOnce = subject === 'network' || subject === 'rota';
  const lasts = outage.until === undefined;
  if (isSaidAtOnce && (lasts || outage.told > 0)) {
    const line = outageLine(desk, subject, outage, clock.now(), feed?.where);
    await announceNow(ports, keyOf(subject, outage), line, outage.version);
  }
  if (!lasts || (isSaidAtOnce && outage.backAt !== undefined)) {
    const line = outageOverLine(desk, subject, outage, clock.now(), feed?.where);
    await announceNow(ports, `${keyOf(subject, outage)}-over`, line, outage.version);
  }
}

const isLeadDue = ({ lead, leadAt, until }: Outage, now: number): boolean =>
  !lead && until === undefined && leadAt !== undefined && leadAt <= now;

/**
 * The lead who was told, or is to be told now: of several whoever is on shift, else the first named. Else when one may be
 * told: it may be too late for today.
 */
function leadOf({ clock, desk }: Telling, outage: Outage): Pick<Outage, 'lead' | 'leadAt'> {
  const { lead, leadAt } = outage;
  const now = clock.now();
  if (lead) return { lead };
  if (!isLeadDue(outage, now)) return leadAt === undefined ? {} : { leadAt };
  const openAt = openFrom(desk.rota, now);
  const person = leadToTell(desk, now);
  if (openAt === undefined || !person) return {};
  return openAt > now ? { leadAt: openAt } : { lead: person };
}

function leadToTell({ rota }: Telling['desk'], now: number): SlackUserId | undefined {
  const leads = rota.staff.filter((member) => member.lead).map(({ slackId }) => slackId);
  const present = onShift(rota, now).map(({ member }) => member.slackId);
  const one = leads.find((id) => present.includes(id)) ?? leads[0];
  return one === undefined ? undefined : slackUserId(one);
}
