import ICAL from 'ical.js';
import { asLine } from '../../core/one-line.js';
import {
  type CalendarPerson,
  type FeedProblem,
  type FeedReading,
  type MatchedStaff,
  staffInEvent,
} from '../../core/rota/feed.js';
import type { StaffMember } from '../../core/rota/rota.js';
import type { Span } from '../../core/rota/spans.js';
import { changedBy, type Occurrence, occurrences, onlyOccurrence } from './calendar-events.js';
import { type Times, timesOf } from './calendar-times.js';
import { UnknownZone } from './calendar-zones.js';
import { Unreadable } from './unreadable.js';

/** Twenty people who change shifts twice a day for 90 days have 3,600; each look at the rota passes all of them. */
const MOST_SHIFTS = 5_000;
/** What is told is told to people: those are more than anybody reads, and the next reading tells the next. */
const MOST_PROBLEMS = 100;
/** In UTF-16 units: a title may name a whole team; what it is told with is cut shorter. */
const mostOfTitle = 500;
const mostOfWords = 75;

/**
 * The shifts of a calendar (iCalendar, .ics) that touch a window: each event is one, for those whom it names. An event
 * that is not understood is left out and told. Throws Unreadable when it is no calendar, or has too many shifts.
 */
export function readCalendar(
  text: string,
  { timeZone, staff }: { readonly timeZone: string; readonly staff: readonly StaffMember[] },
  window: Span,
): FeedReading {
  const calendar = parse(text);
  const times = timesOf(calendar, timeZone, window);
  const problems = new Map<string, FeedProblem>();
  const tell: Tell = (problem) => {
    const short = shortened(problem);
    const key = keyOf(short);
    if (problems.size < MOST_PROBLEMS && !problems.has(key)) problems.set(key, short);
  };
  const people = new Map<ICAL.Component, MatchedStaff>();
  const peopleIn = (event: ICAL.Component): MatchedStaff => {
    const matched = people.get(event) ?? matchedIn(event, staff);
    people.set(event, matched);
    return matched;
  };
  const found: Occurrence[] = [];
  for (const events of byUid(calendar)) {
    for (const occurrence of taken(events, times, tell)) {
      if (occurrence.fromMs < window.toMs && window.fromMs < occurrence.toMs) found.push(occurrence);
    }
    if (found.length > MOST_SHIFTS) throw new Unreadable('it has more than 5,000 shifts in three months');
  }
  const shifts = found
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

type Tell = (problem: FeedProblem) => void;

/** A problem as it may be said: without control characters, and short. */
function shortened(problem: FeedProblem): FeedProblem {
  const event = asLine(problem.event, mostOfWords);
  switch (problem.kind) {
    case 'nobody-of-that-name':
      return { ...problem, event, name: asLine(problem.name, mostOfWords) };
    case 'unknown-zone':
      return { ...problem, event, zone: asLine(problem.zone, mostOfWords) };
    case 'not-understood':
      return { ...problem, event, detail: asLine(problem.detail, 2 * mostOfWords) };
  }
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
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) throw new Unreadable('it is no calendar');
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, '').trim());
    // Several calendars in one file: the first one counts.
    const [first] = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    return new ICAL.Component(first);
  } catch {
    throw new Unreadable('it is no calendar');
  }
}

/** An event together with those of its occurrences that were changed. */
function byUid(calendar: ICAL.Component): ICAL.Component[][] {
  const groups = new Map<string, ICAL.Component[]>();
  for (const [index, child] of calendar.getAllSubcomponents('vevent').entries()) {
    // Without its calendar: for each time of a zone that is not described, ical.js would pass all events there.
    const event = new ICAL.Component(child.jCal);
    const uid = String(event.getFirstPropertyValue('uid') ?? `event ${index}`);
    const group = groups.get(uid);
    if (group) group.push(event);
    else groups.set(uid, [event]);
  }
  return [...groups.values()];
}

/** When events of one UID take place; each by itself, so that what is wrong with one leaves the others. */
function taken(events: readonly ICAL.Component[], times: Times, tell: Tell): Occurrence[] {
  const isChange = (event: ICAL.Component) => event.hasProperty('recurrence-id');
  const changes = events.filter(isChange);
  const changed = changedBy(changes, times);
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
    ...events
      .filter((event) => !isChange(event))
      .flatMap((event) => attempt(event, () => occurrences(event, changed, times))),
    ...changes.flatMap((event) =>
      attempt(event, () => [changedOccurrence(event, times)].flatMap((one) => one ?? [])),
    ),
  ];
}

function changedOccurrence(event: ICAL.Component, times: Times): Occurrence | undefined {
  const range = event.getFirstProperty('recurrence-id')?.getFirstParameter('range');
  if (range) throw new TypeError('it changes all later ones');
  return onlyOccurrence(event, times);
}

function matchedIn(event: ICAL.Component, staff: readonly StaffMember[]): MatchedStaff {
  const organizer = event.getFirstProperty('organizer');
  return staffInEvent(
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

function named(property: ICAL.Property): CalendarPerson {
  const name = asLine(property.getFirstParameter('cn') ?? '', mostOfTitle);
  const address = asLine(String(property.getFirstValue()).replace(/^mailto:/i, ''), mostOfTitle);
  return { ...(name ? { name } : {}), ...(address.includes('@') ? { email: address } : {}) };
}

const titleOf = (event: ICAL.Component): string =>
  asLine(String(event.getFirstPropertyValue('summary') ?? ''), mostOfTitle);
