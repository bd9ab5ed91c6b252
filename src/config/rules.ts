import { type Weekday, weekdays } from '../core/local-time.js';
import { wordProblems } from '../core/words.js';
import type { Finding } from './findings.js';
import { overlap, toInterval } from './intervals.js';
import { type Path, pathText } from './locate.js';
import type { Readable } from './readable.js';
import { type DeskFileInput, idAllowed, idPattern } from './schema.js';

/** The file as far as the schema took it; `refused` tells whether it left something out at or below a path. */
export interface Reading {
  readonly file: Readable<DeskFileInput>;
  refused(path: Path): boolean;
}

type Rule = (reading: Reading) => Iterable<Finding>;

export const rules: readonly Rule[] = [
  atLeastOneDesk,
  idsArePlain,
  oneDeskPerChannel,
  oneDeskPerAccount,
  oneDeskPerSecrets,
  oneEntryPerPerson,
  someoneLeads,
  someoneApproves,
  shiftsNameStaff,
  openHoursAreApart,
  wordsAreKnown,
];

/** What may stay as it is, but is worth a look. */
export const warningRules: readonly Rule[] = [shiftsTouchOpenHours, governmentUseFitsPlan];

function* atLeastOneDesk({ file, refused }: Reading): Iterable<Finding> {
  if (!refused([]) && entries(file.desks).length === 0) {
    yield { path: ['desks'], at: 'key', found: 'no desk', allowed: 'at least one' };
  }
}

function* idsArePlain({ file }: Reading): Iterable<Finding> {
  const ids = desksOf(file).flatMap(({ path, desk }) => [
    path,
    ...entries(desk.staff).map(([key]) => [...path, 'staff', key]),
  ]);
  for (const path of ids) {
    const id = String(path.at(-1));
    if (!idPattern.test(id)) yield { path, at: 'key', found: JSON.stringify(id), allowed: idAllowed };
  }
}

function oneDeskPerChannel({ file }: Reading): Iterable<Finding> {
  const channels = desksOf(file).map(({ path, desk }) => ({
    path: [...path, 'channel'],
    value: desk.channel,
  }));
  return repeats(channels, 'a channel for each desk');
}

function oneDeskPerAccount({ file }: Reading): Iterable<Finding> {
  const handles = desksOf(file).map(({ path, desk }) => ({
    path: [...path, 'x', 'handle'],
    value: desk.x?.handle,
  }));
  return repeats(handles, 'one desk for each X account');
}

function oneDeskPerSecrets({ file }: Reading): Iterable<Finding> {
  const names = desksOf(file).map(({ path, desk }) => ({
    path: [...path, 'x', 'secrets'],
    value: desk.x?.secrets,
  }));
  return repeats(names, 'secrets of its own for each X account');
}

function* oneEntryPerPerson({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    const people = entries(desk.staff).map(([key, member]) => ({
      path: [...path, 'staff', key, 'slack'],
      value: member.slack,
    }));
    yield* repeats(people, 'one entry for each person');
  }
}

function* someoneLeads({ file, refused }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    const staff = [...path, 'staff'];
    if (refused(staff) || entries(desk.staff).some(([, member]) => member.lead)) continue;
    yield { path: staff, at: 'key', found: 'nobody leads', allowed: 'at least one person with lead: true' };
  }
}

function* someoneApproves({ file, refused }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    const staff = [...path, 'staff'];
    if (refused(staff) || entries(desk.staff).some(([, member]) => !member.trainee)) continue;
    yield {
      path: staff,
      at: 'key',
      found: 'nobody can approve an answer',
      allowed: 'at least one person who is no trainee',
    };
  }
}

function* shiftsNameStaff({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    if (!desk.staff) continue;
    const known = Object.keys(desk.staff);
    for (const [number, shift] of numbered(desk.shifts)) {
      for (const [place, key] of numbered(shift.who)) {
        if (known.includes(key)) continue;
        yield {
          path: [...path, 'shifts', number, 'who', place],
          found: `${JSON.stringify(key)} is not in staff`,
          allowed: known.join(', '),
        };
      }
    }
  }
}

function* openHoursAreApart({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    const spans = openSpans(desk);
    for (const [index, span] of spans.entries()) {
      const earlier = spans.slice(0, index).find((other) => meet(other, span));
      if (!earlier) continue;
      yield {
        path: [...path, 'openHours', ...span.path],
        found: `"${span.text}" overlaps "${earlier.text}" on ${earlier.day}`,
        allowed: 'spans that are apart',
      };
    }
  }
}

function* shiftsTouchOpenHours({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    const open = openSpans(desk);
    for (const [number, shift] of numbered(desk.shifts)) {
      const days = numbered(shift.days).map(([, day]) => day);
      for (const [place, text] of numbered(shift.at)) {
        const closed = days.filter((day) => !open.some((span) => meet(span, { day, text })));
        if (!closed.length) continue;
        yield {
          path: [...path, 'shifts', number, 'at', place],
          found: `"${text}" on ${closed.join(', ')} is outside open hours`,
          allowed: 'shifts in open hours',
        };
      }
    }
  }
}

function* governmentUseFitsPlan({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    if (desk.x?.governmentUse !== 'enterprise' || desk.x.plan !== 'self-serve') continue;
    yield {
      path: [...path, 'x', 'plan'],
      found: 'self-serve, with governmentUse: enterprise',
      allowed: 'enterprise, which X wants for government use',
    };
  }
}

type ReadableDesk = NonNullable<NonNullable<Readable<DeskFileInput>['desks']>[string]>;

function* wordsAreKnown({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const { key, found, allowed } of wordProblems(Object.fromEntries(entries(desk.words)))) {
      yield { path: [...path, 'words', key], at: 'key', found, allowed };
    }
  }
}

function desksOf(file: Readable<DeskFileInput>): { path: Path; desk: ReadableDesk }[] {
  return entries(file.desks).map(([id, desk]) => ({ path: ['desks', id], desk }));
}

function openSpans(desk: ReadableDesk): { day: Weekday; text: string; path: Path }[] {
  return weekdays.flatMap((day) =>
    numbered(desk.openHours?.[day]).map(([place, text]) => ({ day, text, path: [day, place] })),
  );
}

function meet(a: { day: Weekday; text: string }, b: { day: Weekday; text: string }): boolean {
  return overlap(a.day, toInterval(a.text), b.day, toInterval(b.text));
}

function* repeats(
  values: readonly { path: Path; value: string | undefined }[],
  allowed: string,
): Iterable<Finding> {
  const first = new Map<string, Path>();
  for (const { path, value } of values) {
    if (value === undefined) continue;
    // X names are the same in capitals.
    const same = value.toLowerCase();
    const earlier = first.get(same);
    if (earlier) yield { path, found: `${JSON.stringify(value)}, as at ${pathText(earlier)}`, allowed };
    else first.set(same, path);
  }
}

function entries<Value>(map: { readonly [key: string]: Value | undefined } | undefined): [string, Value][] {
  return Object.entries(map ?? {}).filter((entry): entry is [string, Value] => entry[1] !== undefined);
}

function numbered<Item>(list: readonly (Item | undefined)[] | undefined): [number, Item][] {
  return [...(list ?? []).entries()].filter((entry): entry is [number, Item] => entry[1] !== undefined);
}
