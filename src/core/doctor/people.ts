import type { Colleague } from '../desk/colleague.js';
import type { Desk } from '../desk/desk.js';
import type { StaffMember } from '../rota/rota.js';
import { say, type WordKey } from '../words/words.js';
import type { DeskFinding } from './desk-finding.js';

/** Why somebody whom desk.yaml lists can't answer, by what Slack says of them; undefined when they can. */
export function personFinding(
  desk: Pick<Desk, 'channel' | 'channelName' | 'words'>,
  { name, slackId: id, unsaid }: StaffMember,
  seen: { readonly person: Colleague | undefined; readonly inChannel: boolean },
): DeskFinding | undefined {
  const why = wrongWith(seen);
  if (!why) return undefined;
  const called = (unsaid?.includes('name') && seen.person?.name) || name;
  const said = say(desk.words, why, { name: called, id, channel: desk.channelName ?? desk.channel });
  return { key: `person ${id} ${why}`, said };
}

function wrongWith({
  person,
  inChannel,
}: {
  readonly person: Colleague | undefined;
  readonly inChannel: boolean;
}): WordKey | undefined {
  if (!person) return 'finding.unknown';
  if (person.deactivated) return 'finding.deactivated';
  if (person.guest) return 'finding.guest';
  return inChannel ? undefined : 'finding.outside';
}
