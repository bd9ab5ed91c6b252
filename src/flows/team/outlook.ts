import type { Desk } from '../../core/desk/desk.js';
import { type DeskFinding, personFinding } from '../../core/doctor/findings.js';
import { outlook } from '../../core/doctor/outlook.js';
import { slackUserId } from '../../core/ids.js';
import { say } from '../../core/words/words.js';
import { Rejected } from '../../errors.js';
import type { Board } from '../../ports/board.js';
import type { Ports } from '../../ports.js';
import { tellFindings } from '../tell/tell-findings.js';

type Looking = Pick<
  Ports,
  'board' | 'clock' | 'snapshots' | 'desk' | 'due' | 'panels' | 'settings' | 'timings'
>;

/**
 * Looks at the rota of the next two weeks and at the people on it, and tells the channel of new findings. Those about a rota that
 * is another desk's are told there.
 */
export async function watchOutlook(ports: Looking): Promise<void> {
  const { clock, desk, due, timings } = ports;
  const now = clock.now();
  const isKnown = await isRotaKnown(ports);
  await tellFindings(ports, [
    ...(await findPeople(ports)),
    ...(isKnown && !desk.like ? outlook(desk, now) : []),
  ]);
  const nextMs = isKnown ? timings.pollOutlookMs : timings.pollColleaguesMs;
  await due.put({ job: 'poll', id: 'outlook', at: now + nextMs });
}

/** Until the calendar was read once, and Slack told once who the staff are, nothing can be said of the rota. */
async function isRotaKnown({ snapshots, desk }: Looking): Promise<boolean> {
  const isRead = !desk.feed || (await snapshots.get('dated')) !== undefined;
  return isRead && (desk.membership === 'list' || (await snapshots.get('colleagues')) !== undefined);
}

/** What is wrong with people. Nothing where the app may not read the channel: `doctor` says that, and the desk runs on. */
async function findPeople(ports: Looking): Promise<readonly DeskFinding[]> {
  try {
    return await peopleFindings(ports);
  } catch (fault) {
    if (fault instanceof Rejected) return [];
    throw fault;
  }
}

/** Asks Slack about everybody whom desk.yaml lists. Throws like the board, also where the app may not read the channel. */
export async function peopleFindings({
  board,
  desk,
}: {
  readonly board: Pick<Board, 'colleague' | 'members'>;
  readonly desk: Desk;
}): Promise<readonly DeskFinding[]> {
  const { channel, ids } = await board.members();
  const findings: DeskFinding[] = [];
  const listed = desk.listedStaff ?? desk.rota.staff;
  const gone = new Set<string>();
  for (const member of listed) {
    const id = slackUserId(member.slackId);
    const seen = { person: await board.colleague(id), inChannel: ids.includes(id) };
    const finding = personFinding({ ...desk, channelName: channel.name }, member, seen);
    if (finding) findings.push(finding);
    if (finding) gone.add(member.key);
  }
  const fallback = listed.find(({ key }) => key === desk.fallback && gone.has(key));
  const lead = listed.find((one) => one.lead && !gone.has(one.key));
  if (!fallback) return findings;
  const fill = { name: fallback.name, lead: lead?.name ?? say(desk.words, 'person.lead') };
  // The lead is told of it in private.
  return [
    ...findings,
    { key: `fallback ${fallback.key}`, said: say(desk.words, 'finding.fallback', fill), note: true },
  ];
}
