import type { Desk } from '../core/desk/desk.js';
import { isColleague, staffOf } from '../core/desk/desk-now.js';
import type { DeskFinding } from '../core/doctor/findings.js';
import { outlook } from '../core/doctor/outlook.js';
import { slackUserId } from '../core/ids.js';
import { OutcomeUnknown } from '../errors.js';
import type { Board } from '../ports/board.js';
import type { Network } from '../ports/network.js';
import type { RotaFeed } from '../ports/snapshots.js';
import { withFeed } from './rota-report.js';

/** What one check of the doctor found, in a line. */
export interface Check {
  readonly isFine: boolean;
  /** Fine as it is, and worth a thought. */
  readonly isNote?: true;
  readonly said: string;
}

interface Patient {
  readonly desk: Desk;
  readonly board: Pick<Board, 'members' | 'colleague'>;
  readonly network: Pick<Network, 'me'>;
  readonly feed?: RotaFeed;
  /** What is wrong with the people whom desk.yaml lists. */
  readonly people: () => Promise<readonly DeskFinding[]>;
}

/** Looks at a desk as Slack, X and its calendar have it now: a line for each thing that is wrong, one for what is fine. */
export async function examine(patient: Patient, now: number): Promise<readonly Check[]> {
  const { desk, network, people } = patient;
  const staff = await attempt('Slack', async () => {
    const findings = await people();
    const fine = `people: all ${desk.rota.staff.length} of the list are in the channel and may answer`;
    return findings.length > 0 ? wrong(findings) : [{ isFine: true, said: fine }];
  });
  const rota = await attempt('rota', async () => {
    const known = await withMembers(patient);
    const { desk: read, findings } = await withFeed(known, patient.feed, now);
    const fine = `rota: somebody is on shift in all open hours of the next two weeks`;
    const found = [...findings, ...outlook(read, now)].filter(({ note }) => !note);
    return found.length > 0 ? wrong(found) : [{ isFine: true, said: fine }];
  });
  const { name } = desk.network;
  return [...staff, ...rota, ...(await attempt(name, async () => [welcome(name, await network.me())]))];
}

/** X forbids automatic welcomes; a pinned post greets whoever comes, and nobody has to send it. */
function welcome(
  network: string,
  { handle, pinned, pinnedUnknown }: Awaited<ReturnType<Network['me']>>,
): Check {
  if (pinned)
    return { isFine: true, said: `${network}: the keys are @${handle}'s, and its profile has a pinned post` };
  const found = pinnedUnknown
    ? `${network} does not tell whether @${handle} has a pinned post.`
    : `@${handle} has no pinned post.`;
  const said = `${network}: ${found} A welcome pinned to the profile greets every new follower by itself: on ${network}, the post's ···, Pin to your profile.`;
  return { isFine: true, isNote: true, said };
}

const wrong = (findings: readonly DeskFinding[]): Check[] =>
  findings.map(({ said }) => ({ isFine: false, said }));

/** What can't be asked is a finding of its own. */
async function attempt(what: string, check: () => Promise<readonly Check[]>): Promise<readonly Check[]> {
  try {
    return await check();
  } catch (fault) {
    return [{ isFine: false, said: `${what}: ${sentenceOf(fault)}` }];
  }
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof OutcomeUnknown) return 'it gives no answer.';
  return fault instanceof Error ? fault.message : String(fault);
}

/** The desk with the staff that Slack knows, where the members of the channel are the staff. */
async function withMembers({ board, desk }: Patient): Promise<Desk> {
  if (desk.membership === 'list') return desk;
  const { ids } = await board.members();
  const colleagues = [];
  for (const id of ids) colleagues.push(await board.colleague(slackUserId(id)));
  const members = colleagues.flatMap((one) => (one && isColleague(one) ? one : []));
  return { ...desk, rota: { ...desk.rota, staff: staffOf(desk, members) } };
}
