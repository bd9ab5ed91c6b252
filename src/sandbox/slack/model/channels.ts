import type { Fields } from '../blocks/json.js';
import { isOurs, isPerson, isVisibleToApp } from './people.js';
import { Refused } from './refused.js';
import type { Channel, Person, State } from './state.js';
import { newId, type Workspace } from './workspace.js';

/** Whether a person can open a channel: its members can, and all full members of the workspace a public one. */
export function canSee(state: State, person: Person, channel: Channel): boolean {
  if (person.deleted) return false;
  if (channel.members.includes(person.id)) return true;
  return channel.kind === 'public' && person.kind === 'member' && isOurs(state, person);
}

/** The channel as the app sees it. Throws Refused for a private one that the app is not in, as if it did not exist. */
export function appChannel(state: State, id: string): Channel {
  const channel = state.channels[id];
  const hidden = channel && channel.kind !== 'public' && !channel.members.includes(state.app.botUser);
  if (!channel || hidden) throw new Refused('channel_not_found');
  return channel;
}

/** The channel for a message to a channel id, a channel's name, or a person whom the app can write to. */
export function postingChannel(slack: Workspace, given: string): Channel {
  const { state } = slack;
  const person = state.people[given];
  if (!person) return namedChannel(state, given);
  if (person.deleted || !isPerson(person) || !isVisibleToApp(state, person))
    throw new Refused('channel_not_found');
  return openIm(slack, person);
}

/** A channel by its id or its name. */
export function namedChannel(state: State, given: string): Channel {
  const name = given.replace(/^#/, '');
  const named = Object.values(state.channels).find((each) => each.name === name && each.kind !== 'im');
  return appChannel(state, named?.id ?? given);
}

/** The direct conversation of a person with the app. Makes it when there is none. */
export function openIm(slack: Workspace, person: Person): Channel {
  const found = findIm(slack.state, person);
  if (found) return found;
  return addChannel(slack, { id: newId(slack, 'D'), name: '', kind: 'im', members: [person.id] });
}

/** The direct conversation of a person with the app; undefined when there is none. */
export function findIm({ channels }: State, person: Person): Channel | undefined {
  return Object.values(channels).find(({ kind, members }) => kind === 'im' && members[0] === person.id);
}

type NewChannel = Pick<Channel, 'id' | 'name' | 'kind' | 'members'> & Partial<Channel>;

/** The app's bot is a member of every direct conversation too. */
export function addChannel({ state, world }: Workspace, given: NewChannel): Channel {
  const direct = given.kind === 'im' || given.kind === 'mpim';
  const channel: Channel = {
    creator: given.members[0] ?? state.app.botUser,
    created: Math.floor(world.clock.now() / 1000),
    archived: false,
    general: false,
    sharedWith: [],
    ...given,
    members: direct ? [...given.members, state.app.botUser] : [...given.members],
  };
  state.channels[channel.id] = channel;
  return channel;
}

/** The name of a channel in the payloads of interactions and commands. */
export function shownName({ kind, name }: Channel): string {
  return { public: name, private: 'privategroup', im: 'directmessage', mpim: 'privategroup' }[kind];
}

/** A conversation as conversations.info shows it. */
export function showChannel(state: State, channel: Channel, withCount: boolean): Fields {
  const latest = state.messages[channel.id]?.at(-1);
  const shared = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_im: channel.kind === 'im',
    is_org_shared: false,
    context_team_id: state.team.id,
    updated: channel.created * 1000,
    ...(withCount && { num_members: channel.members.length }),
  };
  if (channel.kind === 'im') {
    return {
      ...shared,
      user: channel.members[0],
      last_read: latest?.ts ?? '0000000000.000000',
      latest: latest ? { type: 'message', user: latest.user, text: latest.text, ts: latest.ts } : null,
      unread_count: 0,
      unread_count_display: 0,
      is_open: true,
      priority: 0,
    };
  }
  const topic = { value: '', creator: '', last_set: 0 };
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: channel.general,
    is_member: channel.members.includes(state.app.botUser),
    unlinked: 0,
    is_shared: channel.sharedWith.length > 0,
    is_ext_shared: channel.sharedWith.length > 0,
    shared_team_ids: [state.team.id, ...channel.sharedWith],
    pending_shared: [],
    pending_connected_team_ids: [],
    is_pending_ext_shared: false,
    creator: channel.creator,
    topic,
    purpose: topic,
    previous_names: channel.previousNames ?? [],
  };
}
