import { type Fields, fieldsList } from '../blocks/json.js';
import { appChannel } from '../model/channels.js';
import { beginUpload, showFile, uploadedFile } from '../model/files.js';
import { postMessage, requireParent } from '../model/messages.js';
import { checkPostRate, countPost } from '../model/rates.js';
import { invalidArguments, Refused } from '../model/refused.js';
import type { Channel, SlackFile } from '../model/state.js';
import type { Workspace } from '../model/workspace.js';
import type { Call, Method, MethodResult } from './method.js';

const writes = { token: 'bot', tier: 'tier4', scopes: ['files:write'] } as const;
const maxAlt = 1000;
const maxHighlight = 10;
/** In bytes. Slack takes 1 GB. */
export const maxLength = 5_000_000;

/** The upload of files in three steps; the second is a POST of the bytes to the address that the first gives. */
export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': { ...writes, json: false, run: getUploadUrl },
  'files.completeUploadExternal': { ...writes, json: true, run: complete },
};

function getUploadUrl({ slack, args }: Call): MethodResult {
  const length = Number(args.raw.length);
  const name = args.text('filename');
  if (!name || !args.raw.length || length === 0) throw new Refused('missing_argument');
  if (!Number.isInteger(length) || length < 0) {
    throw invalidArguments('must provide an integer [json-pointer:/length]');
  }
  if (length > maxLength) throw new Refused('file_upload_size_restricted');
  if (args.has('snippet_type')) throw new Refused('unknown_snippet_type');
  const alt = args.text('alt_txt');
  if (alt !== undefined && alt.length > maxAlt) throw new Refused('alt_txt_too_large');
  const { id, url } = beginUpload(slack, { name, length, alt });
  return { body: { upload_url: url, file_id: id }, did: { file: id, filename: name, length, alt_txt: alt } };
}

function complete({ slack, args }: Call): MethodResult {
  const asked = readFiles(args.json('files', 'invalid_arguments'));
  for (const name of ['channels', 'blocks', 'username', 'icon_url', 'icon_emoji']) {
    if (args.has(name)) throw invalidArguments(`unsupported here: ${name}`);
  }
  const files = asked.map(({ id, title }) => ({ file: uploadedFile(slack.state, id), title }));
  const channel = args.has('channel_id') ? sharingChannel(slack, args.required('channel_id')) : undefined;
  const threadTs = args.text('thread_ts');
  if (threadTs !== undefined && !channel) throw new Refused('invalid_channel');
  if (channel && threadTs !== undefined) requireParent(slack.state, channel.id, threadTs);
  if (channel) checkPostRate(slack, channel.id);
  for (const { file, title } of files) {
    file.readyAt = Date.now() + slack.fileMs;
    if (typeof title === 'string') file.title = title;
    if (channel) file.channels = [channel.id];
  }
  const shared = files.map(({ file }) => file);
  const ts = channel && share(slack, channel, shared, args.text('initial_comment'), threadTs);
  return {
    body: { files: shared.map((file) => showFile(slack.state, file)) },
    did: {
      files: shared.map(({ id }) => id),
      channel: channel?.id,
      ts,
      initial_comment: args.text('initial_comment'),
    },
  };
}

function share(
  slack: Workspace,
  channel: Channel,
  files: readonly SlackFile[],
  text = '',
  threadTs?: string,
): string {
  const message = postMessage(slack, {
    channel,
    user: slack.state.app.botUser,
    text,
    threadTs,
    files: files.map(({ id }) => id),
  });
  countPost(slack, channel.id);
  return message.ts;
}

function readFiles(given: unknown): readonly Fields[] {
  const files = fieldsList(given);
  const isList = Array.isArray(given) && files.length === given.length && files.length > 0;
  if (!isList) throw invalidArguments('must provide a list of files [json-pointer:/files]');
  for (const [index, { id, title, highlight_type: highlight }] of files.entries()) {
    const at = `[json-pointer:/files/${index}]`;
    if (typeof id !== 'string') throw invalidArguments(`missing required field: id ${at}`);
    if (title !== undefined && title !== null && typeof title !== 'string') {
      throw invalidArguments(`must provide a string ${at}`);
    }
    if (highlight !== undefined && !(typeof highlight === 'string' && highlight.length <= maxHighlight)) {
      throw invalidArguments(`must be less than ${maxHighlight + 1} characters ${at}`);
    }
  }
  return files;
}

/** A conversation by its id alone: neither by a name nor by a person. */
function sharingChannel({ state }: Workspace, id: string): Channel {
  const channel = appChannel(state, id);
  if (!channel.members.includes(state.app.botUser)) throw new Refused('not_in_channel');
  const closed =
    channel.archived || channel.restricted || (channel.kind === 'im' && !state.manifest.messagesTab);
  if (closed) throw new Refused('posting_to_channel_denied');
  return channel;
}
