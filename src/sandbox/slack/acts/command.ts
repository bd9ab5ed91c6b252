import type { Fields } from '../blocks/json.js';
import { shownName } from '../model/channels.js';
import { deliveryResult, interact, interaction, senderIds } from '../model/interaction.js';
import { findMessage, showMessage } from '../model/messages.js';
import { isOurs } from '../model/people.js';
import { answer, issueResponseUrl } from '../model/response-url.js';
import type { Person, State } from '../model/state.js';
import { nextTs, type Workspace } from '../model/workspace.js';
import { readActArguments } from './asked.js';

/** Types a slash command in a channel. `response` is the payload of the ack. */
export async function command(slack: Workspace, args: Fields) {
  const { state } = slack;
  const asks = readActArguments('command', state, args, [
    'user',
    'channel',
    'command',
    'text',
    'team',
    'app',
  ]);
  const person = ourPerson(state, asks.person(), 'command');
  const channel = asks.channel('channel', person);
  if (!channel.members.includes(person.id)) {
    throw new Error(`command: ${person.realName} must join #${channel.name} before typing there.`);
  }
  if (channel.archived) throw new Error(`command: #${channel.name} is archived; nothing can be typed there.`);
  const name = asks.text('command');
  const known = mayCommand(state) && state.manifest.commands.find((each) => each.command === name);
  if (!known) {
    const names = state.manifest.commands.map((each) => each.command).join(', ') || 'none';
    throw new Error(`command: ${name} is not a valid command. There are: ${names}.`);
  }
  const typed = asks.maybe('text') ?? '';
  const target = { user: person.id, channel: channel.id };
  const ids = senderIds(state, asks.sender());
  const delivery = await slack.socket.deliver({
    type: 'slash_commands',
    acceptsResponse: true,
    payload: {
      token: 'sandbox',
      team_id: ids.team,
      team_domain: state.team.domain,
      channel_id: channel.id,
      channel_name: shownName(channel),
      user_id: person.id,
      user_name: person.name,
      command: name,
      text: escapeCommand(state, typed, known.should_escape),
      api_app_id: ids.app,
      is_enterprise_install: 'false',
      response_url: issueResponseUrl(slack, 'commands', target),
      trigger_id: slack.triggers.issue(person.id),
    },
  });
  const end = deliveryResult(delivery);
  const detail = { user: person.id, channel: channel.id, command: name, text: typed };
  const response = delivery.acked && Object.keys(delivery.payload).length > 0 ? delivery.payload : undefined;
  let result: Fields = { ...end, ...(response && { response }) };
  if (response) {
    try {
      answer(slack, target, response);
    } catch (error) {
      result = { ...result, error: error instanceof Error ? error.message : String(error) };
    }
  }
  slack.world.journal.write('slack', 'command', { ...detail, ...result });
  return result;
}

/** Without the scope, an app has neither commands nor shortcuts. https://docs.slack.dev/reference/scopes/commands */
const mayCommand = ({ manifest }: State) => manifest.scopes.includes('commands');

/** The app gets `& < >` as entities; with should_escape also `<@U…|name>`, `<#C…|name>` and `<url>`. */
function escapeCommand(state: State, typed: string, shouldEscape: boolean): string {
  const entities = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (!shouldEscape) return entities;
  const people = Object.values(state.people);
  const channels = Object.values(state.channels);
  return entities
    .replace(/https?:\/\/[^\s|]+/g, (url) => `<${url}>`)
    .replace(/(?<![\w<])@([\w.-]*\w)/g, (all, name: string) => {
      const found = people.find((each) => each.name === name && !each.deleted);
      return found ? `<@${found.id}|${found.name}>` : all;
    })
    .replace(/(?<![\w<])#([\w-]*\w)/g, (all, name: string) => {
      const found = channels.find((each) => each.name === name);
      return found ? `<#${found.id}|${found.name}>` : all;
    });
}

/** Runs a global shortcut, or with channel and ts a message shortcut. */
export async function shortcut(slack: Workspace, args: Fields) {
  const { state } = slack;
  const asks = readActArguments('shortcut', state, args, [
    'user',
    'callback_id',
    'channel',
    'ts',
    'team',
    'app',
  ]);
  const person = ourPerson(state, asks.person(), 'shortcut');
  const callbackId = asks.text('callback_id');
  const onMessage = asks.maybe('channel') !== undefined;
  const type = onMessage ? 'message' : 'global';
  const known = mayCommand(state) ? state.manifest.shortcuts.filter((each) => each.type === type) : [];
  if (!known.some((each) => each.callback_id === callbackId)) {
    const names = known.map((each) => each.callback_id).join(', ') || 'none';
    throw new Error(`shortcut: there is no ${type} shortcut '${callbackId}'. There are: ${names}.`);
  }
  const where = onMessage
    ? messageParts(slack, person, asks.channel('channel', person).id, asks.text('ts'))
    : {};
  const head = interaction(slack, onMessage ? 'message_action' : 'shortcut', person, asks.sender());
  const payload = { ...head, callback_id: callbackId, action_ts: nextTs(slack), ...where };
  const end = deliveryResult(await interact(slack, payload));
  slack.world.journal.write('slack', 'shortcut', { user: person.id, callback_id: callbackId, ...end });
  return end;
}

function messageParts(slack: Workspace, person: Person, channelId: string, ts: string): Fields {
  const channel = slack.state.channels[channelId];
  const message = findMessage(slack.state, channelId, ts);
  if (!channel || !message) throw new Error(`shortcut: ${person.realName} sees no message ${ts} there.`);
  return {
    message_ts: ts,
    message: showMessage(slack.state, message, { metadata: false }),
    channel: { id: channel.id, name: shownName(channel) },
    response_url: issueResponseUrl(slack, 'actions', {
      user: person.id,
      channel: channel.id,
      messageTs: ts,
    }),
  };
}

/** The app is installed in one workspace: people of others have neither its commands nor its shortcuts. */
function ourPerson(state: State, person: Person, act: string): Person {
  if (!isOurs(state, person)) {
    throw new Error(
      `${act}: ${person.realName} belongs to another workspace, where the app is not installed.`,
    );
  }
  return person;
}
