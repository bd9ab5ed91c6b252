import { parseDocument } from 'yaml';
import { weekdays } from '../../core/rota/local-time.js';
import { readDeskFile } from '../desk-file.js';
import { withLikes } from '../like.js';
import { type DeskEntry, deskFileSchema } from '../schema/schema.js';
import { type AccountAnswers, type DeskAnswers, entryOf, type MemberAnswers } from './fresh-desk.js';
import { withoutValue, withValue } from './yaml-edit.js';

/** A desk as desk.yaml has it, before anything is made of it. */
export interface PresentDesk {
  readonly id: string;
  readonly entry: DeskEntry;
  /** Who is listed; nobody where all members of the channel answer, or those of another desk. */
  readonly staff: readonly MemberAnswers[];
}

/** The desks of a desk.yaml. Throws ConfigError like `readDeskFile` for one that can't be used. */
export function presentDesks(text: string, path: string): readonly PresentDesk[] {
  readDeskFile(text, path);
  const { desks } = deskFileSchema.parse(withLikes(parseDocument(text).toJS()).file);
  return Object.entries(desks).map(([id, entry]) => ({ id, entry, staff: staffOf(entry) }));
}

function staffOf({ like, staff }: DeskEntry): readonly MemberAnswers[] {
  if (staff === 'channel' || like !== undefined) return [];
  return Object.entries(staff).map(([key, { slack, name, signature = '', lead, xSignIn }]) => ({
    key,
    slackId: slack,
    name,
    signature,
    lead,
    xSignIn,
  }));
}

/**
 * The text of a desk.yaml with a desk changed; all else stays as it is, byte by byte. Of people who are listed already, lead and
 * xSignIn are set. Nobody is taken out: shifts and covers may name them. What a desk has from another one stays there.
 */
export function changedDeskText(text: string, present: PresentDesk, answers: DeskAnswers): string {
  const { id, entry, staff } = present;
  let changed = text;
  const set = (path: readonly string[], value: unknown) => {
    changed = withValue(changed, ['desks', id, ...path], value);
  };
  const { account, channel, openHours, timeZone } = answers;
  set(['channel'], channel);
  changed = withAccount(changed, present, account);
  if (entry.like !== undefined) return changed;
  set(['timeZone'], timeZone);
  for (const day of weekdays) {
    const spans = openHours[day] ?? [];
    if (spans.length > 0 || entry.openHours[day] !== undefined) set(['openHours', day], spans);
  }
  for (const one of answers.staff) {
    const known = staff.find(({ key }) => key === one.key);
    if (!known) set(['staff', one.key], entryOf(one));
    else {
      if (known.lead !== one.lead) set(['staff', one.key, 'lead'], one.lead);
      if (known.xSignIn !== one.xSignIn) set(['staff', one.key, 'xSignIn'], one.xSignIn);
    }
  }
  return changed;
}

/** The text with the account of a desk changed. */
function withAccount(text: string, { id, entry }: PresentDesk, { bluesky, x }: AccountAnswers): string {
  const network = x ? 'x' : 'bluesky';
  const before: Readonly<Record<string, unknown>> = entry[network] ?? {};
  let changed = text;
  const set = (path: readonly string[], value: unknown) => {
    changed = withValue(changed, ['desks', id, ...path], value);
  };
  const { monthlyUsd, ...answers } = x ?? { ...bluesky, monthlyUsd: undefined };
  for (const [name, value] of Object.entries(answers))
    if (value !== undefined && value !== before[name]) set([network, name], value);
  // Only where people practise is there a page of the desk's own network.
  if (!answers.practice) changed = withoutValue(changed, ['desks', id, network, 'practicePage']);
  if (monthlyUsd !== undefined) {
    if (entry.budget) set(['budget', 'monthlyUsd'], monthlyUsd);
    else set(['budget'], { monthlyUsd });
  }
  return changed;
}
