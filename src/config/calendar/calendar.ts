import ICAL from 'ical.js';
import {
  type FeedProblem,
  type FeedReading,
  type Matched,
  type Named,
  peopleOf,
} from '../../core/rota/feed.js';
import type { StaffMember } from '../../core/rota/rota.js';
import type { Span } from '../../core/rota/spans.js';
import { type Occurrence, occurrences, onlyOccurrence } from './calendar-events.js';
import { type Times, timesOf } from './calendar-times.js';
import { UnknownZone } from './calendar-zones.js';

/** The text is no calendar at all. */
export class NoCalendar extends Error {
  constructor() {
    super('This is no calendar: it does not begin with BEGIN:VCALENDAR.');
    this.name = 'NoCalendar';
  }
}

/**
 * The shifts of a calendar (iCalendar, .ics) that touch a window: each event is one, for those whom it names. What is
 * not understood is left out and told. Throws NoCalendar.
 */
export function readCalendar(
  text: string,
  { timeZone, staff }: { readonly timeZone: string; readonly staff: readonly StaffMember[] },
  window: Span,
): FeedReading {
  const calendar = parse(text);
  const times = timesOf(calendar, timeZone);
  const problems = new Map<string, FeedProblem>();
  const tell = (problem: FeedProblem) => {
    const key = keyOf(problem);
    if (!problems.has(key)) problems.set(key, problem);
  };
  const people = new Map<ICAL.Component, Matched>();
  const peopleIn = (event: ICAL.Component): Matched => {
    const matched = people.get(event) ?? matchedIn(event, staff);
    people.set(event, matched);
    return matched;
  };
  const found = byUid(calendar).flatMap((events) => taken(events, times, window, tell));
  const shifts = found
    .filter(({ fromMs, toMs }) => fromMs < window.toMs && window.fromMs < toMs)
    .toSorted((a, b) => a.fromMs - b.fromMs)
    .flatMap(({ event, fromMs, toMs }) => {
      const { who, unknown } = peopleIn(event);
      for (const name of unknown) {
        tell({ kind: 'nobody-of-that-name', name, event: titleOf(event), atMs: fromMs });
      }
      return who.length > 0 ? [{ fromMs, toMs, who }] : [];
    });
  return { shifts, problems: [...problems.values()] };
}

/** The same name or zone is told once, with the first event that has it. */
function keyOf(problem: FeedProblem): string {
  switch (problem.kind) {
    case 'nobody-of-that-name':
      return `name ${problem.name}`;
    case 'unknown-zone':
      return `zone ${problem.zone}`;
    case 'not-understood':
      return `event ${problem.event} ${problem.detail}`;
  }
}

function parse(text: string): ICAL.Component {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) throw new NoCalendar();
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, '').trim());
    // Several calendars in one file: the first one counts.
    const [first] = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    return new ICAL.Component(first);
  } catch {
    throw new NoCalendar();
  }
}

/** An event together with those of its occurrences that were changed. */
function byUid(calendar: ICAL.Component): ICAL.Component[][] {
  const groups = new Map<string, ICAL.Component[]>();
  for (const [index, event] of calendar.getAllSubcomponents('vevent').entries()) {
    const uid = String(event.getFirstPropertyValue('uid') ?? `event ${index}`);
    groups.set(uid, [...(groups.get(uid) ?? []), event]);
  }
  return [...groups.values()];
}

function taken(
  events: readonly ICAL.Component[],
  times: Times,
  window: Span,
  tell: (problem: FeedProblem) => void,
): Occurrence[] {
  const changed = events.filter((event) => event.hasProperty('recurrence-id'));
  const whole = events.filter((event) => !changed.includes(event));
  const attempt = (event: ICAL.Component, read: () => readonly Occurrence[]) => {
    if (event.getFirstPropertyValue('status') === 'CANCELLED') return [];
    try {
      return read();
    } catch (fault) {
      const about = { event: titleOf(event) };
      if (fault instanceof UnknownZone) tell({ kind: 'unknown-zone', zone: fault.zone, ...about });
      else tell({ kind: 'not-understood', detail: String((fault as Error).message), ...about });
      return [];
    }
  };
  return [
    ...whole.flatMap((event) => attempt(event, () => occurrences(event, changed, times, window))),
    ...changed.flatMap((event) =>
      attempt(event, () => [changedOccurrence(event, times)].flatMap((one) => one ?? [])),
    ),
  ];
}

function changedOccurrence(event: ICAL.Component, times: Times): Occurrence | undefined {
  const range = event.getFirstProperty('recurrence-id')?.getFirstParameter('range');
  if (range) throw new TypeError('it changes all later ones');
  return onlyOccurrence(event, times);
}

function matchedIn(event: ICAL.Component, staff: readonly StaffMember[]): Matched {
  const organizer = event.getFirstProperty('organizer');
  return peopleOf(
    {
      summary: titleOf(event),
      attendees: event.getAllProperties('attendee').filter(isPerson).map(named),
      ...(organizer ? { organizer: named(organizer) } : {}),
    },
    staff,
  );
}

/** Not a room, and nobody who declined. */
function isPerson(attendee: ICAL.Property): boolean {
  const kind = attendee.getFirstParameter('cutype') || 'INDIVIDUAL';
  return kind === 'INDIVIDUAL' && attendee.getFirstParameter('partstat') !== 'DECLINED';
}

function named(property: ICAL.Property): Named {
  const name = property.getFirstParameter('cn');
  const address = String(property.getFirstValue()).replace(/^mailto:/i, '');
  return { ...(name ? { name } : {}), ...(address.includes('@') ? { email: address } : {}) };
}

const titleOf = (event: ICAL.Component): string =>
  String(event.getFirstPropertyValue('summary') ?? '').trim();
