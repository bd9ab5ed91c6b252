import type { Desk } from '../../core/desk/desk.js';
import type { Check } from '../../core/doctor/check.js';
import type { DeskFinding } from '../../core/doctor/findings.js';
import { note, ok, wrong } from './probe.js';

const id = 'slack.people';

/** What helps, by the last word of a finding's key: why somebody can't answer. `place` is that of the desk in desk.yaml. */
const cures: Readonly<Record<string, (place: string) => string>> = {
  'finding.unknown': (place) =>
    `Correct their id in ${place}.staff of desk.yaml (in Slack: their profile, ⋮, Copy member ID), or take them out.`,
  'finding.deactivated': (place) => `Take them out of ${place}.staff and .shifts in desk.yaml.`,
  'finding.guest': (place) =>
    `Make them a full member in Slack, or take them out of ${place}.staff in desk.yaml.`,
  'finding.outside': () => 'Invite them to the channel.',
};

/**
 * Whether each person of the staff may answer for the library, by name. `findings` are of those whom desk.yaml lists; `members`
 * are the names of the colleagues in the channel, who are the staff where desk.yaml says so.
 */
export function peopleChecks(
  { membership, rota }: Pick<Desk, 'membership' | 'rota'>,
  place: string,
  findings: readonly DeskFinding[],
  members: readonly string[],
): readonly Check[] {
  const found = findings.map(({ key, note: isNote, said }) =>
    (isNote ? note : wrong)(id, said, cures[key.split(' ').at(-1) ?? '']?.(place)),
  );
  const names = membership === 'list' ? rota.staff.map(({ name }) => name) : members;
  if (names.length === 0)
    return [
      ...found,
      wrong(id, 'Nobody is in the channel who may answer.', 'Invite those who answer to it.'),
    ];
  const isFine = found.every(({ mark }) => mark === 'note');
  return isFine ? [...found, ok(id, `May answer: ${names.join(', ')}.`)] : found;
}
