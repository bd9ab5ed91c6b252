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
  /** Another workspace's id for somebody who is here through a shared channel. */
  readonly team: string;
  kind: PersonKind;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  deleted: boolean;
  updatedAt: number;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly creator: string;
  /** Seconds. */
  readonly created: number;
  readonly archived: boolean;
  readonly general: boolean;
  /** Other workspaces that share it. */
  readonly sharedWith: readonly string[];
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
  broadcast?: boolean;
  /** Other name or picture, by chat:write.customize. */
  readonly dress?: Fields;
  edited?: { readonly user: string; readonly ts: string };
  /** Deleted while its thread has replies. */
  tombstone?: boolean;
  /** Whom the posting notified; an edit adds nobody. */
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

export interface OpenView {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly rootViewId: string;
  readonly previousViewId: string | null;
  hash: string;
  /** What the app gave: title, submit, close, blocks and the rest, with ids filled in. */
  content: Fields;
  values: Values;
}

export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  /** The message whose button it came from. */
  readonly messageTs?: string;
  /** Wall time of the sandbox, ms. */
  readonly expiresAt: number;
  usesLeft: number;
}

/** What the app's manifest says. */
export interface Manifest {
  commands: { command: string; should_escape: boolean; description?: string; usage_hint?: string }[];
  shortcuts: { callback_id: string; type: 'global' | 'message'; name?: string }[];
  events: string[];
  scopes: string[];
  homeTab: boolean;
  /** People can open the private conversation with the app; without it the app can't post there. */
  messagesTab: boolean;
  socketMode: boolean;
}

/** Everything the workspace remembers: plain data, so that a snapshot is a copy of it. */
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
  people: Record<string, Person>;
  channels: Record<string, Channel>;
  /** Per channel, oldest first. */
  messages: Record<string, Message[]>;
  ephemerals: Ephemeral[];
  /** Each person's modals, the top one last. */
  stacks: Record<string, OpenView[]>;
  homes: Record<string, OpenView>;
  responseUrls: Record<string, ResponseUrl>;
  /** Wall times of the calls of the last minute, per method. */
  calls: Record<string, number[]>;
  /** Wall time of the app's last post, per channel. */
  lastPostAt: Record<string, number>;
  /** Microseconds of the newest ts given out. */
  lastMicros: number;
}
