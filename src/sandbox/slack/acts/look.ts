import type { Fields } from '../blocks/json.js';
import { threadOf } from '../model/messages.js';
import type { Ephemeral, Message, OpenView } from '../model/state.js';
import { modalsOf } from '../model/views.js';
import type { Workspace } from '../model/workspace.js';
import { readActArguments } from './asked.js';

/** The messages that a channel shows, newest last: of replies only those that were broadcast. */
export function messages(slack: Workspace, args: Fields) {
  const channel = readActArguments('messages', slack.state, args, ['channel']).channel('channel');
  const list = slack.state.messages[channel.id] ?? [];
  return { messages: list.filter(({ threadTs, broadcast }) => !threadTs || broadcast).map(shown) };
}

/** The parent and its replies, newest last. */
export function thread(slack: Workspace, args: Fields) {
  const asks = readActArguments('thread', slack.state, args, ['channel', 'ts']);
  return { messages: threadOf(slack.state, asks.channel('channel').id, asks.text('ts')).map(shown) };
}

/** The ephemeral messages of a person, newest last. */
export function ephemerals(slack: Workspace, args: Fields) {
  const asks = readActArguments('ephemerals', slack.state, args, ['user', 'channel']);
  const user = asks.person().id;
  const channel = asks.maybe('channel') === undefined ? undefined : asks.channel('channel').id;
  const list = slack.state.ephemerals.filter(
    (each) => each.user === user && (!channel || each.channel === channel),
  );
  return { messages: list.map(shownEphemeral) };
}

/** Reloads a person's Slack: ephemeral messages and open modals disappear, and the app gets no event. */
export function reload(slack: Workspace, args: Fields) {
  const { state } = slack;
  const user = readActArguments('reload', state, args, ['user']).person().id;
  state.ephemerals = state.ephemerals.filter((each) => each.user !== user);
  state.stacks[user] = [];
  slack.world.journal.write('slack', 'reload', { user });
  return {};
}

/** The person's modals, the top one last, with what is entered in them now. */
export function views(slack: Workspace, args: Fields) {
  const person = readActArguments('views', slack.state, args, ['user']).person();
  return { views: modalsOf(slack.state, person.id).map(shownView) };
}

/** The app's Home of a person; null when the app has not published one. */
export function home(slack: Workspace, args: Fields) {
  const person = readActArguments('home', slack.state, args, ['user']).person();
  const view = slack.state.homes[person.id];
  return { view: view ? shownView(view) : null };
}

/** All people and all channels. */
export function workspace(slack: Workspace, args: Fields) {
  readActArguments('workspace', slack.state, args, []);
  const { team, app, people, channels, manifest } = slack.state;
  const { id, name, botUser, botId } = app;
  return {
    team,
    app: { id, name, botUser, botId },
    people: Object.values(people),
    channels: Object.values(channels),
    manifest,
  };
}

/** A message as the acts give it. */
export function shown({ threadTs, ...message }: Message): Fields {
  return { ...message, ...(threadTs && { thread_ts: threadTs }) };
}

/** An ephemeral message as the acts give it. */
export function shownEphemeral({ threadTs, ...message }: Ephemeral): Fields {
  return { ...message, ...(threadTs && { thread_ts: threadTs }) };
}

/** A view as the acts give it. */
export function shownView({ id, user, type, hash, content, values, previousViewId }: OpenView): Fields {
  return { ...content, id, user, type, hash, previous_view_id: previousViewId, values };
}
