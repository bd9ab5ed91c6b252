import type { Fields } from '../blocks/json.js';
import type { Content } from './content.js';
import { emit } from './events.js';
import { showFile } from './files.js';
import { Refused } from './refused.js';
import type { Channel, Message, State } from './state.js';
import { escapeBare, escapeBlocks, mentions } from './text.js';
import { nextTs, type Workspace } from './workspace.js';

/** A message before it is posted. */
interface Draft extends Content {
  readonly channel: Channel;
  readonly user: string;
  readonly threadTs?: string | undefined;
  readonly broadcast?: boolean;
  readonly metadata?: Fields | undefined;
  readonly dress?: Fields | undefined;
  readonly subtype?: string;
  readonly files?: string[];
}

/** Posts a message, records whom it notifies, and sends the event to the app if the app subscribed to it. */
export function postMessage(slack: Workspace, draft: Draft): Message {
  const { state } = slack;
  const { channel, threadTs, metadata, dress } = draft;
  const message: Message = {
    ts: nextTs(slack),
    channel: channel.id,
    user: draft.user,
    byApp: draft.user === state.app.botUser,
    text: draft.text ?? '',
    ...(draft.blocks && { blocks: draft.blocks }),
    ...(draft.attachments && { attachments: draft.attachments }),
    ...(metadata && Object.keys(metadata).length > 0 && { metadata }),
    ...(threadTs && { threadTs }),
    ...(draft.broadcast && { broadcast: true }),
    ...(dress && { dress }),
    ...(draft.subtype && { subtype: draft.subtype }),
    ...(draft.files && { files: draft.files }),
    notified: notifiedBy(state, draft),
  };
  const list = state.messages[channel.id] ?? [];
  list.push(message);
  state.messages[channel.id] = list;
  tellApp(slack, channel, message);
  return message;
}

/**
 * The people whom Slack notifies: mentioned members, in a direct conversation everybody else in it, in a thread also
 * all who wrote or were mentioned there.
 */
function notifiedBy(state: State, { channel, user, text = '', blocks, threadTs }: Draft): string[] {
  const { people, all } = mentions(text, blocks);
  const thread = threadTs ? threadOf(state, channel.id, threadTs) : [];
  const followers = thread.flatMap((each) => [each.user, ...mentions(each.text, each.blocks).people]);
  const direct = channel.kind === 'im' || channel.kind === 'mpim';
  const called = all || direct ? channel.members : [...people, ...followers];
  const reached = [...new Set(called)].filter((id) => channel.members.includes(id));
  return reached.filter((id) => id !== user && state.people[id]?.isBot === false);
}

function tellApp(slack: Workspace, channel: Channel, message: Message): void {
  const type = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' }[channel.kind];
  const event = {
    ...showMessage(slack.state, message, { metadata: false }),
    channel: channel.id,
    channel_type: type,
    event_ts: message.ts,
  };
  const subscription = {
    channel: 'message.channels',
    group: 'message.groups',
    im: 'message.im',
    mpim: 'message.mpim',
  };
  const { botUser } = slack.state.app;
  if (!channel.members.includes(botUser)) return;
  emit(slack, subscription[type as keyof typeof subscription], event);
  if (!message.byApp && mentions(message.text, message.blocks).people.includes(botUser)) {
    emit(slack, 'app_mention', { ...event, type: 'app_mention' });
  }
}

/** The message with this ts; undefined when there is none. */
export function findMessage({ messages }: State, channel: string, ts: string): Message | undefined {
  return messages[channel]?.find((message) => message.ts === ts);
}

/** The parent and its replies, oldest first; empty when there is no such parent. */
export function threadOf({ messages }: State, channel: string, parentTs: string): Message[] {
  return (messages[channel] ?? []).filter(({ ts, threadTs }) => ts === parentTs || threadTs === parentTs);
}

/** The parent of a reply. Throws Refused when it does not exist or is a reply itself. */
export function requireParent(state: State, channel: string, threadTs: string): void {
  if (!/^\d{10}\.\d{6}$/.test(threadTs)) {
    throw new Refused('invalid_thread_ts', [`[ERROR] ${threadTs} is not a valid thread_ts`]);
  }
  const parent = findMessage(state, channel, threadTs);
  if (!parent) throw new Refused('thread_not_found');
  if (parent.threadTs) throw new Refused('cannot_reply_to_message');
}

/** Removes a message. A parent with replies becomes a tombstone. */
export function removeMessage(state: State, message: Message): void {
  if (threadOf(state, message.channel, message.ts).length > 1) {
    message.tombstone = true;
    message.text = 'This message was deleted.';
    delete message.blocks;
    delete message.attachments;
    delete message.metadata;
    delete message.files;
    return;
  }
  state.messages[message.channel] = (state.messages[message.channel] ?? []).filter(
    (each) => each !== message,
  );
}

/** A message as methods and payloads give it: escaped, with its metadata only on request. */
export function showMessage(state: State, message: Message, { metadata }: { metadata: boolean }): Fields {
  const { ts, threadTs, blocks, attachments, edited } = message;
  return {
    ...(message.tombstone
      ? { subtype: 'tombstone', user: 'USLACKBOT', hidden: true }
      : { user: message.user, ...(message.byApp && appParts(state)), ...message.dress }),
    ...(message.subtype && { subtype: message.subtype }),
    ...(message.broadcast && { subtype: 'thread_broadcast' }),
    type: 'message',
    ts,
    team: state.team.id,
    text: escapeBare(message.text),
    ...(blocks && { blocks: escapeBlocks(blocks) }),
    ...(attachments && { attachments: escapeBlocks(attachments) }),
    ...(message.files && { subtype: 'file_share', files: filesOf(state, message.files), upload: true }),
    ...(edited && { edited }),
    ...(metadata && message.metadata && { metadata: message.metadata }),
    ...threadParts(state, message),
    ...(threadTs && { thread_ts: threadTs }),
  };
}

function filesOf(state: State, ids: readonly string[]): Fields[] {
  return ids.flatMap((id) => {
    const file = state.files?.[id];
    return file ? [showFile(state, file)] : [];
  });
}

function appParts({ app, team }: State): Fields {
  return {
    bot_id: app.botId,
    app_id: app.id,
    bot_profile: { id: app.botId, deleted: false, name: app.name, app_id: app.id, team_id: team.id },
  };
}

function threadParts(state: State, message: Message): Fields {
  if (message.threadTs) {
    return { parent_user_id: findMessage(state, message.channel, message.threadTs)?.user };
  }
  const replies = threadOf(state, message.channel, message.ts).slice(1);
  const latest = replies.at(-1);
  if (!latest) return {};
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: latest.ts,
    reply_users: users.slice(0, 5),
    is_locked: false,
    subscribed: false,
  };
}
