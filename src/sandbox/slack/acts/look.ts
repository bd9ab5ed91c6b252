import type { Fields } from '../blocks/json.js';
import { threadOf } from '../model/messages.js';
import type { Ephemeral, Message, OpenView } from '../model/state.js';
import { stackOf } from '../model/views.js';
import type { Workspace } from '../model/workspace.js';
import { asked } from './asked.js';

/** What the channel shows, newest last: no replies but broadcast ones. */
export function messages(slack: Workspace, args: Fields) {
  const channel = asked('messages', slack.state, args, ['channel']).channel('channel');
  const list = slack.state.messages[channel.id] ?? [];
  return { messages: list.filter(({ threadTs, broadcast }) => !threadTs || broadcast).map(shown) };
}

/** The parent and its replies, newest last. */
export function thread(slack: Workspace, args: Fields) {
  const asks = asked('thread', slack.state, args, ['channel', 'ts']);
  return { messages: threadOf(slack.state, asks.channel('channel').id, asks.text('ts')).map(shown) };
}

/** What only this person was shown, newest last. */
export function ephemerals(slack: Workspace, args: Fields) {
  const asks = asked('ephemerals', slack.state, args, ['user', 'channel']);
  const user = asks.person().id;
  const channel = asks.maybe('channel') === undefined ? undefined : asks.channel('channel').id;
  const list = slack.state.ephemerals.filter(
    (each) => each.user === user && (!channel || each.channel === channel),
  );
  return { messages: list.map(shownEphemeral) };
}

/** Reloads the person's Slack: ephemeral messages and open modals are gone, and the app hears nothing of it. */
export function reload(slack: Workspace, args: Fields) {
  const { state } = slack;
  const user = asked('reload', state, args, ['user']).person().id;
  state.ephemerals = state.ephemerals.filter((each) => each.user !== user);
  state.stacks[user] = [];
  slack.world.journal.write('slack', 'reload', { user });
  return {};
}

/** The person's modals, top last, with what is typed and chosen in them now. */
export function views(slack: Workspace, args: Fields) {
  const person = asked('views', slack.state, args, ['user']).person();
  return { views: stackOf(slack.state, person.id).map(shownView) };
}

export function home(slack: Workspace, args: Fields) {
  const person = asked('home', slack.state, args, ['user']).person();
  const view = slack.state.homes[person.id];
  return { view: view ? shownView(view) : null };
}

/** Everybody and every channel. */
export function workspace(slack: Workspace, args: Fields) {
  asked('workspace', slack.state, args, []);
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

export function shown({ threadTs, ...message }: Message): Fields {
  return { ...message, ...(threadTs && { thread_ts: threadTs }) };
}

export function shownEphemeral({ threadTs, ...message }: Ephemeral): Fields {
  return { ...message, ...(threadTs && { thread_ts: threadTs }) };
}

export function shownView({ id, user, type, hash, content, values, previousViewId }: OpenView): Fields {
  return { ...content, id, user, type, hash, previous_view_id: previousViewId, values };
}
