import type { Fields } from '../blocks/json.js';
import { emit } from '../model/events.js';
import { nextTs, type Workspace } from '../model/workspace.js';
import { readActArguments } from './asked.js';

/** Archives a channel: nothing is posted or changed in it any more. */
export function archive(slack: Workspace, args: Fields) {
  const channel = readActArguments('archive', slack.state, args, ['channel']).channel('channel');
  channel.archived = true;
  return journaled(slack, 'archive', { channel: channel.id });
}

/** Opens an archived channel again. The app hears of it if it is in the channel. */
export async function unarchive(slack: Workspace, args: Fields) {
  const asks = readActArguments('unarchive', slack.state, args, ['channel', 'user']);
  const channel = asks.channel('channel');
  channel.archived = false;
  // https://docs.slack.dev/reference/events/channel_unarchive, and group_unarchive for a private one
  const type = channel.kind === 'private' ? 'group_unarchive' : 'channel_unarchive';
  const event = {
    type,
    channel: channel.id,
    user: asks.maybe('user') ?? channel.creator,
    event_ts: nextTs(slack),
  };
  if (channel.members.includes(slack.state.app.botUser)) await emit(slack, type, event, channel);
  return journaled(slack, 'unarchive', { channel: channel.id });
}

/** Lets only admins post in a channel, or everybody again with `on: false`. */
export function restrict(slack: Workspace, args: Fields) {
  const asks = readActArguments('restrict', slack.state, args, ['channel', 'on']);
  const channel = asks.channel('channel');
  channel.restricted = args.on === undefined || asks.flag('on');
  return journaled(slack, 'restrict', { channel: channel.id, on: channel.restricted });
}

/** How long messages may be edited (`minutes`); without it, for ever. A setting of the workspace. */
export function editWindow(slack: Workspace, args: Fields) {
  const asks = readActArguments('editWindow', slack.state, args, ['minutes']);
  slack.state.editWindowMs = args.minutes === undefined ? undefined : asks.whole('minutes', 1) * 60_000;
  return journaled(slack, 'editWindow', { minutes: args.minutes });
}

/** Pictures of these addresses can't be loaded by Slack (`urls`, a list); an empty list: all can. */
export function brokenImages(slack: Workspace, args: Fields) {
  readActArguments('brokenImages', slack.state, args, ['urls']);
  const { urls } = args;
  if (!Array.isArray(urls) || !urls.every((one) => typeof one === 'string')) {
    throw new Error('brokenImages: urls must be a list of addresses.');
  }
  slack.state.brokenImages = urls;
  return journaled(slack, 'brokenImages', { urls });
}

function journaled(slack: Workspace, kind: string, detail: Fields): Fields {
  slack.world.journal.write('slack', kind, detail);
  return detail;
}
