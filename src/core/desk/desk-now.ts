import type { Actor } from '../card/actions.js';
import type { Pause } from '../card/card.js';
import { type SlackUserId, slackUserId } from '../ids.js';
import { agreedCovers, type CoverRequest } from '../rota/cover.js';
import type { DatedShift, StaffMember } from '../rota/rota.js';
import type { SavedStarter } from '../writing/starters.js';
import type { Desk, Outsider } from './desk.js';
import type { Note } from './desk-settings.js';
import type { FailingLooks } from './outages.js';

/** What the desk knows besides desk.yaml. */
interface CurrentFacts {
  readonly covers: readonly CoverRequest[];
  readonly notes?: readonly Note[];
  readonly starters?: readonly SavedStarter[];
  readonly pause?: Pause | undefined;
  readonly failing?: FailingLooks | undefined;
  /** The members of the channel, as last read. */
  readonly colleagues?: readonly Colleague[];
  readonly channel?: ChannelCopy;
  /** Of a desk that is like another: the members of that one's channel, as last read. */
  readonly theirColleagues?: readonly Colleague[];
  /** The shifts of a rota that is kept in a calendar, as last read. */
  readonly dated?: readonly DatedShift[];
}

/** The desk as it is now: desk.yaml, with what people set and what Slack and calendars say. */
export function deskNow(
  desk: Desk,
  { covers, notes, starters, pause, failing, colleagues, theirColleagues, channel, dated }: CurrentFacts,
): Desk {
  const { rota } = desk;
  const staff = staffNow(desk, colleagues, theirColleagues);
  // Also of somebody who left: whoever asked for cover is not on shift again because of that.
  const staffKeyOf = (person: string) =>
    [...staff, ...rota.staff].find(({ slackId }) => slackId === person)?.key ?? person;
  return {
    ...desk,
    ...(starters ? { savedStarters: starters } : {}),
    listedStaff: rota.staff,
    ...(channel ? { channelName: channel.name } : {}),
    ...(colleagues ? { outsiders: othersOf(desk, staff, colleagues) } : {}),
    ...(notes ? { notes } : {}),
    ...(pause ? { pause } : {}),
    ...(failing ? { failing } : {}),
    rota: {
      ...rota,
      staff,
      dated: dated ?? rota.dated,
      covers: [...rota.covers, ...agreedCovers(covers, staffKeyOf)],
    },
  };
}

/**
 * The staff as last read from Slack. Where the members of a channel answer, it is the channel of the desk that this one is like;
 * whoever of them is not in this one's is marked as gone.
 */
function staffNow(
  desk: Desk,
  colleagues: readonly Colleague[] | undefined,
  theirs: readonly Colleague[] | undefined,
): readonly StaffMember[] {
  if (!desk.like || desk.membership === 'list')
    return colleagues ? staffOf(desk, colleagues) : desk.rota.staff;
  const staff = theirs ? staffOf(desk, theirs) : desk.rota.staff;
  if (!colleagues) return staff;
  const here = new Set<string>(colleagues.filter(isColleague).map(({ id }) => id));
  return staff.map((one) => (here.has(one.slackId) ? one : { ...one, gone: true }));
}

/** A desk with the staff and the outsiders that Slack's people make of those whom desk.yaml lists. */
export function withStaff(desk: Desk, colleagues: readonly Colleague[]): Desk {
  const listedStaff = desk.listedStaff ?? desk.rota.staff;
  const listed = { ...desk, rota: { ...desk.rota, staff: listedStaff } };
  const staff = staffOf(listed, colleagues);
  const outsiders = othersOf(listed, staff, colleagues);
  return { ...desk, listedStaff, outsiders, rota: { ...desk.rota, staff } };
}

/**
 * Who answers for the library. Where the channel's members answer: all of them but guests, bots and deactivated people;
 * desk.yaml may say more about some of them. Where desk.yaml's list answers: its people, but no guests or deactivated
 * people; whoever left the channel is marked as gone.
 */
export function staffOf(desk: Desk, colleagues: readonly Colleague[]): readonly StaffMember[] {
  const { membership, rota } = desk;
  const known = new Map(colleagues.map((one) => [one.id as string, one]));
  if (membership === 'list') {
    const answers = rota.staff.filter(
      ({ slackId }) => !known.get(slackId)?.guest && !known.get(slackId)?.deactivated,
    );
    return answers.map((one) => (known.get(one.slackId)?.left ? { ...one, gone: true } : one));
  }
  const members = colleagues.filter(isColleague);
  const isListed = ({ slackId }: StaffMember) => members.some(({ id }) => id === slackId);
  const emailOf = (slackId: string) => known.get(slackId)?.email;
  const named = rota.staff.filter((one) => !one.unsaid?.includes('name'));
  const nameOf = (one: Colleague) => shortName(one, [...members, ...named]);
  const listed = rota.staff
    .filter(isListed)
    .map((one) =>
      withEmail(withSlackNames(one, known.get(one.slackId), nameOf), one.email ?? emailOf(one.slackId)),
    );
  const others = members.filter(({ id }) => !listed.some(({ slackId }) => slackId === id));
  return [
    ...listed,
    ...others.map((one) =>
      withEmail(
        {
          key: one.id,
          slackId: one.id,
          name: nameOf(one),
          signature: initials(one),
          lead: false,
          trainee: false,
          xSignIn: false,
        },
        one.email,
      ),
    ),
  ];
}

/**
 * The person with what desk.yaml leaves to Slack. An account of several people keeps its full name: it has no first
 * name.
 */
function withSlackNames(
  member: StaffMember,
  colleague: Colleague | undefined,
  nameOf: (one: Colleague) => string,
): StaffMember {
  const { unsaid = [], ...known } = member;
  if (!colleague || unsaid.length === 0) return member;
  return {
    ...known,
    ...(unsaid.includes('name') ? { name: known.shared ? colleague.name : nameOf(colleague) } : {}),
    ...(unsaid.includes('signature') ? { signature: initials(colleague) } : {}),
  };
}

const withEmail = (member: StaffMember, email: string | undefined): StaffMember =>
  email === undefined ? member : { ...member, email };

/** The people in Slack, or in desk.yaml, who do not answer and whom a screen may have to name. */
export function othersOf(
  desk: Desk,
  staff: readonly StaffMember[],
  colleagues: readonly Colleague[],
): readonly Outsider[] {
  const answers = (slackId: string) => staff.some((member) => member.slackId === slackId);
  const named = desk.rota.staff.filter(({ unsaid }) => !unsaid?.includes('name'));
  const listed = new Map(named.map((member) => [member.slackId, member.name]));
  const known = colleagues
    .filter(({ id, bot }) => !answers(id) && !bot)
    .map(({ id, name, guest, left, deactivated }) => ({
      slackId: id,
      name: listed.get(id) ?? firstOf(name),
      guest,
      inChannel: !left && !deactivated,
    }));
  const notInSlack = [...listed]
    .filter(([slackId]) => !answers(slackId) && !known.some((one) => one.slackId === slackId))
    .map(([slackId, name]) => ({ slackId, name, guest: false, inChannel: false }));
  return [...known, ...notInSlack];
}

/** The first name; the full name where two people here have the same first name. */
export function shortName({ name }: Colleague, all: readonly { readonly name: string }[]): string {
  const first = firstOf(name);
  return all.filter((one) => firstOf(one.name) === first).length > 1 ? name : first;
}

const firstOf = (name: string): string => name.trim().split(/\s+/u)[0] || name;

/** "AK" for Ana Kovač. For a name without letters and digits: the end of the person's id. */
export function initials({ id, name }: Colleague): string {
  const all = name.split(/\s+/u).flatMap((word) => capital(word) ?? []);
  const letters = [all[0], ...(all.length > 1 ? [all.at(-1)] : [])].join('');
  return letters || id.slice(-2);
}

const firstSign = (text: string): string | undefined => text.match(/[\p{L}\p{N}]/u)?.[0];

/** The first letter or digit of a word, as a capital: one sign, also where the capital has several or an accent apart. */
const capital = (word: string): string | undefined =>
  firstSign((firstSign(word) ?? '').toLocaleUpperCase('en'));

/** The staff member with a Slack id; undefined for everybody else. */
export const memberOf = (desk: Pick<Desk, 'rota'>, slackId: string): StaffMember | undefined =>
  desk.rota.staff.find((member) => member.slackId === slackId);

/** The actor that a person in Slack is for this desk. */
export function actorFor(desk: Desk, slackId: string): Actor {
  const member = memberOf(desk, slackId);
  const id = slackUserId(slackId);
  if (member) {
    const { lead, shared, trainee, xSignIn } = member;
    return { kind: 'staff', id, lead, trainee, xSignIn, ...(shared ? { shared } : {}) };
  }
  const other = desk.outsiders?.find((one) => one.slackId === slackId);
  return {
    kind: 'outsider',
    id,
    ...(other?.guest ? { guest: true } : {}),
    ...(other?.inChannel ? { inChannel: true } : {}),
  };
}

/** A person who is or was in the desk's channel, as Slack describes them. */
export interface Colleague {
  readonly id: SlackUserId;
  /** The full name of the profile. */
  readonly name: string;
  /** Also people of another organisation that shares the channel. */
  readonly guest: boolean;
  readonly deactivated: boolean;
  /** Only where the app may read it; a calendar may name people by it. */
  readonly email?: string;
  readonly bot?: true;
  /** They left the channel; kept so that what they did still has a name. */
  readonly left?: true;
  /** When Slack was last asked about them (Unix ms). */
  readonly readAt?: number;
}

/** The desk's channel, as Slack describes it. */
export interface ChannelCopy {
  /** Without #. */
  readonly name: string;
  /** Only its members read it. Missing where an earlier version asked. */
  readonly isPrivate?: boolean;
  /** Another organisation, or another workspace, is in it. */
  readonly isShared?: boolean;
}

/** Whether Slack lets a person answer: a member of the channel, no guest, no bot, not deactivated. */
export const isColleague = ({ guest, deactivated, bot, left }: Colleague): boolean =>
  !guest && !deactivated && !bot && !left;
