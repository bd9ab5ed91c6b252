import type { Fields } from '../blocks/json.js';
import { openIm } from '../model/channels.js';
import { emit } from '../model/events.js';
import { deliveryResult } from '../model/interaction.js';
import { findMessage, postMessage } from '../model/messages.js';
import { showView } from '../model/views.js';
import { nextTs, type Workspace } from '../model/workspace.js';
import { readActArguments } from './asked.js';

/** Writes a message as a person. */
export function say(slack: Workspace, args: Fields) {
  const { state, world } = slack;
  const asks = readActArguments('say', state, args, ['user', 'channel', 'text', 'thread_ts']);
  const person = asks.person();
  const channel = asks.channel('channel', person);
  if (!channel.members.includes(person.id)) {
    throw new Error(`say: ${person.realName} must join #${channel.name} before writing there.`);
  }
  if (channel.archived) throw new Error(`say: #${channel.name} is archived.`);
  if (channel.restricted && !person.isAdmin) throw new Error(`say: only admins post in #${channel.name}.`);
  const text = asks.text('text');
  if (text.trim() === '') throw new Error('say: text must hold words.');
  const threadTs = asks.maybe('thread_ts');
  if (threadTs !== undefined && !findMessage(state, channel.id, threadTs)) {
    throw new Error(`say: no message ${threadTs} in #${channel.name}.`);
  }
  const message = postMessage(slack, { channel, user: person.id, text, threadTs });
  world.journal.write('slack', 'say', {
    user: person.id,
    channel: channel.id,
    ts: message.ts,
    thread_ts: threadTs,
    text,
    notified: message.notified,
  });
  return { ts: message.ts };
}

/** Opens the app's Home. Sends app_home_opened if the app subscribed to it. */
export async function openHome(slack: Workspace, args: Fields) {
  const { state, world } = slack;
  const person = readActArguments('openHome', state, args, ['user']).person();
  if (!state.manifest.homeTab) throw new Error('openHome: the app has no home tab.');
  const view = state.homes[person.id];
  const delivery = await emit(slack, 'app_home_opened', {
    type: 'app_home_opened',
    user: person.id,
    channel: openIm(slack, person).id,
    tab: 'home',
    ...(view && { view: showView(state, view) }),
    event_ts: nextTs(slack),
  });
  const end = delivery ? deliveryResult(delivery) : { acked: false, error: 'not_subscribed', ms: 0 };
  world.journal.write('slack', 'openHome', { user: person.id, ...end });
  return end;
}
