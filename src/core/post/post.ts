import { minuteMs } from '../durations.js';
import type { AccountId, PostId } from '../ids.js';

/** A person who wrote to the library or followed it, as the network shows them. */
export interface Patron {
  readonly id: AccountId;
  readonly handle: string;
  readonly name: string;
  readonly avatarUrl?: string;
  /** What they say of themselves, on one line and without addresses that lead anywhere. */
  readonly bio?: string;
  /** Where they say that they are. */
  readonly place?: string;
  /** Only followers whom they accept see their posts. */
  readonly protected?: true;
  /** The account of a new follower looks automated. */
  readonly automated?: true;
  /** What the network's moderators take the account for. */
  readonly suspect?: Suspect;
  /** They follow the library. */
  readonly followsUs?: true;
  /** The library follows them. */
  readonly weFollow?: true;
}

/** A part of a text, in UTF-16 units; `end` is behind it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A link in a post's text. People read the text there; `url` is where it leads. */
export interface Link extends TextRange {
  readonly url: string;
  /** The address that it stands for, where `url` is a short one. */
  readonly expanded?: string;
}

/** An @name in a post's text. */
export interface Name extends TextRange {
  readonly account: AccountId;
}

/** What a post shows besides its text. */
export type Media =
  | {
      readonly kind: 'photo' | 'film' | 'gif';
      /** How its writer describes it to people who can't see it. */
      readonly alt?: string;
      /** The address of a still picture of it. */
      readonly preview?: string;
      readonly durationMs?: number;
    }
  | {
      readonly kind: 'poll';
      readonly options: readonly string[];
      /** Unix milliseconds. */
      readonly endsAt?: number;
    };

/** What moderators take a post or an account for, worst first. */
export const suspects = ['scam', 'impersonation', 'spam'] as const;
export type Suspect = (typeof suspects)[number];

/** A post as people read it on the network, in its newest version. */
export interface Post {
  readonly id: PostId;
  /** The ids of all its versions, oldest first; at least its own. */
  readonly versions: readonly PostId[];
  readonly authorId: AccountId;
  /** The conversation that it belongs to: the id of the first version of the post that began it. */
  readonly conversationId: PostId;
  /** Unix milliseconds. */
  readonly at: number;
  /** When the network was asked for this version (Unix ms), where it does not list all versions in their order. */
  readonly readAt?: number;
  /** Without the @names that the network puts in front of a reply, and without the addresses of what is in `media`. */
  readonly text: string;
  readonly links: readonly Link[];
  readonly names: readonly Name[];
  /** Whom the network put in front of the text: its writer did not type their names. */
  readonly carried?: readonly AccountId[];
  readonly media: readonly Media[];
  readonly repliedTo?: PostId;
  /** Who wrote the post that it answers. */
  readonly repliedToAccount?: AccountId;
  /** The post that it quotes. */
  readonly quoted?: PostId;
  /** The network says that what it shows may disturb people. */
  readonly sensitive?: true;
  /** What the network's moderators take it for, or the account that wrote it. */
  readonly suspect?: Suspect;
  /** The network never gave all of it: a part is missing. */
  readonly partial?: true;
  /** It only repeats another post. */
  readonly repost?: true;
  /** We can't answer it, however we try. */
  readonly closed?: true;
}

/** What a network may say of a version of a post at one time and not at another. */
export type SaidOfPost = Pick<Post, 'closed' | 'sensitive' | 'suspect'>;

/** Servers of one network may show a version for so long after others show the next one (ms). */
const oldVersionMs = minuteMs;

/**
 * Whether a reading of a post shows a later version than the known one. A list without the newest known one is an older reading. Where
 * the network lists only the first version and the present one, an older reading is one from before the known version was read. A version
 * that is known from before may be the present one again, because its writer took an edit back; a minute later no server shows it otherwise.
 */
export function isEdited(
  { readAt, versions }: Pick<Post, 'readAt' | 'versions'>,
  known: Pick<Post, 'readAt' | 'versions'>,
): boolean {
  const newest = versions.at(-1);
  if (newest === undefined || newest === known.versions.at(-1)) return false;
  const isNew = !known.versions.includes(newest);
  if (readAt === undefined || known.readAt === undefined) return isNew;
  return readAt >= known.readAt + (isNew ? 0 : oldVersionMs);
}

/** What the desk knew of our own post that a mention answers or quotes, when it came. */
export interface AboutOurs {
  /** The words of the post that it answers, and of the one that it quotes; '' where the desk has none. */
  readonly answered?: string;
  readonly quoted?: string;
  /** The post that it answers began the conversation and asks something. */
  readonly asked?: true;
  /** Its writer named somebody besides us. */
  readonly namesOthers?: true;
}

/**
 * Whether a post that the network lists as a mention of us is meant for us. A repost is not. Nor is a reply to somebody
 * else that names us only in front: the network puts us there while others talk.
 */
export function isAddressedToUs(
  { authorId, carried = [], names, repliedToAccount, repost }: Addressed,
  us: AccountId,
): boolean {
  if (repost) return false;
  if (repliedToAccount === undefined || repliedToAccount === us) return true;
  // In a thread of their own a person talks to those who are named in front.
  if (repliedToAccount === authorId) return true;
  return !carried.includes(us) || names.some(({ account }) => account === us);
}

/** Whether a post names us, or answers us. A network lists nothing else among the mentions of us. */
export const isAboutUs = (
  { carried = [], names, repliedToAccount }: Omit<Addressed, 'authorId'>,
  us: AccountId,
): boolean => repliedToAccount === us || carried.includes(us) || names.some(({ account }) => account === us);

type Addressed = Pick<Post, 'authorId' | 'carried' | 'names' | 'repliedToAccount' | 'repost'>;
