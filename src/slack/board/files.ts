import { WebAPIRequestError, type WebClient } from '@slack/web-api';
import { timings } from '../../core/due/timings.js';
import { secondMs } from '../../core/durations.js';
import { type FileId, fileId, type SlackUserId } from '../../core/ids.js';
import { Busy, OutcomeUnknown } from '../../errors.js';
import type { Board, UploadedFile } from '../../ports/board.js';
import { backgroundFetch } from '../connect/client.js';

/** In characters. https://docs.slack.dev/reference/methods/files.getUploadURLExternal#errors */
const mostAlt = 1000;
/** How long to wait where Slack takes no more bytes and does not say how long (ms). */
const busyMs = 30 * secondMs;

/** Makes one step, under its method's name; throws the faults of `errors.ts`. */
type Ask = <T>(method: string, step: () => Promise<T>) => Promise<T>;

/** The calls of a board that upload files. `sharedWith` gives where and with which words somebody is sent one. */
export function fileCalls(
  client: WebClient,
  ask: Ask,
  sharedWith: (to: SlackUserId, file: UploadedFile) => Promise<SharedIn>,
): Pick<Board, 'upload' | 'send'> {
  return {
    async upload(file) {
      try {
        return await uploadFile(client, ask, file);
      } catch (fault) {
        // Nobody sees what the first one may have left.
        if (!(fault instanceof OutcomeUnknown)) throw fault;
        return await uploadFile(client, ask, file);
      }
    },

    async send(file, to) {
      await uploadFile(client, ask, file, await sharedWith(to, file));
    },
  };
}

/** Where a file is shared, and the words above it. */
interface SharedIn {
  readonly channel: string;
  readonly comment: string;
}

/**
 * Uploads a file in Slack's three steps; without `sharedIn` the app alone sees it. The client's own method for this is not used: it says `alt_text`, which Slack does not know.
 * https://docs.slack.dev/messaging/working-with-files#upload
 */
async function uploadFile(
  client: WebClient,
  ask: Ask,
  { name, title, alt, bytes }: UploadedFile,
  sharedIn?: SharedIn,
): Promise<FileId> {
  const about = { filename: name, length: bytes.length, alt_txt: cut(alt) };
  const begun = await ask('files.getUploadURLExternal', () => client.files.getUploadURLExternal(about));
  const { file_id: id = '', upload_url: url = '' } = begun;
  await ask('the upload of a file', () => sendBytes(url, bytes));
  await ask('files.completeUploadExternal', () =>
    client.files.completeUploadExternal({
      files: [{ id, title }],
      ...(sharedIn && { channel_id: sharedIn.channel, initial_comment: sharedIn.comment }),
    }),
  );
  return fileId(id);
}

/** Slack answers 200, or that it did not take them: the address is too old, or not all bytes arrived. A new address may help. */
async function sendBytes(url: string, bytes: Uint8Array): Promise<void> {
  const signal = AbortSignal.timeout(timings.slackCallMs);
  const { status, headers } = await backgroundFetch(url, { method: 'POST', body: bytes, signal }).catch(
    (fault: unknown) => {
      throw new WebAPIRequestError(fault instanceof Error ? fault : new Error(String(fault)));
    },
  );
  if (status === 429) {
    const afterMs = Number(headers.get('retry-after')) * secondMs || busyMs;
    throw new Busy(Date.now() + afterMs, 'Slack (the upload of a file)');
  }
  if (status !== 200) throw new OutcomeUnknown(`Slack (the upload of a file, HTTP ${status})`);
}

const cut = (alt: string): string => (alt.length > mostAlt ? `${alt.slice(0, mostAlt - 1)}…` : alt);
