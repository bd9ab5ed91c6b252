import type { World } from '../../world/world.js';
import type { Entities } from './compose.js';

/** What the app's keys may do: read; read and write; read, write and private messages. */
export type Permissions = 'read' | 'write' | 'messages';

export interface Credentials {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
  readonly permissions: Permissions;
  /** Whether the account owns the developer app: then reads of its own posts, mentions and followers are cheaper. */
  readonly ownsApp: boolean;
}

export interface Account {
  readonly id: string;
  readonly handle: string;
  name: string;
  /** As X shows it, with links through t.co. */
  description: string;
  descriptionEntities: Entities;
  /** Where they say that they are; "" for somebody who does not. */
  location?: string;
  readonly createdAt: number;
  protected: boolean;
  /** Has X Premium, and so may write long posts. */
  premium?: boolean;
  status: 'active' | 'suspended' | 'deleted';
  /** Who may start a private conversation: everyone, only accounts that this one follows, or nobody. */
  messagesFrom: 'everyone' | 'followed' | 'nobody';
  /** The id of the first version of the pinned post. */
  pinned?: string;
  credentials?: Credentials;
}

export type ReplySettings = 'everyone' | 'mentionedUsers' | 'following' | 'subscribers' | 'verified';

/** A photo, a film, or a moving picture without sound. */
export interface Medium {
  readonly key: string;
  readonly kind: 'photo' | 'video' | 'animated_gif';
  /** Of the photo itself, or of a film's first picture. */
  readonly pictureUrl: string;
  /** What it shows, in words; "" where the writer gave none. */
  readonly altText: string;
  /** The addresses of a film; a photo has none. */
  readonly variants: readonly { readonly url: string; readonly type: string; readonly bitRate?: number }[];
  readonly durationMs?: number;
}

export interface Poll {
  readonly id: string;
  readonly options: { readonly label: string; votes: number }[];
  readonly minutes: number;
  readonly endsAt: number;
}

/** Where X does not show a post, or everywhere: "XX". */
export interface Withheld {
  readonly countries: readonly string[];
  readonly copyright: boolean;
}

/** One version of a post. An edit makes a new one with its own id; `firstId` is shared by all versions. */
export interface Post {
  readonly id: string;
  readonly firstId: string;
  readonly authorId: string;
  readonly createdAt: number;
  /** As the writer typed it. */
  readonly written: string;
  /** As X shows it: leading names, t.co links, `& < >` escaped. */
  readonly text: string;
  /** Where the writer's own words begin in `text`, in code points. */
  readonly wordsStart: number;
  readonly entities: Entities;
  readonly replyTo?: { readonly postId: string; readonly userId: string };
  readonly quotes?: string;
  /** The post that this one is a repost of. */
  readonly reposts?: string;
  /** Up to four; without any, there is no list. */
  readonly media?: readonly Medium[];
  readonly poll?: Poll;
  readonly sensitive?: boolean;
  withheld?: Withheld;
  /** What X never gives of this post: fields by their old names, and `replied_to` among its references. */
  readonly omits?: readonly string[];
  readonly conversationId: string;
  readonly replySettings: ReplySettings;
  readonly via: 'api' | 'x';
  deleted: boolean;
  /** Invisible everywhere before this time. */
  visibleAt: number;
  /** From these times on it is in its author's timeline and in the mentions of others. */
  timelineAt: number;
  mentionsAt: number;
}

export interface Follow {
  readonly by: string;
  readonly whom: string;
  /** A request to a protected account that has not been accepted. */
  pending: boolean;
  /** From this time on it is in the list of followers. */
  listedAt: number;
  /** The place in the list; each new follow has a greater one. */
  readonly order: number;
}

export interface Message {
  readonly id: string;
  readonly type: 'MessageCreate' | 'ParticipantsJoin';
  readonly conversationId: string;
  readonly participants: readonly string[];
  readonly senderId: string;
  readonly text: string;
  readonly entities: Entities;
  readonly at: number;
  /** Sent in X Chat, end-to-end encrypted: people read it in X's apps, the API never has it. */
  readonly encrypted?: true;
}

interface Charge {
  readonly at: number;
  readonly app: string;
  readonly call: string;
  /** "post:123" for what was read; "" for a write, which is charged each time. */
  readonly resource: string;
  readonly mills: number;
}

/** What an app was given for an account to say yes to. */
export interface RequestToken {
  readonly appKey: string;
  readonly secret: string;
  /** On the sandbox's clock. */
  readonly at: number;
  /** The account that said yes, and what it was shown. */
  account?: string;
  pin?: string;
}

type Plan = 'self-serve' | 'enterprise';

/** Everything X knows. Plain data, so that a snapshot is a copy. Times are ms on the sandbox's clock. */
export interface XState {
  readonly accounts: Record<string, Account>;
  /** The id of the library's account. */
  readonly ours: string;
  /** Handle in lower case → id. */
  readonly handles: Record<string, string>;
  readonly posts: Record<string, Post>;
  /** First id → the ids of all versions, oldest first. */
  readonly edits: Record<string, string[]>;
  follows: Follow[];
  /** The last follow of each pair that ended; for who comes back to their place. Absent while nobody left. */
  left?: Follow[];
  blocks: { readonly by: string; readonly whom: string }[];
  readonly messages: Message[];
  /** Browser → the id of the account signed in to it. */
  readonly browsers: Record<string, string>;
  readonly windows: Record<string, { used: number; resetsAt: number }>;
  charges: Charge[];
  /** Credits left, and the most that a month may cost, in thousandths of a dollar; null is no limit. */
  creditsMills: number | null;
  spendCapMills: number | null;
  plan: Plan;
  lag: { timelineMs: number; mentionsMs: number; followersMs: number };
  /** Whether X takes a post with the same words as a recent one. A test then sees a call that was made twice. */
  takesDuplicates: boolean;
  /** Whether what stands in `includes` is billed like what stands in `data`. By default not. */
  includesBilled?: boolean;
  /** What X never gives of the library's posts from now on, as in `Post.omits`. */
  ownPostsOmit?: readonly string[];
  /** Which field names answers have: those of the request, always the old ones, or always the new ones. */
  spelling: 'asked' | 'old' | 'new';
  /** The only field names that requests may have; absent while X takes both. */
  takes?: 'old' | 'new';
  /** Whether a plain reply to us summons us: an answer by API is taken. Absent is no, the stricter reading. */
  plainReplySummons?: boolean;
  /** Whether lists of followers begin with the oldest. Absent is no, as X's documents have it. */
  oldestFollowersFirst?: boolean;
  /** By token; what an account said yes to and what was used is gone. */
  requestTokens?: Readonly<Record<string, RequestToken>>;
  /** The app has no user-authentication settings, so nobody can sign in by it. */
  noCallback?: boolean;
  lastId: string;
  lastFollow: number;
}

export interface X {
  readonly world: World;
  state: XState;
  /** OAuth nonces with their timestamps. Not part of the state, because a restored state must not allow a replay. */
  readonly nonces: Map<string, number>;
}
