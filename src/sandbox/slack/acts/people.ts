import { type Fields, fieldsList } from '../blocks/json.js';
import { addChannel as makeChannel } from '../model/channels.js';
import { emit } from '../model/events.js';
import { showPerson } from '../model/people.js';
import type { Channel, Manifest, Person, PersonKind } from '../model/state.js';
import { newId, nextTs, type Workspace } from '../model/workspace.js';
import { type ActArguments, readActArguments } from './asked.js';
import { channelName } from './channel-settings.js';

const kinds: readonly PersonKind[] = ['member', 'guest', 'single-channel-guest'];

/** Adds a person. Members join #general; guests and people of other workspaces (`team`) join nothing by themselves. */
export function addPerson(slack: Workspace, args: Fields) {
  const { state, world } = slack;
  const takes = ['id', 'name', 'real_name', 'title', 'email', 'tz', 'kind', 'team', 'admin'];
  const asks = readActArguments('addPerson', state, args, takes);
  const name = asks.text('name');
  const id = asks.maybe('id') ?? newId(slack, 'U', 9);
  if (!/^[UW][A-Z0-9]{7,}$/.test(id)) throw new Error(`addPerson: id must look like U0ANA0001, not '${id}'.`);
  const taken = Object.values(state.people).find((person) => person.id === id || person.name === name);
  if (taken) throw new Error(`addPerson: ${taken.name} (${taken.id}) is here already.`);
  const person: Person = {
    id,
    name,
    realName: asks.maybe('real_name') ?? name,
    title: asks.maybe('title') ?? '',
    email: asks.maybe('email') ?? `${name}@central-library.example`,
    tz: zoneOf(asks.maybe('tz') ?? 'Europe/London'),
    team: asks.maybe('team') ?? state.team.id,
    kind: asks.oneOf('kind', kinds, 'member'),
    isBot: false,
    isAdmin: asks.flag('admin'),
    deleted: false,
    updatedAt: Math.floor(world.clock.now() / 1000),
  };
  state.people[id] = person;
  const joins = person.kind === 'member' && person.team === state.team.id;
  if (joins)
    for (const channel of Object.values(state.channels)) if (channel.general) channel.members.push(id);
  return journaled(slack, 'addPerson', { user: id, name, kind: person.kind, team: person.team });
}

function zoneOf(tz: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: tz });
    return tz;
  } catch {
    throw new Error(`addPerson: '${tz}' is no time zone; write one like Europe/London.`);
  }
}

/** Deactivates a person, who leaves all channels and whose modals close. */
export async function deactivate(slack: Workspace, args: Fields) {
  const { state, world } = slack;
  const person = readActArguments('deactivate', state, args, ['user']).person();
  person.deleted = true;
  person.updatedAt = Math.floor(world.clock.now() / 1000);
  for (const channel of Object.values(state.channels)) {
    if (channel.kind !== 'im') channel.members = channel.members.filter((id) => id !== person.id);
  }
  delete state.stacks[person.id];
  await tellChange(slack, person);
  return journaled(slack, 'deactivate', { user: person.id });
}

/** Changes a person's name or kind of account. */
export async function changePerson(slack: Workspace, args: Fields) {
  const { state, world } = slack;
  const asks = readActArguments('changePerson', state, args, ['user', 'real_name', 'kind']);
  const person = asks.person();
  person.realName = asks.maybe('real_name') ?? person.realName;
  person.kind = asks.oneOf('kind', kinds, person.kind);
  person.updatedAt = Math.floor(world.clock.now() / 1000);
  await tellChange(slack, person);
  return journaled(slack, 'changePerson', { user: person.id, name: person.realName, kind: person.kind });
}

async function tellChange(slack: Workspace, person: Person): Promise<void> {
  const { state, world } = slack;
  const now = world.clock.now();
  const user = showPerson(state, person, now, true);
  const event = { type: 'user_change', user, cache_ts: Math.floor(now / 1000), event_ts: nextTs(slack) };
  await emit(slack, 'user_change', event);
}

/** Adds a channel. The app's bot is in it with `bot: true`, or after `join`. */
export function addChannel(slack: Workspace, args: Fields) {
  const { state } = slack;
  const asks = readActArguments('addChannel', state, args, [
    'id',
    'name',
    'kind',
    'members',
    'bot',
    'archived',
    'shared_with',
  ]);
  const name = channelName('addChannel', asks.text('name'));
  const id = asks.maybe('id') ?? newId(slack, 'C', 9);
  const taken = Object.values(state.channels).find((channel) => channel.id === id || channel.name === name);
  if (taken) throw new Error(`addChannel: #${taken.name} (${taken.id}) is here already.`);
  const members = args.members === undefined ? [] : idsOf(slack, args.members);
  const sharedWith = asks.maybe('shared_with');
  makeChannel(slack, {
    id,
    name,
    kind: asks.oneOf('kind', ['public', 'private'] as const, 'public'),
    members: asks.flag('bot') ? [...members, state.app.botUser] : members,
    archived: asks.flag('archived'),
    sharedWith: sharedWith ? [sharedWith] : [],
  });
  return journaled(slack, 'addChannel', { channel: id, name });
}

function idsOf({ state }: Workspace, members: unknown): string[] {
  if (!Array.isArray(members)) throw new Error('addChannel: members must be a list of people.');
  return members.map((user) => readActArguments('addChannel', state, { user }, ['user']).person().id);
}

/** Adds a person, or with `bot: true` the app, to a channel. */
export async function join(slack: Workspace, args: Fields) {
  const { user, channel, who } = membership(slack, 'join', args);
  if (who?.kind === 'single-channel-guest' && channelsOf(slack, user) > 0) {
    throw new Error(`join: ${who.realName} is a single-channel guest and is in a channel already.`);
  }
  const foreign = who && who.team !== slack.state.team.id && !channel.sharedWith.includes(who.team);
  if (foreign) throw new Error(`join: #${channel.name} is not shared with ${who.team}.`);
  if (!channel.members.includes(user)) channel.members.push(user);
  return membershipChanged(slack, 'join', 'member_joined_channel', user, channel);
}

/** Removes a person, or with `bot: true` the app, from a channel. */
export async function leave(slack: Workspace, args: Fields) {
  const { user, channel } = membership(slack, 'leave', args);
  channel.members = channel.members.filter((id) => id !== user);
  return membershipChanged(slack, 'leave', 'member_left_channel', user, channel);
}

function membership(slack: Workspace, act: string, args: Fields) {
  const asks = readActArguments(act, slack.state, args, ['user', 'channel', 'bot']);
  const channel = asks.channel('channel');
  if (asks.flag('bot')) return { user: slack.state.app.botUser, channel, who: undefined };
  const who = asks.person();
  return { user: who.id, channel, who };
}

function channelsOf({ state }: Workspace, user: string): number {
  return Object.values(state.channels).filter(({ kind, members }) => kind !== 'im' && members.includes(user))
    .length;
}

/** Resolves after the delivery of the event, or at once when the app gets none. */
async function membershipChanged(
  slack: Workspace,
  act: string,
  type: string,
  user: string,
  channel: Channel,
) {
  const { team } = slack.state;
  const event = {
    type,
    user,
    channel: channel.id,
    channel_type: 'C',
    team: team.id,
    event_ts: nextTs(slack),
  };
  // https://docs.slack.dev/reference/events/member_joined_channel: only for channels that the app is in.
  if (channel.members.includes(slack.state.app.botUser)) await emit(slack, type, event, channel);
  return journaled(slack, act, { user, channel: channel.id });
}

/** Changes parts of the app's manifest, or what its app-level token may do (`appTokenScopes`). Gives the whole manifest. */
export function manifest(slack: Workspace, args: Fields) {
  const { state } = slack;
  const asks: ActArguments = readActArguments('manifest', state, args, [
    'commands',
    'shortcuts',
    'events',
    'scopes',
    'appTokenScopes',
    'homeTab',
    'messagesTab',
    'socketMode',
  ]);
  const listed = (name: 'events' | 'scopes' | 'appTokenScopes', before: readonly string[]) => {
    const value = args[name] ?? before;
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
    throw new Error(`manifest: ${name} must be a list of strings.`);
  };
  const next: Manifest = {
    commands:
      args.commands === undefined
        ? state.manifest.commands
        : fieldsList(args.commands).map((each) => ({
            command: String(each.command),
            should_escape: each.should_escape === true,
          })),
    shortcuts:
      args.shortcuts === undefined
        ? state.manifest.shortcuts
        : fieldsList(args.shortcuts).map((each) => ({
            callback_id: String(each.callback_id),
            type: each.type === 'message' ? 'message' : 'global',
          })),
    events: listed('events', state.manifest.events),
    scopes: listed('scopes', state.manifest.scopes),
    homeTab: args.homeTab === undefined ? state.manifest.homeTab : asks.flag('homeTab'),
    messagesTab: args.messagesTab === undefined ? state.manifest.messagesTab : asks.flag('messagesTab'),
    socketMode: args.socketMode === undefined ? state.manifest.socketMode : asks.flag('socketMode'),
  };
  state.manifest = next;
  if (args.appTokenScopes !== undefined) state.appTokenScopes = listed('appTokenScopes', []);
  return next;
}

function journaled(slack: Workspace, kind: string, detail: Fields): Fields {
  slack.world.journal.write('slack', kind, detail);
  return detail;
}
