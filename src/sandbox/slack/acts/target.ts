import { type Found, usable } from '../blocks/find.js';
import { type Fields, fieldsList } from '../blocks/json.js';
import { type Values, valuesOf } from '../blocks/values.js';
import { shownName } from '../model/channels.js';
import { findMessage, showMessage } from '../model/messages.js';
import { issueResponseUrl } from '../model/response-url.js';
import type { Channel, Ephemeral, Message, OpenView, Person } from '../model/state.js';
import { modalsOf, showView } from '../model/views.js';
import type { Workspace } from '../model/workspace.js';
import type { ActArguments } from './asked.js';

/** The place of an element that a person uses: a message, an ephemeral message, or a view. */
export interface Target {
  readonly what: string;
  readonly found: readonly Found[];
  /** What the person has entered in a view; undefined in messages. */
  readonly values?: Values;
  /** The part of a block_actions payload that says where it happened. */
  payload(): Fields;
}

/** The message with this channel and ts, the person's Home, or their top modal. Throws an Error if it is not there. */
export function targetOf(slack: Workspace, act: string, asks: ActArguments, person: Person): Target {
  if (asks.maybe('channel') !== undefined || asks.maybe('ts') !== undefined) {
    return messageTarget(slack, act, asks.channel('channel', person), asks.text('ts'), person);
  }
  const { state } = slack;
  const home = asks.flag('home');
  const view = home ? state.homes[person.id] : modalsOf(state, person.id).at(-1);
  if (!view) {
    throw new Error(
      home
        ? `${act}: the app has published no home for ${person.realName}.`
        : `${act}: ${person.realName} has no modal open; give channel and ts for a message.`,
    );
  }
  return viewTarget(slack, view);
}

function viewTarget(slack: Workspace, view: OpenView): Target {
  return {
    what: view.type === 'home' ? 'the home' : 'the modal',
    found: usable(fieldsList(view.content.blocks)),
    values: view.values,
    payload: () => ({
      container: { type: 'view', view_id: view.id },
      view: showView(slack.state, view),
    }),
  };
}

function messageTarget(slack: Workspace, act: string, channel: Channel, ts: string, person: Person): Target {
  const { state } = slack;
  const message = findMessage(state, channel.id, ts);
  const ephemeral = state.ephemerals.find(
    (each) => each.ts === ts && each.channel === channel.id && each.user === person.id,
  );
  const shown = message ?? ephemeral;
  if (!shown)
    throw new Error(`${act}: ${person.realName} sees no message ${ts} in ${channel.name || channel.id}.`);
  return {
    what: 'the message',
    found: usable(blocksOf(shown)),
    payload: () => messagePayload(slack, channel, person, message, shown),
  };
}

function blocksOf({ blocks = [], attachments = [] }: Message | Ephemeral): Fields[] {
  return [...blocks, ...attachments.flatMap((attachment) => fieldsList(attachment.blocks))];
}

/** The payload from an ephemeral message has only its ts, not the message. */
function messagePayload(
  slack: Workspace,
  channel: Channel,
  person: Person,
  message: Message | undefined,
  shown: Message | Ephemeral,
): Fields {
  const { ts, threadTs } = shown;
  const isEphemeral = message === undefined;
  return {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(threadTs && { thread_ts: threadTs }),
    },
    channel: { id: channel.id, name: shownName(channel) },
    ...(message && { message: showMessage(slack.state, message, { metadata: false }) }),
    state: { values: valuesOf(blocksOf(shown)) },
    response_url: issueResponseUrl(slack, 'actions', {
      user: person.id,
      channel: channel.id,
      messageTs: ts,
    }),
  };
}
