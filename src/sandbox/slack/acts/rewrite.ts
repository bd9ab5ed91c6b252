import type { Fields } from '../blocks/json.js';
import { findMessage, removeMessage } from '../model/messages.js';
import type { Message, Person } from '../model/state.js';
import { nextTs, type Workspace } from '../model/workspace.js';
import { readActArguments } from './asked.js';

/** Changes the words of a message. Slack lets people edit what they wrote themselves, and nobody else's: not even admins. */
export function edit(slack: Workspace, args: Fields) {
  const { asks, person, message } = messageOf(slack, 'edit', args, ['text']);
  if (message.user !== person.id)
    throw new Error(`edit: ${person.realName} can edit only their own messages.`);
  const text = asks.text('text');
  if (text.trim() === '') throw new Error('edit: text must hold words.');
  message.text = text;
  message.edited = { user: person.id, ts: nextTs(slack) };
  return journaled(slack, 'edit', person, message, { text });
}

/** Deletes a message of one's own; an admin deletes anybody's, the app's too. The app is not told. */
export function deleteMessage(slack: Workspace, args: Fields) {
  const { person, message } = messageOf(slack, 'delete', args);
  if (message.user !== person.id && !person.isAdmin) {
    throw new Error(`delete: ${person.realName} is no admin and can delete only their own messages.`);
  }
  removeMessage(slack.state, message);
  return journaled(slack, 'delete', person, message);
}

/** Takes an ephemeral message off one's own screen. The app is not told. */
export function dismiss(slack: Workspace, args: Fields) {
  const { state, world } = slack;
  const asks = readActArguments('dismiss', state, args, ['user', 'ts']);
  const person = asks.person();
  const ts = asks.text('ts');
  const kept = state.ephemerals.filter((one) => one.ts !== ts || one.user !== person.id);
  if (kept.length === state.ephemerals.length) {
    throw new Error(`dismiss: ${person.realName} sees no ephemeral message ${ts}.`);
  }
  state.ephemerals = kept;
  world.journal.write('slack', 'dismiss', { user: person.id, ts });
  return {};
}

function messageOf(slack: Workspace, act: string, args: Fields, more: readonly string[] = []) {
  const asks = readActArguments(act, slack.state, args, ['user', 'channel', 'ts', ...more]);
  const person = asks.person();
  const channel = asks.channel('channel', person);
  if (channel.archived) throw new Error(`${act}: #${channel.name} is archived.`);
  const ts = asks.text('ts');
  const message = findMessage(slack.state, channel.id, ts);
  if (!message || message.tombstone) {
    throw new Error(`${act}: ${person.realName} sees no message ${ts} in ${channel.name || channel.id}.`);
  }
  return { asks, person, message };
}

function journaled(
  slack: Workspace,
  act: string,
  person: Person,
  { channel, ts }: Message,
  more: Fields = {},
) {
  slack.world.journal.write('slack', act, { user: person.id, channel, ts, ...more });
  return {};
}
