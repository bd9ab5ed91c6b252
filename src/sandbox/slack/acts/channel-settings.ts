import type { Fields } from '../blocks/json.js';
import { emit } from '../model/events.js';
import { postMessage } from '../model/messages.js';
import type { Channel, Person } from '../model/state.js';
import { nextTs, type Workspace } from '../model/workspace.js';
import { readActArguments } from './asked.js';

/** Archives a channel: nothing is posted or changed in it any more. The app hears of it if it is in the channel. */
export async function archive(slack: Workspace, args: Fields) {
  const { channel, who } = asked(slack, 'archive', args);
  if (channel.archived) throw new Error(`archive: #${channel.name} is archived already.`);
  await changed(slack, channel, 'archive', who, 'archived the channel');
  channel.archived = true;
  return journaled(slack, 'archive', { channel: channel.id });
}

/** Opens an archived channel again. The app hears of it if it is in the channel. */
export async function unarchive(slack: Workspace, args: Fields) {
  const { channel, who } = asked(slack, 'unarchive', args);
  channel.archived = false;
  await changed(slack, channel, 'unarchive', who, 'un-archived the channel');
  return journaled(slack, 'unarchive', { channel: channel.id });
}

/** Renames a channel, whose id stays. The app hears of it if it is in the channel. */
export async function rename(slack: Workspace, args: Fields) {
  const { channel, who, asks } = asked(slack, 'rename', args, ['name']);
  const { name: before } = channel;
  const name = channelName('rename', asks.text('name'));
  if (Object.values(slack.state.channels).some((one) => one.name === name))
    throw new Error(`rename: #${name} is here already.`);
  channel.name = name;
  channel.previousNames = [...(channel.previousNames ?? []), before];
  await changed(slack, channel, 'rename', who, `renamed the channel from "${before}" to "${name}"`);
  return journaled(slack, 'rename', { channel: channel.id, name });
}

/** Throws an Error for what Slack takes for no channel's name. */
export function channelName(act: string, name: string): string {
  if (/^[a-z0-9_-]{1,80}$/.test(name)) return name;
  throw new Error(`${act}: '${name}' is no channel name (a-z, 0-9, - and _).`);
}

function asked(slack: Workspace, act: string, args: Fields, more: readonly string[] = []) {
  const asks = readActArguments(act, slack.state, args, ['channel', 'user', ...more]);
  const channel = asks.channel('channel');
  const who = asks.maybe('user') === undefined ? channel.creator : asks.person().id;
  return { channel, who, asks };
}

/**
 * Says in the channel what somebody did with it, and tells the app. https://docs.slack.dev/reference/events/channel_rename,
 * channel_archive, channel_unarchive, and those of groups for a private one.
 */
async function changed(
  slack: Workspace,
  channel: Channel,
  what: 'archive' | 'unarchive' | 'rename',
  who: Person['id'],
  said: string,
): Promise<void> {
  const kind = channel.kind === 'private' ? 'group' : 'channel';
  postMessage(slack, {
    channel,
    user: who,
    text: said,
    subtype: `${kind}_${what === 'rename' ? 'name' : what}`,
  });
  if (!channel.members.includes(slack.state.app.botUser)) return;
  const { id, name, created } = channel;
  const about = what === 'rename' ? { channel: { id, name, created } } : { channel: id, user: who };
  const type = `${kind}_${what}`;
  await emit(slack, type, { type, ...about, event_ts: nextTs(slack) }, channel);
}

/** Lets only admins post in a channel, or everybody again with `on: false`. */
export function restrict(slack: Workspace, args: Fields) {
  const asks = readActArguments('restrict', slack.state, args, ['channel', 'on']);
  const channel = asks.channel('channel');
  channel.restricted = args.on === undefined || asks.flag('on');
  return journaled(slack, 'restrict', { channel: channel.id, on: channel.restricted });
}

/** Makes a channel public or private (`kind`), as owners of a workspace can. The app hears nothing of it. */
export function convert(slack: Workspace, args: Fields) {
  const asks = readActArguments('convert', slack.state, args, ['channel', 'kind']);
  const channel = asks.channel('channel');
  channel.kind = asks.oneOf('kind', ['public', 'private'] as const, 'public');
  return journaled(slack, 'convert', { channel: channel.id, kind: channel.kind });
}

/** Shares a channel with another workspace (`shared_with`); without it, with none. The app hears nothing of it. */
export function share(slack: Workspace, args: Fields) {
  const asks = readActArguments('share', slack.state, args, ['channel', 'shared_with']);
  const channel = asks.channel('channel');
  const team = asks.maybe('shared_with');
  channel.sharedWith = team ? [team] : [];
  return journaled(slack, 'share', { channel: channel.id, shared_with: team });
}

/** How long messages may be edited (`minutes`); without it, for ever. A setting of the workspace. */
export function editWindow(slack: Workspace, args: Fields) {
  const asks = readActArguments('editWindow', slack.state, args, ['minutes']);
  slack.state.editWindowMs = args.minutes === undefined ? undefined : asks.whole('minutes', 1) * 60_000;
  return journaled(slack, 'editWindow', { minutes: args.minutes });
}

/** Pages of lists have at most `max` items, however many the app asks for; without it as many as it asks for. */
export function shortPages(slack: Workspace, args: Fields) {
  const asks = readActArguments('shortPages', slack.state, args, ['max']);
  slack.state.shortPages = args.max === undefined ? undefined : asks.whole('max', 1);
  return journaled(slack, 'shortPages', { max: args.max });
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
