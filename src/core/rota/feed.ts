import type { DatedShift, StaffMember } from './rota.js';

/** The calendar that a rota is kept in. */
export interface RotaSource {
  /** Its address (http or https) or its path. */
  readonly from: string;
  /** The address may be one of this machine or of its own network. */
  readonly mayBePrivate: boolean;
}

/** A person as an event of a calendar names them. */
export interface CalendarPerson {
  readonly name?: string;
  readonly email?: string;
}

/** Something in a calendar that the desk can't understand, with the title of its event. */
export type FeedProblem = { readonly event: string; readonly atMs?: number } & (
  | { readonly kind: 'nobody-of-that-name'; readonly name: string }
  | { readonly kind: 'unknown-zone'; readonly zone: string }
  | { readonly kind: 'not-understood'; readonly detail: string }
);

/** What was read from a calendar: its shifts in a window of time, and its problems, each name and zone once. */
export interface FeedReading {
  readonly shifts: readonly DatedShift[];
  readonly problems: readonly FeedProblem[];
}

/** The people who do the shift of an event, and names that belong to nobody on the staff. */
export interface MatchedStaff {
  /** Keys of staff members. */
  readonly who: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * The staff members who do the shift of an event: those invited; if none of them is on the staff, those whom the title
 * names ("Ana", "Ana + Ben", "Desk: Ana"); if it names none, the organizer.
 */
export function staffInEvent(
  event: {
    readonly attendees: readonly CalendarPerson[];
    readonly summary: string;
    readonly organizer?: CalendarPerson;
  },
  staff: readonly StaffMember[],
): MatchedStaff {
  const invited = matched(
    event.attendees.map((one) => ({ said: one.name || one.email || '', found: memberFor(one, staff) })),
  );
  if (invited.who.length > 0) return invited;
  const titled = inTitle(event.summary, staff);
  if (titled.who.length > 0) return titled;
  const organizer = event.organizer && memberFor(event.organizer, staff);
  if (organizer) return { who: [organizer.key], unknown: [] };
  return invited.unknown.length > 0 ? invited : titled;
}

function inTitle(summary: string, staff: readonly StaffMember[]): MatchedStaff {
  const parts = splitNames(summary.split(':').at(-1) ?? '');
  const named = matched(
    parts.map((said) => ({ said, found: memberFor({ name: said, email: said }, staff) })),
  );
  if (named.who.length > 0) return named;
  // "Ana on the desk": a name among other words.
  const words = summary.split(/[^\p{L}\p{N}'’-]+/u).map(plain);
  const among = staff.filter(({ name }) => words.includes(plain(name)));
  if (among.length > 0) return { who: among.map(({ key }) => key), unknown: [] };
  return { who: [], unknown: [summary.trim()].filter((said) => said !== '') };
}

function matched(
  people: readonly { readonly said: string; readonly found: StaffMember | undefined }[],
): MatchedStaff {
  return {
    who: [...new Set(people.flatMap(({ found }) => found?.key ?? []))],
    unknown: people.filter(({ said, found }) => !found && said !== '').map(({ said }) => said),
  };
}

/** The staff member with this e-mail address, else with this name or key, else the only one with this first name. */
function memberFor({ name, email }: CalendarPerson, staff: readonly StaffMember[]): StaffMember | undefined {
  const address = email && plain(email);
  const byEmail = address ? staff.find((one) => one.email && plain(one.email) === address) : undefined;
  if (byEmail || !name) return byEmail;
  const said = plain(name);
  const exact = staff.find((one) => plain(one.name) === said || one.key === said);
  if (exact) return exact;
  const first = staff.filter((one) => firstWord(one.name) === firstWord(name));
  // "Ana Kovač" means the "Ana" of the list and "Ana" the "Ana Kovač", but two different full names are two people.
  const near = first.filter((one) => !isFull(one.name) || !isFull(name));
  return near.length === 1 ? near[0] : undefined;
}

const splitNames = (text: string): string[] =>
  text
    .split(/\s*[+,;&/|]\s*|\s+(?:and|und|et|y|e|og|och|en)\s+/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
const firstWord = (name: string): string => plain(name).split(' ')[0] ?? '';
const isFull = (name: string): boolean => plain(name).includes(' ');
