import type { Actor } from '../card/actions.js';
import { type SlackUserId, slackUserId } from '../ids.js';
import type { StaffMember } from '../rota/rota.js';
import type { Desk, Outsider } from './desk.js';

/**
 * Who answers for the library, as far as is known now. Of a channel: its members but for guests, bots and deactivated
 * people; desk.yaml's list says more about some of them. Of a closed list: its people, but for guests.
 */
export function staffOf(desk: Desk, colleagues: readonly Colleague[]): readonly StaffMember[] {
  const { membership, rota } = desk;
  const known = new Map(colleagues.map((one) => [one.id as string, one]));
  if (membership === 'list') {
    return rota.staff.filter(({ slackId }) => !known.get(slackId)?.guest && !known.get(slackId)?.deactivated);
  }
  const members = colleagues.filter(isColleague);
  const isListed = ({ slackId }: StaffMember) => members.some(({ id }) => id === slackId);
  const emailOf = (slackId: string) => known.get(slackId)?.email;
  const named = rota.staff.filter((one) => !one.unsaid?.includes('name'));
  const called = (one: Colleague) => shortName(one, [...members, ...named]);
  const listed = rota.staff
    .filter(isListed)
    .map((one) =>
      withEmail(asInSlack(one, known.get(one.slackId), called), one.email ?? emailOf(one.slackId)),
    );
  const others = members.filter(({ id }) => !listed.some(({ slackId }) => slackId === id));
  return [
    ...listed,
    ...others.map((one) =>
      withEmail(
        {
          key: one.id,
          slackId: one.id,
          name: called(one),
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

/** What desk.yaml leaves to Slack. An account of several people is called in full: it is no first name. */
function asInSlack(
  member: StaffMember,
  colleague: Colleague | undefined,
  called: (one: Colleague) => string,
): StaffMember {
  const { unsaid = [], ...said } = member;
  if (!colleague || unsaid.length === 0) return member;
  return {
    ...said,
    ...(unsaid.includes('name') ? { name: said.shared ? colleague.name : called(colleague) } : {}),
    ...(unsaid.includes('signature') ? { signature: initials(colleague) } : {}),
  };
}

const withEmail = (member: StaffMember, email: string | undefined): StaffMember =>
  email === undefined ? member : { ...member, email };

/** People who do not answer, and whom a screen may name all the same. */
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
  const unseen = [...listed]
    .filter(([slackId]) => !answers(slackId) && !known.some((one) => one.slackId === slackId))
    .map(([slackId, name]) => ({ slackId, name, guest: false, inChannel: false }));
  return [...known, ...unseen];
}

/** "Ana"; in full where somebody else here is called so too. */
function shortName({ name }: Colleague, all: readonly { readonly name: string }[]): string {
  const first = firstOf(name);
  return all.filter((one) => firstOf(one.name) === first).length > 1 ? name : first;
}

const firstOf = (name: string): string => name.trim().split(/\s+/u)[0] || name;

/** "AK" of Ana Kovač. Whose name has no letters gets the end of their id. */
function initials({ id, name }: Colleague): string {
  const words = name.split(/\s+/u).flatMap((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? []);
  const letters = [words[0], ...(words.length > 1 ? [words.at(-1)] : [])].join('').toLocaleUpperCase('en');
  return letters || id.slice(-2);
}

export const memberOf = (desk: Desk, slackId: string): StaffMember | undefined =>
  desk.rota.staff.find((member) => member.slackId === slackId);

/** Who a person in Slack is to this desk. */
export function actorFor(desk: Desk, slackId: string): Actor {
  const member = memberOf(desk, slackId);
  const id = slackUserId(slackId);
  if (member)
    return { kind: 'staff', id, lead: member.lead, trainee: member.trainee, xSignIn: member.xSignIn };
  const other = desk.others?.find((one) => one.slackId === slackId);
  return {
    kind: 'outsider',
    id,
    ...(other?.guest ? { guest: true } : {}),
    ...(other?.inChannel ? { inChannel: true } : {}),
  };
}

/** Somebody who is or was in the desk's channel, as Slack has them. */
export interface Colleague {
  readonly id: SlackUserId;
  /** In full, as in the profile. */
  readonly name: string;
  /** Also people of another organisation that shares the channel. */
  readonly guest: boolean;
  readonly deactivated: boolean;
  /** Only where the app may read it; a rota kept elsewhere may name people by it. */
  readonly email?: string;
  readonly bot?: true;
  /** Not in the channel any more; kept so that what they did still has a name. */
  readonly left?: true;
  /** When Slack was last asked about them (Unix ms). */
  readonly readAt?: number;
}

/** The desk's channel, as Slack has it. */
export interface ChannelCopy {
  /** Without #. */
  readonly name: string;
}

/** Somebody who may answer, as far as Slack knows. */
export const isColleague = ({ guest, deactivated, bot, left }: Colleague): boolean =>
  !guest && !deactivated && !bot && !left;
