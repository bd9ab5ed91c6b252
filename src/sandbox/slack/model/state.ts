import type { Fields } from '../blocks/json.js';
import type { Values } from '../blocks/values.js';

export type PersonKind = 'member' | 'guest' | 'single-channel-guest';

export interface Person {
  readonly id: string;
  readonly name: string;
  realName: string;
  readonly title: string;
  readonly email: string;
  readonly tz: string;
  /** The id of another workspace, for somebody who is here through a shared channel. */
  readonly team: string;
  kind: PersonKind;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  deleted: boolean;
  updatedAt: number;
}

export interface Channel {
  readonly id: string;
  name: string;
  /** Names that it had before, the latest last. */
  previousNames?: string[];
  kind: 'public' | 'private' | 'im' | 'mpim';
  readonly creator: string;
  /** Seconds. */
  readonly created: number;
  archived: boolean;
  /** Only admins post there. */
  restricted?: boolean;
  readonly general: boolean;
  /** Ids of the other workspaces that share the channel. */
  sharedWith: readonly string[];
  members: string[];
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  /** Posted by the app. */
  readonly byApp: boolean;
  text: string;
  blocks?: Fields[];
  attachments?: Fields[];
  metadata?: Fields;
  readonly threadTs?: string;
  /** Slack itself says what somebody did with the channel. */
  readonly subtype?: string;
  broadcast?: boolean;
  /** Other name or picture, by chat:write.customize. */
  readonly dress?: Fields;
  edited?: { readonly user: string; readonly ts: string };
  /** Was deleted while its thread had replies. */
  tombstone?: boolean;
  /** Ids of the files that were shared by it. */
  files?: string[];
  /** Whom Slack notified when it was posted. An edit notifies nobody. */
  readonly notified: readonly string[];
}

export interface Ephemeral {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly threadTs?: string;
  text: string;
  blocks?: Fields[];
  attachments?: Fields[];
}

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  /** In bytes, as it was promised. */
  readonly length: number;
  readonly alt?: string | undefined;
  title?: string;
  /** Where its bytes are taken, until `expiresAt` (Unix ms by the sandbox's clock). */
  readonly path: string;
  readonly expiresAt: number;
  /** Seconds. */
  readonly created: number;
  /** Its content in base64, once it is uploaded. */
  bytes?: string;
  /** When Slack has looked it through (Unix ms by the machine's clock); missing until its upload is completed. */
  readyAt?: number;
  /** Where it is shared; nowhere, and the app alone sees it. */
  channels: string[];
}

export interface OpenView {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly rootViewId: string;
  readonly previousViewId: string | null;
  hash: string;
  /** The view of the app: title, submit, close, blocks and so on, with all ids. */
  content: Fields;
  values: Values;
}

export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  /** The message whose button was pressed. */
  readonly messageTs?: string;
  /** By the sandbox's clock (Unix ms). */
  readonly expiresAt: number;
  usesLeft: number;
}

/** The parts of an app's manifest that the sandbox knows. */
export interface Manifest {
  commands: { command: string; should_escape: boolean; description?: string; usage_hint?: string }[];
  shortcuts: { callback_id: string; type: 'global' | 'message'; name?: string }[];
  events: string[];
  scopes: string[];
  homeTab: boolean;
  /** Whether people have a direct conversation with the app. Without it the app can't post there. */
  messagesTab: boolean;
  socketMode: boolean;
}

/** The whole state of the workspace, as plain data, so that a snapshot is a copy of it. */
export interface State {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: {
    readonly id: string;
    readonly name: string;
    readonly botUser: string;
    readonly botId: string;
    readonly botToken: string;
    readonly appToken: string;
  };
  manifest: Manifest;
  /** What the app-level token was made with; `connections:write` where it is missing. */
  appTokenScopes?: string[];
  people: Record<string, Person>;
  channels: Record<string, Channel>;
  /** Per channel, oldest first. */
  messages: Record<string, Message[]>;
  ephemerals: Ephemeral[];
  /** Each person's modals, the top one last. */
  stacks: Record<string, OpenView[]>;
  homes: Record<string, OpenView>;
  /** The view that each external id was first given to. */
  externalIds?: Record<string, string>;
  responseUrls: Record<string, ResponseUrl>;
  /** Times of the calls of the last minute, per method (Unix ms by the sandbox's clock). */
  calls: Record<string, number[]>;
  /** Time of the app's last post, per channel (Unix ms by the sandbox's clock). */
  lastPostAt: Record<string, number>;
  /** How long a message may be edited (ms by the sandbox's clock); for ever where it is missing. */
  editWindowMs?: number | undefined;
  /** The most items of a page, however many were asked for. */
  shortPages?: number | undefined;
  files?: Record<string, SlackFile>;
  /** Addresses of pictures that Slack can't load. */
  brokenImages?: string[];
  /** The newest ts of a message, in microseconds. */
  lastMicros: number;
}
