import type { World } from '../../world/world.js';
import type { DataObject } from './cid.js';

export interface AppPassword {
  readonly name: string;
  readonly password: string;
  readonly createdAt: number;
  readonly privileged: boolean;
}

export type AccountStatus = 'active' | 'deactivated' | 'takendown';

/** An account on its own server. */
export interface Account {
  readonly did: string;
  handle: string;
  readonly email: string;
  readonly password: string;
  appPasswords: AppPassword[];
  status: AccountStatus;
  readonly createdAt: number;
  /** The DIDs of those whom it has muted. */
  mutes: string[];
}

/** A record where it was written. */
export interface Stored {
  readonly uri: string;
  readonly did: string;
  readonly collection: string;
  readonly rkey: string;
  readonly cid: string;
  readonly value: DataObject;
  /** When it was written (Unix ms, as all times here). */
  readonly at: number;
  /** How many versions it has had, this one included. */
  readonly versions: number;
  deletedAt?: number;
}

/** What an account's server tells the AppView, in this order. */
export type Told = { readonly at: number } & (
  | { readonly kind: 'put'; readonly record: Stored }
  | { readonly kind: 'delete'; readonly uri: string }
  | {
      readonly kind: 'account';
      readonly did: string;
      readonly handle: string;
      readonly status: AccountStatus;
    }
);

/** A record as the AppView has it. */
export interface Indexed extends Omit<Stored, 'at' | 'deletedAt' | 'versions'> {
  readonly indexedAt: number;
  /** The earlier of its own time and that of its arrival, by which lists are sorted. */
  readonly sortAt: number;
  /** A reply that the gate of its thread did not let in when it came. */
  readonly violatesGate?: boolean;
  /** It shows a post whose writer did not let it when it came. */
  readonly violatesEmbedding?: boolean;
}

export type Reason = 'mention' | 'reply' | 'quote' | 'follow' | 'like' | 'repost';

export interface Notification {
  readonly to: string;
  readonly uri: string;
  readonly reason: Reason;
  readonly subject?: string;
  readonly sortAt: number;
}

export interface Counts {
  replies: number;
  reposts: number;
  likes: number;
  quotes: number;
}

/** What the AppView has seen so far. */
export interface Seen {
  actors: Record<string, { handle: string; status: AccountStatus }>;
  /** By address, but for follows and blocks. */
  records: Record<string, Indexed>;
  /** The records by `BY WHOM`, the first of each pair. */
  follows: Record<string, Indexed>;
  blocks: Record<string, Indexed>;
  /** Of posts. */
  counts: Record<string, Counts>;
  notifications: Record<string, Notification[]>;
}

export interface Label {
  readonly src: string;
  /** The address of a record, or the DID of an account. */
  readonly uri: string;
  readonly val: string;
  readonly at: number;
}

export interface RefreshToken {
  readonly did: string;
  readonly appPassword?: string;
  expiresAt: number;
  nextId?: string;
}

/** All that a Bluesky holds: plain data, so that a snapshot is a copy of it. */
export interface SkyState {
  readonly ours: string;
  accounts: Record<string, Account>;
  /** By address, deleted ones too. */
  records: Record<string, Stored>;
  told: Told[];
  seen: Seen;
  labels: Label[];
  refreshTokens: Record<string, RefreshToken>;
  blobs: Record<string, { readonly mimeType: string; readonly size: number }>;
  /** What was used of each limit, and when its window ends. */
  windows: Record<string, { used: number; endsAt: number }>;
  /** Whether the limits hold. */
  hasLimits: boolean;
  /** How long the AppView is behind. */
  lagMs: number;
  isAppViewDown: boolean;
  /** Since when the AppView runs. */
  upSince: number;
  /** The last key that the servers made, in microseconds. */
  lastKey: number;
}

export interface Sky {
  readonly world: World;
  state: SkyState;
}
