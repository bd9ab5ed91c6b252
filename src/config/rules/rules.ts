import { networks } from '../../core/network/networks.js';
import { type Weekday, weekdays } from '../../core/rota/local-time.js';
import { overlap, toInterval } from '../schema/intervals.js';
import { idAllowed, idPattern } from '../schema/schema.js';
import { type Finding, quoted } from './findings.js';
import { type Path, pathText } from './locate.js';
import { networkRules } from './network-rules.js';
import { peopleRules } from './people-rules.js';
import { practiceRules } from './practice-rules.js';
import { privateRules, privateWarnings } from './private-rules.js';
import { rotaRules } from './rota-rules.js';
import {
  desksOf,
  entries,
  numbered,
  type ReadableDesk,
  type Reading,
  type Rule,
  staffOf,
} from './rule-parts.js';
import { textRules, textWarnings } from './text-rules.js';

/** What must hold in a desk file. */
export const rules: readonly Rule[] = [
  atLeastOneDesk,
  idsArePlain,
  ...networkRules,
  oneDeskPerChannel,
  oneDeskPerAccount,
  oneDeskPerSecrets,
  oneEntryPerPerson,
  someoneLeads,
  someoneApproves,
  ...peopleRules,
  ...rotaRules,
  openHoursAreApart,
  ...practiceRules,
  linkOnlyShowsNothing,
  ...privateRules,
  ...textRules,
];

/** Rules for warnings: what breaks them is allowed but is probably a mistake. */
export const warningRules: readonly Rule[] = [
  shiftsTouchOpenHours,
  governmentUseFitsPlan,
  ...privateWarnings,
  ...textWarnings,
];

function* atLeastOneDesk({ file, refused }: Reading): Iterable<Finding> {
  if (!refused([]) && entries(file.desks).length === 0) {
    yield { path: ['desks'], at: 'key', found: 'no desk', allowed: 'at least one' };
  }
}

function* idsArePlain({ file }: Reading): Iterable<Finding> {
  const ids = desksOf(file).flatMap((one) => {
    const staff = staffOf(one);
    return [one.path, ...(staff.list ?? []).map(([key]) => [...staff.path, key])];
  });
  for (const path of ids) {
    const id = String(path.at(-1));
    if (!idPattern.test(id)) yield { path, at: 'key', found: quoted(id), allowed: idAllowed };
  }
}

function oneDeskPerChannel({ file }: Reading): Iterable<Finding> {
  const channels = desksOf(file).map(({ path, desk }) => ({
    path: [...path, 'channel'],
    value: desk.channel,
  }));
  return repeats(channels, 'a channel for each desk');
}

const accounts = [
  ['x', networks.x.name],
  ['bluesky', networks.bluesky.name],
] as const;

function* oneDeskPerAccount({ file }: Reading): Iterable<Finding> {
  for (const [network, name] of accounts) {
    const handles = desksOf(file).map(({ path, desk }) => ({
      path: [...path, network, 'handle'],
      value: desk[network]?.handle,
    }));
    yield* repeats(handles, `one desk for each ${name} account`);
  }
}

function* oneDeskPerSecrets({ file }: Reading): Iterable<Finding> {
  for (const [network, name] of accounts) {
    const names = desksOf(file).map(({ path, desk }) => ({
      path: [...path, network, 'secrets'],
      value: desk[network]?.secrets,
    }));
    yield* repeats(names, `secrets of its own for each ${name} account`);
  }
}

function* oneEntryPerPerson({ file }: Reading): Iterable<Finding> {
  for (const one of desksOf(file)) {
    const staff = staffOf(one);
    const people = (staff.list ?? []).map(([key, member]) => ({
      path: [...staff.path, key, 'slack'],
      value: member.slack,
    }));
    yield* repeats(people, 'one entry for each person');
  }
}

function* someoneLeads({ file, refused }: Reading): Iterable<Finding> {
  for (const one of desksOf(file)) {
    const { list, path } = staffOf(one);
    if (refused(path) || list?.some(([, { lead }]) => lead)) continue;
    yield { path, at: 'key', found: 'nobody leads', allowed: 'at least one person with lead: true' };
  }
}

function* someoneApproves({ file, refused }: Reading): Iterable<Finding> {
  for (const one of desksOf(file)) {
    const { isChannel, list, path } = staffOf(one);
    // The file lists only some of a channel's members.
    if (isChannel || refused(path) || list?.some(([, { trainee }]) => !trainee)) continue;
    yield {
      path,
      at: 'key',
      found: 'nobody can approve an answer',
      allowed: 'at least one person who is no trainee',
    };
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

/** X wants an Enterprise plan before its content is shown to a public body: what would show some can't be on. */
function* linkOnlyShowsNothing({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    if (desk.x?.governmentUse !== 'linkOnly') continue;
    const without = 'without it: with governmentUse: linkOnly nothing of what people write is shown';
    if (desk.x.privateMessages)
      yield {
        path: [...path, 'x', 'privateMessages'],
        at: 'key',
        found: 'private messages',
        allowed: without,
      };
    if (desk.x.readContext === 'always')
      yield { path: [...path, 'x', 'readContext'], found: 'always', allowed: without };
  }
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
    // X takes capitals and small letters of a name as the same.
    const same = value.toLowerCase();
    const earlier = first.get(same);
    if (earlier) yield { path, found: `${JSON.stringify(value)}, as at ${pathText(earlier)}`, allowed };
    else first.set(same, path);
  }
}
