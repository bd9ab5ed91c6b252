import twitter from 'twitter-text';
import { didOf, refOf } from './bluesky-ids.js';
import { handlesIn } from './bluesky-names.js';

/** What an account pays for: it decides what the network lets a program do. */
export type Plan = 'self-serve' | 'enterprise';

/** Prices in millionths of a dollar. */
export interface Prices {
  /** A post, and a person, that was read. */
  readonly post: number;
  readonly user: number;
  /** A follower, a mention or a post of ours, read by the account that owns the developer app. */
  readonly owned: number;
  /** A post of ours, one that answers somebody who mentioned us, and any that has a link. */
  readonly create: number;
  readonly createSummoned: number;
  readonly createWithLink: number;
  readonly delete: number;
  /** A private message that was read, and one of ours. */
  readonly privateMessage: number;
  readonly createPrivate: number;
}

/** What the desk has to know of a network, besides the port through which it reads and writes there. */
export interface NetworkTraits {
  /** As desk.yaml names it. */
  readonly id: 'x' | 'bluesky';
  /** As staff read it; `{network}` in a text. */
  readonly name: string;
  /** How many characters a post may have, usually and for accounts that may write long ones; `count` is how they are counted. */
  readonly characters: {
    readonly usual: number;
    readonly long: number;
    readonly count: (text: string) => number;
    /** How many a private message may have, counted one by one. */
    readonly inPrivate: number;
    /** How many bytes of UTF-8 a post may have besides, where the network counts these too. */
    readonly bytes?: number;
  };
  /** What can be a handle, without @. */
  readonly handle: RegExp;
  /** A handle to show how people are named. */
  readonly exampleHandle: string;
  /** The handles, without @, of whom a text names: they are notified of it. */
  readonly namesIn: (text: string) => readonly string[];
  /** The address of a profile as people paste it, with its `handle`; no page that belongs to nobody. */
  readonly profileAddress: RegExp;
  /** Where people read it. */
  readonly origin: string;
  /** What stands for a post, and for an account, in the paths: by their ids. */
  readonly places: {
    readonly post: (id: string) => Readonly<Record<string, string>>;
    readonly account: (id: string) => Readonly<Record<string, string>>;
  };
  /**
   * Below the origin; what `places` gives, `{handle}`, `{conversation}` and `{text}` are filled in. `composerText` follows
   * `composer`. A network without a composer for replies answers nothing by hand-off.
   */
  readonly paths: {
    readonly post: string;
    readonly profile: string;
    /** The same by the account's id. */
    readonly account: string;
    /** The posts of an account with its replies. */
    readonly replies: string;
    /** Who follows an account. */
    readonly followers: string;
    readonly follow: string;
    readonly composer?: string;
    readonly composerText?: string;
    /** A private conversation, by the ids of its two people; the smaller stands first. */
    readonly conversation?: string;
    /** A new post, with `{text}`. */
    readonly newPost: string;
  };
  /** Addresses of pictures that belong to the network. Slack refuses a message with a picture from a wrong address. */
  readonly pictures: RegExp;
  /** What goes out by API, by plan: an answer to a post of somebody who did not write to us, and a follow. */
  readonly byApi: Readonly<Record<Plan, { readonly greet: boolean; readonly followBack: boolean }>>;
  /** Undefined for a network that bills nothing. */
  readonly prices?: Prices;
  /** The same key can't post twice: where nobody knows whether a call arrived, it may be made again. */
  readonly once: boolean;
  /** It lists all versions of an edited post; else the first, and the one that it shows. */
  readonly isVersioned: boolean;
  /** A read of mentions tells of new followers too. Their list is read for what that missed. */
  readonly hearsFollows: boolean;
}

/** A desk, as far as its network decides how an answer gets out. */
export interface OnNetwork {
  readonly network: Pick<NetworkTraits, 'byApi' | 'paths'>;
  readonly account: { readonly plan: Plan };
}

/** The networks that a desk can be on. */
export const networks = {
  x: {
    id: 'x',
    name: 'X',
    // A link counts 23, an emoji 2: https://docs.x.com/fundamentals/counting-characters
    characters: {
      usual: 280,
      long: 25_000,
      count: (text) => twitter.parseTweet(text).weightedLength,
      inPrivate: 10_000,
    },
    handle: /^\w{1,15}$/u,
    exampleHandle: 'maya_reads',
    namesIn: (text) => twitter.extractMentions(text),
    profileAddress: xProfile(),
    origin: 'https://x.com',
    places: { post: (post) => ({ post }), account: (user) => ({ user }) },
    paths: {
      post: '/i/status/{post}',
      profile: '/{handle}',
      account: '/i/user/{user}',
      replies: '/{handle}/with_replies',
      followers: '/{handle}/followers',
      // Web intents act as the account that is signed in in the browser.
      follow: '/intent/follow?user_id={user}',
      composer: '/intent/tweet?in_reply_to={post}',
      composerText: '&text={text}',
      conversation: '/messages/{conversation}',
      newPost: '/intent/tweet?text={text}',
    },
    pictures: /^https:\/\/(?:pbs|abs)\.twimg\.com\/[^\s"<>]{1,500}$/u,
    // https://docs.x.com/x-api/posts/manage-tweets/introduction
    byApi: {
      'self-serve': { greet: false, followBack: false },
      enterprise: { greet: true, followBack: true },
    },
    // https://docs.x.com/x-api/getting-started/pricing
    prices: {
      post: 5_000,
      user: 10_000,
      owned: 1_000,
      create: 15_000,
      createSummoned: 10_000,
      createWithLink: 200_000,
      delete: 10_000,
      privateMessage: 10_000,
      createPrivate: 15_000,
    },
    once: false,
    isVersioned: true,
    hearsFollows: false,
  },
  bluesky: {
    id: 'bluesky',
    name: 'Bluesky',
    // https://docs.bsky.app/docs/api/app-bsky-feed-post: 300 graphemes, and 3,000 bytes.
    characters: { usual: 300, long: 300, count: graphemes, inPrivate: 0, bytes: 3_000 },
    // A domain name: https://atproto.com/specs/handle
    handle: /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu,
    exampleHandle: 'maya.bsky.social',
    namesIn: handlesIn,
    profileAddress:
      /^<?(?:https?:\/\/)?(?:www\.)?bsky\.app\/profile\/@?(?<handle>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#|].*)?>?$/iu,
    origin: 'https://bsky.app',
    places: {
      post: (post) => ({ user: refOf(post).did, post: refOf(post).rkey }),
      account: (user) => ({ user: didOf(user) }),
    },
    paths: {
      post: '/profile/{user}/post/{post}',
      profile: '/profile/{handle}',
      account: '/profile/{user}',
      replies: '/profile/{handle}',
      followers: '/profile/{handle}/followers',
      follow: '/profile/{user}',
      newPost: '/intent/compose?text={text}',
    },
    pictures: /^https:\/\/cdn\.bsky\.app\/[^\s"<>]{1,500}$/u,
    byApi: {
      'self-serve': { greet: true, followBack: true },
      enterprise: { greet: true, followBack: true },
    },
    once: true,
    isVersioned: false,
    hearsFollows: true,
  },
} as const satisfies Readonly<Record<string, NetworkTraits>>;

const inGraphemes = new Intl.Segmenter();
function graphemes(text: string): number {
  let count = 0;
  for (const _ of inGraphemes.segment(text)) count += 1;
  return count;
}

/** The address of a profile on X. Some paths are no person, as in https://x.com/i/status/17. */
function xProfile(): RegExp {
  const pages = 'i|home|explore|search|hashtag|intent|messages|notifications|settings';
  const site = String.raw`(?:https?:\/\/)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com\/`;
  const person = String.raw`@?(?!(?:${pages})(?:[/?#|>]|$))(?<handle>\w{1,15})(?:[/?#|].*)?`;
  return new RegExp(`^<?${site}${person}>?$`, 'iu');
}

/** The address of something on a network: a path of its table with its places filled in, below `origin`. */
export function networkAddress(origin: string, path: string, fill: Readonly<Record<string, string>>): string {
  return origin + path.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(fill[name] ?? ''));
}
