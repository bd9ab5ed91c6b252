import type { Fields } from '../blocks/json.js';
import { Refused } from './refused.js';
import type { Person, State } from './state.js';

const image = (id: string, size: number) =>
  `https://secure.gravatar.com/avatar/${id.toLowerCase()}.jpg?s=${size}`;

/** A person as users.info shows them; e-mail only with its scope. */
export function showPerson(state: State, person: Person, nowMs: number, locale = false): Fields {
  const withEmail =
    state.manifest.scopes.includes('users:read.email') && person.email && isOurs(state, person);
  const displayName = person.isBot ? '' : person.name;
  return {
    id: person.id,
    team_id: person.team,
    name: person.name,
    deleted: person.deleted,
    color: '9f69e7',
    real_name: person.realName,
    ...(!person.deleted && zone(person, nowMs)),
    profile: {
      title: person.title,
      phone: '',
      skype: '',
      real_name: person.realName,
      real_name_normalized: person.realName.normalize('NFKD').replace(/\p{M}/gu, ''),
      display_name: displayName,
      display_name_normalized: displayName,
      status_text: '',
      status_emoji: '',
      status_expiration: 0,
      avatar_hash: `g${person.id.slice(-8).toLowerCase()}`,
      ...(withEmail && { email: person.email }),
      first_name: person.realName.split(' ')[0] ?? '',
      last_name: person.realName.split(' ').slice(1).join(' '),
      ...Object.fromEntries(
        [24, 32, 48, 72, 192, 512].map((size) => [`image_${size}`, image(person.id, size)]),
      ),
      ...(person.isBot && { api_app_id: state.app.id, bot_id: state.app.botId }),
      team: person.team,
    },
    ...(!person.deleted && standing(state, person)),
    is_bot: person.isBot,
    is_app_user: false,
    updated: person.updatedAt,
    ...(locale && { locale: 'en-GB' }),
  };
}

function zone({ tz }: Person, nowMs: number): Fields {
  const named = (timeZoneName: 'long' | 'longOffset') =>
    new Intl.DateTimeFormat('en-GB', { timeZone: tz, timeZoneName })
      .formatToParts(nowMs)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(named('longOffset')) ?? [];
  const seconds = (Number(hours) * 60 + Number(minutes)) * 60;
  return { tz, tz_label: named('long'), tz_offset: sign === '-' ? -seconds : seconds };
}

function standing(state: State, person: Person): Fields {
  return {
    is_admin: person.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.kind !== 'member',
    is_ultra_restricted: person.kind === 'single-channel-guest',
    ...(!isOurs(state, person) && { is_stranger: true }),
    is_email_confirmed: true,
  };
}

/** Whether somebody belongs to this workspace. */
export function isOurs(state: State, person: Person): boolean {
  return person.team === state.team.id;
}

/** Whether somebody is a human: no bot, and not Slackbot, whose `is_bot` is false. */
export function isPerson({ isBot, id }: Person): boolean {
  return !isBot && id !== 'USLACKBOT';
}

/** Whether the app can know of somebody: in this workspace, or in a shared channel that the app is in. */
export function isVisibleToApp(state: State, person: Person): boolean {
  const { botUser } = state.app;
  return (
    isOurs(state, person) ||
    Object.values(state.channels).some(
      ({ members }) => members.includes(person.id) && members.includes(botUser),
    )
  );
}

/** A person whom the app can look up. */
export function visiblePerson(state: State, id: string): Person {
  const person = state.people[id];
  if (!person || !isVisibleToApp(state, person)) throw new Refused('user_not_found');
  return person;
}
