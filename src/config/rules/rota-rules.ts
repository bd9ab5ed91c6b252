import { usualNudges } from '../../core/desk/policy.js';
import type { Finding } from './findings.js';
import type { Path } from './locate.js';
import {
  desksOf,
  entries,
  mayBeNamed,
  namesAllowed,
  numbered,
  type Reading,
  type Rule,
  staffOf,
} from './rule-parts.js';

/** What must hold between the parts of a desk's rota. */
export const rotaRules: readonly Rule[] = [
  namesAreStaff,
  peopleBelongToAChannel,
  oneSourceOfShifts,
  closuresAreDays,
  patternsAreClear,
  coversAreOfTwo,
  putBackComesAfterTheQuestion,
];

function* namesAreStaff({ file }: Reading): Iterable<Finding> {
  for (const one of desksOf(file)) {
    const { path, desk } = one;
    const staff = staffOf(one);
    const named: [Path, string][] = [
      ...numbered(desk.shifts).flatMap(([number, shift]) =>
        numbered(shift.who).map(([place, key]): [Path, string] => [['shifts', number, 'who', place], key]),
      ),
      ...numbered(desk.covers).flatMap(([number, { of, by }]) =>
        entries({ of, by }).map(([role, key]): [Path, string] => [['covers', number, role], key]),
      ),
      ...entries({ fallback: desk.fallback }).map(([role, key]): [Path, string] => [[role], key]),
    ];
    for (const [place, key] of named) {
      if (mayBeNamed(staff, key)) continue;
      yield {
        path: [...path, ...place],
        found: `${JSON.stringify(key)} is not in ${staff.path.at(-1)}`,
        allowed: namesAllowed(staff),
        meant: { written: key, names: (staff.list ?? []).map(([one]) => one) },
      };
    }
  }
}

function* peopleBelongToAChannel({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    if (desk.people === undefined || desk.staff === undefined || desk.staff === 'channel') continue;
    yield {
      path: [...path, 'people'],
      at: 'key',
      found: 'people beside a list of staff',
      allowed: 'people with staff: channel',
    };
  }
}

function* oneSourceOfShifts({ file, refused }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    const hasShifts = desk.shifts !== undefined || refused([...path, 'shifts']);
    const hasFeed = desk.rota !== undefined || refused([...path, 'rota']);
    if (hasShifts && hasFeed) {
      yield { path: [...path, 'rota'], at: 'key', found: 'rota beside shifts', allowed: 'one of the two' };
    }
    if (!hasShifts && !hasFeed && !refused(path)) {
      yield { path: [...path, 'shifts'], found: 'missing', allowed: 'a list of shifts, or rota: { ics: … }' };
    }
  }
}

function* closuresAreDays({ file, refused }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [number, { on, from, to }] of numbered(desk.closures)) {
      const place = [...path, 'closures', number];
      if (refused(place)) continue;
      const isDay = on !== undefined && from === undefined && to === undefined;
      const isRange = on === undefined && from !== undefined && to !== undefined;
      if (!isDay && !isRange) {
        const found = Object.keys({ ...(on && { on }), ...(from && { from }), ...(to && { to }) }).join(', ');
        yield { path: place, found: found || 'no day', allowed: 'either on, or from and to' };
      }
      if (isRange && from > to) {
        yield {
          path: [...place, 'to'],
          found: `"${to}" is before "${from}"`,
          allowed: 'the last closed day',
        };
      }
    }
  }
}

function* patternsAreClear({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [number, { days, every, nth }] of numbered(desk.shifts)) {
      if (nth === undefined) continue;
      const place = [...path, 'shifts', number];
      if (numbered(days).length > 1) {
        yield {
          path: [...place, 'nth'],
          at: 'key',
          found: 'nth with several days',
          allowed: 'one day, as in days: [sat]',
        };
      }
      if (every !== undefined) {
        yield { path: [...place, 'nth'], at: 'key', found: 'nth beside every', allowed: 'one of the two' };
      }
    }
  }
}

function* coversAreOfTwo({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [number, { of, by }] of numbered(desk.covers)) {
      if (of === undefined || of !== by) continue;
      yield {
        path: [...path, 'covers', number, 'by'],
        found: `${JSON.stringify(by)} for themselves`,
        allowed: 'somebody else',
      };
    }
  }
}

function* putBackComesAfterTheQuestion({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    const { nudges } = desk;
    if (!nudges) continue;
    const stillOnIt = nudges.stillOnItMinutes ?? usualNudges.stillOnItMs / 60_000;
    const putBack = nudges.putBackMinutes ?? usualNudges.putBackMs / 60_000;
    if (putBack > stillOnIt) continue;
    yield {
      path: [...path, 'nudges', 'putBackMinutes'],
      found: `${putBack}, with stillOnItMinutes: ${stillOnIt}`,
      allowed: 'later than the question',
    };
  }
}
