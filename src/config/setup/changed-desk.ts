import { parseDocument } from 'yaml';
import { weekdays } from '../../core/rota/local-time.js';
import { readDeskFile } from '../desk-file.js';
import { withLikes } from '../like.js';
import { type DeskEntry, deskFileSchema } from '../schema/schema.js';
import { type DeskAnswers, entryOf, type MemberAnswers } from './fresh-desk.js';
import { withoutValue, withValue } from './yaml-edit.js';

/** A desk as desk.yaml has it, before anything is made of it. */
export interface PresentDesk {
  readonly id: string;
  readonly entry: DeskEntry & { readonly x: NonNullable<DeskEntry['x']> };
  /** Who is listed; nobody where all members of the channel answer, or where they are listed at the desk that it is like. */
  readonly staff: readonly MemberAnswers[];
}

/** The desks of a desk.yaml that are on X: `init` sets up no others. Throws ConfigError like `readDeskFile` for one that can't be used. */
export function presentDesks(text: string, path: string): readonly PresentDesk[] {
  readDeskFile(text, path);
  const { desks } = deskFileSchema.parse(withLikes(parseDocument(text).toJS()).file);
  return Object.entries(desks).flatMap(([id, { x, ...entry }]) =>
    x ? [{ id, entry: { ...entry, x }, staff: staffOf(entry) }] : [],
  );
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
 * xSignIn are set. Nobody is taken out: shifts and covers may name them. A desk that is like another has nothing of what they share.
 */
export function changedDeskText(
  text: string,
  { id, entry, staff }: PresentDesk,
  answers: DeskAnswers,
): string {
  let changed = text;
  const set = (path: readonly string[], value: unknown) => {
    changed = withValue(changed, ['desks', id, ...path], value);
  };
  const { channel, openHours, timeZone, x } = answers;
  set(['channel'], channel);
  for (const name of ['handle', 'secrets', 'plan'] as const) set(['x', name], x[name]);
  if (x.practice !== entry.x.practice) set(['x', 'practice'], x.practice);
  // Only where people practise is there a page of the desk's own X.
  if (!x.practice) changed = withoutValue(changed, ['desks', id, 'x', 'practicePage']);
  if (x.ownsApp !== entry.x.ownsApp) set(['x', 'ownsApp'], x.ownsApp);
  if (x.governmentUse !== undefined) set(['x', 'governmentUse'], x.governmentUse);
  if (x.monthlyUsd !== undefined) {
    if (entry.budget) set(['budget', 'monthlyUsd'], x.monthlyUsd);
    else set(['budget'], { monthlyUsd: x.monthlyUsd });
  }
  // People and hours are those of the other desk.
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
