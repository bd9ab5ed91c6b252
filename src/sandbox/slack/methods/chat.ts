import type { Fields } from '../blocks/json.js';
import { brokenImageIn } from '../model/broken-images.js';
import { appChannel, namedChannel, postingChannel } from '../model/channels.js';
import { type Content, readContent, readMetadata, requireSomething } from '../model/content.js';
import {
  findMessage,
  postMessage,
  removeMessage,
  requireParent,
  showMessage,
  threadOf,
} from '../model/messages.js';
import { checkPostRate, countPost } from '../model/rates.js';
import { Refused } from '../model/refused.js';
import type { Channel, Message, State } from '../model/state.js';
import { escapeBare } from '../model/text.js';
import { nextTs } from '../model/workspace.js';
import { type Call, type Method, type MethodResult, requireScope } from './method.js';

const writes = { token: 'bot', json: true, scopes: ['chat:write'] } as const;

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { ...writes, tier: 'posting', run: post },
  'chat.update': { ...writes, tier: 'tier3', run: update },
  'chat.delete': { ...writes, tier: 'tier3', run: remove },
  'chat.postEphemeral': { ...writes, tier: 'tier4', run: postEphemeral },
  'chat.getPermalink': { tier: 'special', token: 'bot', json: false, scopes: [], run: permalink },
};

function post({ slack, args }: Call): MethodResult {
  const { state, world } = slack;
  const given = args.required('channel');
  refuseAsUser(args.raw);
  const content = readContent(args, world.random);
  requireSomething(content);
  const metadata = readMetadata(args);
  const dress = readDress({ slack, args });
  const channel = postingChannel(slack, given);
  requireWritable(state, channel);
  requireImages(state, content);
  const threadTs = args.has('thread_ts') ? String(args.raw.thread_ts) : undefined;
  if (threadTs !== undefined) requireParent(state, channel.id, threadTs);
  checkPostRate(slack, channel.id);
  const message = postMessage(slack, {
    ...content,
    channel,
    user: state.app.botUser,
    threadTs,
    broadcast: threadTs !== undefined && args.flag('reply_broadcast'),
    metadata,
    dress,
  });
  countPost(slack, channel.id);
  return {
    body: { channel: channel.id, ts: message.ts, message: showMessage(state, message, { metadata: false }) },
    did: journalled(message),
  };
}

function update({ slack, args }: Call): MethodResult {
  const { state, world } = slack;
  const channel = appChannel(state, args.required('channel'));
  const ts = args.required('ts');
  const content = readContent(args, world.random);
  const metadata = readMetadata(args);
  const message = ownMessage(state, channel, ts, 'cant_update_message');
  if (channel.archived) throw new Refused('is_inactive');
  requireEditable(slack, message);
  requireImages(state, content);
  const changes = Object.keys(content).length > 0;
  if (content.blocks && hasRichText(message.blocks) && !hasRichText(content.blocks)) {
    throw new Refused('block_mismatch');
  }
  // https://docs.slack.dev/reference/methods/chat.update: blocks stay only where there is no text either.
  const isTextAlone = content.text !== undefined && content.blocks === undefined;
  if (args.flag('reply_broadcast')) {
    if (!message.threadTs) throw new Refused('cant_broadcast_message');
    if (changes) throw new Refused('no_dual_broadcast_content_update');
    message.broadcast = true;
  } else if (!changes && !metadata) {
    throw new Refused('no_text');
  }
  if (metadata) message.metadata = metadata;
  if (metadata && Object.keys(metadata).length === 0) delete message.metadata;
  if (changes) {
    if (isTextAlone) delete message.blocks;
    Object.assign(message, content);
    // Slack marks no edit of a message that has blocks.
    if (!content.blocks?.length) message.edited = { user: state.app.botUser, ts: nextTs(slack) };
  }
  return {
    body: {
      channel: channel.id,
      ts,
      text: escapeBare(message.text),
      message: showMessage(state, message, { metadata: false }),
    },
    did: journalled({ ...message, notified: [] }),
  };
}

function hasRichText(blocks: readonly Fields[] = []): boolean {
  return blocks.some(({ type }) => type === 'rich_text');
}

function remove({ slack, args }: Call): MethodResult {
  const { state } = slack;
  const channel = appChannel(state, args.required('channel'));
  const ts = args.required('ts');
  if (channel.archived) throw new Refused('cant_delete_message');
  removeMessage(state, ownMessage(state, channel, ts, 'cant_delete_message'));
  return { body: { channel: channel.id, ts }, did: { channel: channel.id, ts } };
}

function postEphemeral({ slack, args }: Call): MethodResult {
  const { state, world } = slack;
  const channel = namedChannel(state, args.required('channel'));
  const user = args.required('user');
  refuseAsUser(args.raw);
  const content = readContent(args, world.random);
  requireSomething(content);
  requireWritable(state, channel);
  requireImages(state, content);
  if (!channel.members.includes(user)) throw new Refused('user_not_in_channel');
  const threadTs = args.text('thread_ts');
  if (threadTs !== undefined) requireParent(state, channel.id, threadTs);
  const ts = nextTs(slack);
  const text = content.text ?? '';
  // Slack takes an ephemeral message in a thread without replies, and shows it to nobody.
  const shown = threadTs === undefined || threadOf(state, channel.id, threadTs).length > 1;
  if (shown) {
    state.ephemerals.push({ ...content, ts, channel: channel.id, user, text, ...(threadTs && { threadTs }) });
  }
  return {
    body: { message_ts: ts },
    did: { channel: channel.id, user, ts, thread_ts: threadTs, ...content, text, ...(!shown && { shown }) },
  };
}

function permalink({ slack: { state }, args }: Call): MethodResult {
  const channel = appChannel(state, args.required('channel'));
  const message = findMessage(state, channel.id, args.required('message_ts'));
  if (!message) throw new Refused('message_not_found');
  const path = `archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const inThread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  return {
    body: { channel: channel.id, permalink: `https://${state.team.domain}.slack.com/${path}${inThread}` },
  };
}

function ownMessage(state: State, channel: Channel, ts: string, ifNot: string): Message {
  const message = findMessage(state, channel.id, ts);
  if (!message || message.tombstone) throw new Refused('message_not_found');
  if (!message.byApp) throw new Refused(ifNot);
  return message;
}

function requireWritable(state: State, channel: Channel): void {
  if (channel.archived) throw new Refused('is_archived');
  if (channel.restricted) throw new Refused('restricted_action');
  if (channel.kind === 'im' && !state.manifest.messagesTab) throw new Refused('messages_tab_disabled');
  const mayFromOutside = channel.kind === 'public' && state.manifest.scopes.includes('chat:write.public');
  if (!channel.members.includes(state.app.botUser) && !mayFromOutside) throw new Refused('not_in_channel');
}

/** Workspaces may end the time in which messages can be edited. */
function requireEditable({ state, world }: Call['slack'], { ts }: Message): void {
  const ageMs = world.clock.now() - Number(ts) * 1000;
  if (state.editWindowMs !== undefined && ageMs > state.editWindowMs) throw new Refused('edit_window_closed');
}

function requireImages(state: State, { blocks = [] }: Content): void {
  const error = brokenImageIn(state, blocks, '/blocks');
  if (error) throw new Refused('invalid_blocks', [`[ERROR] ${error}`], { errors: [error] });
}

function refuseAsUser({ as_user: asUser }: Fields): void {
  if (asUser === true || asUser === 'true') throw new Refused('as_user_not_supported');
}

function readDress({ slack, args }: Call): Fields | undefined {
  const { username, icon_emoji: emoji, icon_url: url } = args.raw;
  if (!username && !emoji && !url) return undefined;
  requireScope(slack, 'chat:write.customize');
  return { ...(username ? { username } : {}), icons: emoji ? { emoji } : { image_48: url } };
}

function journalled(message: Message): Fields {
  const { channel, ts, threadTs, text, blocks, attachments, metadata, notified, broadcast } = message;
  return { channel, ts, thread_ts: threadTs, text, blocks, attachments, metadata, notified, broadcast };
}
