import type { Fields } from '../blocks/json.js';
import { Refused } from './refused.js';
import type { SlackFile, State } from './state.js';
import { newId, type Workspace } from './workspace.js';

/** How long an upload URL works (ms by the sandbox's clock). Slack does not say it. */
const urlLifeMs = 10 * 60_000;
/** https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
const imageTypes: Readonly<Record<string, readonly number[]>> = {
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
  gif: [0x47, 0x49, 0x46, 0x38],
};

/** A file that is about to be uploaded, and the address that takes its bytes once. */
export function beginUpload(slack: Workspace, about: Pick<SlackFile, 'name' | 'length' | 'alt'>) {
  const { state, world, origin } = slack;
  const path = `/upload/v1/${world.random.text(40)}`;
  const file: SlackFile = {
    id: newId(slack, 'F', 11),
    ...about,
    path,
    expiresAt: world.clock.now() + urlLifeMs,
    created: Math.floor(world.clock.now() / 1000),
    channels: [],
  };
  state.files = { ...state.files, [file.id]: file };
  return { id: file.id, url: `${origin}${path}` };
}

/**
 * Takes the bytes of a file at the address that was given for it. Throws Refused, by codes of our own: Slack says nothing but
 * that it answers something else than 200.
 */
export function takeUpload({ state, world }: Workspace, path: string, bytes: Buffer): SlackFile {
  const file = Object.values(state.files ?? {}).find((one) => one.path === path);
  if (!file || file.bytes !== undefined) throw new Refused('unknown_upload_url');
  if (world.clock.now() >= file.expiresAt) throw new Refused('expired_upload_url');
  if (bytes.length !== file.length) {
    throw new Refused('wrong_length', [`promised ${file.length} bytes, got ${bytes.length}`]);
  }
  file.bytes = bytes.toString('base64');
  return file;
}

/** The uploaded file that `files.completeUploadExternal` may complete, once. Throws Refused. */
export function uploadedFile({ files = {} }: State, id: unknown): SlackFile {
  const file = typeof id === 'string' ? files[id] : undefined;
  if (file?.bytes === undefined || file.readyAt !== undefined) throw new Refused('file_not_found');
  return file;
}

/** Real ms: Slack looks a file through after its upload; until then it has no type, and no block may show it. */
export const isReady = ({ readyAt }: SlackFile): boolean => readyAt !== undefined && Date.now() >= readyAt;

/** What kind of image a file is by its first bytes; undefined for anything else. */
export function imageTypeOf({ bytes = '' }: SlackFile): string | undefined {
  const begin = Buffer.from(bytes.slice(0, 8), 'base64');
  return Object.entries(imageTypes).find(([, marks]) => marks.every((mark, at) => begin[at] === mark))?.[0];
}

/** The file that a Slack file object names: by its id, or by its address. */
const namedFile = ({ files = {} }: State, { id, url }: Fields): SlackFile | undefined =>
  Object.values(files).find((file) => file.id === id || (url !== undefined && addressOf(file) === url));

/** `url_private`. */
const addressOf = ({ id, name }: SlackFile): string =>
  `https://files.slack.com/files-pri/T0LIBRARY-${id}/${name}`;

/**
 * Whether an image may show the file: it is there, an image, and looked through. The app owns all files, so it has access.
 */
export function isShowable(state: State, named: Fields): boolean {
  const file = namedFile(state, named);
  return file !== undefined && isReady(file) && imageTypeOf(file) !== undefined;
}

/** A file as answers and messages show it: without a type until it is looked through. */
export function showFile(state: State, file: SlackFile): Fields {
  const { id, name, title = name, length, alt, created, channels } = file;
  const type = imageTypeOf(file) ?? (/\.(\w+)$/.exec(name)?.[1] || 'text');
  return {
    id,
    created,
    timestamp: created,
    name,
    title,
    mimetype: isReady(file) ? (imageTypeOf(file) ? `image/${type}` : `text/${type}`) : '',
    filetype: isReady(file) ? type : '',
    user: state.app.botUser,
    size: length,
    mode: 'hosted',
    is_external: false,
    is_public: channels.some((channel) => state.channels[channel]?.kind === 'public'),
    url_private: addressOf(file),
    ...(alt && { alt_txt: alt }),
    channels,
  };
}
