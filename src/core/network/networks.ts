import twitter from 'twitter-text';

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
}

/** What the desk has to know of a network, besides the port through which it reads and writes there. */
export interface NetworkTraits {
  /** As staff read it; `{network}` in a text. */
  readonly name: string;
  /** How many characters a post may have, usually and for accounts that may write long ones; `count` is how they are counted. */
  readonly characters: {
    readonly usual: number;
    readonly long: number;
    readonly count: (text: string) => number;
  };
  /** What can be a handle, without @. */
  readonly handle: RegExp;
  /** The address of a profile as people paste it, with its `handle`; no page that belongs to nobody. */
  readonly profileAddress: RegExp;
  /** Where people read it. */
  readonly origin: string;
  /** Below the origin; `{post}`, `{handle}`, `{user}` and `{text}` are filled in. `composerText` follows `composer`. */
  readonly paths: {
    readonly post: string;
    readonly profile: string;
    /** The posts of an account with its replies. */
    readonly replies: string;
    readonly follow: string;
    readonly composer: string;
    readonly composerText: string;
  };
  /** Addresses of pictures that belong to the network. Slack refuses a message with a picture from a wrong address. */
  readonly pictures: RegExp;
  /** What goes out by API, by plan: an answer to a post of somebody who did not write to us, and a follow. */
  readonly byApi: Readonly<Record<Plan, { readonly greet: boolean; readonly followBack: boolean }>>;
  /** Undefined for a network that bills nothing. */
  readonly prices?: Prices;
}

/** A desk, as far as its network decides what goes out by API. */
export interface OnNetwork {
  readonly network: Pick<NetworkTraits, 'byApi'>;
  readonly account: { readonly plan: Plan };
}

/** The networks that a desk can be on. */
export const networks = {
  x: {
    name: 'X',
    // A link counts 23, an emoji 2: https://docs.x.com/fundamentals/counting-characters
    characters: { usual: 280, long: 25_000, count: (text) => twitter.parseTweet(text).weightedLength },
    handle: /^\w{1,15}$/u,
    profileAddress: xProfile(),
    origin: 'https://x.com',
    paths: {
      post: '/i/status/{post}',
      profile: '/{handle}',
      replies: '/{handle}/with_replies',
      // Web intents act as the account that is signed in in the browser.
      follow: '/intent/follow?user_id={user}',
      composer: '/intent/tweet?in_reply_to={post}',
      composerText: '&text={text}',
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
    },
  },
} as const satisfies Readonly<Record<string, NetworkTraits>>;

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
