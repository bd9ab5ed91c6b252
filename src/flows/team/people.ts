import type { DeskFinding } from '../../core/doctor/desk-finding.js';
import { personFinding } from '../../core/doctor/people.js';
import { slackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';

/** Asks Slack about everybody whom desk.yaml lists. Throws like the board, also where the app may not read the channel. */
export async function peopleFindings({
  board,
  desk,
}: Pick<Ports, 'board' | 'desk'>): Promise<readonly DeskFinding[]> {
  const { channel, ids } = await board.members();
  const findings: DeskFinding[] = [];
  for (const member of desk.listed ?? desk.rota.staff) {
    const id = slackUserId(member.slackId);
    const seen = { person: await board.colleague(id), inChannel: ids.includes(id) };
    const finding = personFinding({ ...desk, channelName: channel.name }, member, seen);
    if (finding) findings.push(finding);
  }
  return findings;
}
