import type { FollowThanks } from '../languages/word-lists.js';

/** The checks of somebody's words before they go out, in the order in which their findings are shown. */
export const checkNames = [
  'nothingAdded',
  'personal',
  'blocked',
  'accidentalLinks',
  'length',
  'otherName',
  'nearCopy',
  'thanksForFollowing',
  'others',
  'links',
  'signature',
  'readingLevel',
  'hashtags',
  'emoji',
] as const;
export type CheckName = (typeof checkNames)[number];

/** `stop`: the words can't go out before they are changed; `warn`: the writer may send them anyway. */
export type CheckSetting = 'stop' | 'warn' | 'off';

/** What a check found in somebody's words. */
export type Finding =
  /** These two always stop the words: nothing was written; a hello names somebody. */
  { readonly check: 'empty' } | { readonly check: 'helloNames'; readonly found: string } | Found;

/** What was found by a check that the desk may set. */
export type Found =
  | { readonly check: 'nothingAdded'; readonly opening: string }
  /** `what`: each kind has a sentence of its own. */
  | {
      readonly check: 'personal';
      readonly what: 'phone' | 'email' | 'number' | 'about';
      readonly found: string;
    }
  | { readonly check: 'blocked'; readonly found: string }
  /** `priceMicroUsd`: what a link costs, in millionths of a dollar; absent where it costs nothing. */
  | { readonly check: 'accidentalLinks'; readonly found: string; readonly priceMicroUsd?: number }
  /** `over`: by how many characters, or bytes, it is too long, as the network counts. */
  | { readonly check: 'length'; readonly over: number; readonly in?: 'bytes' }
  /** `at`: when we posted nearly the same (Unix ms). */
  | { readonly check: 'nearCopy'; readonly at: number }
  | { readonly check: 'otherName'; readonly found: string }
  | { readonly check: 'thanksForFollowing' }
  | { readonly check: 'others'; readonly found: string }
  | { readonly check: 'links'; readonly found: string; readonly priceMicroUsd: number }
  | { readonly check: 'signature'; readonly found: string; readonly own: string }
  /** A Slack account that several people share: its writer signs by hand, and has not. */
  | { readonly check: 'signature'; readonly missing: true }
  | { readonly check: 'readingLevel'; readonly words: number }
  | { readonly check: 'hashtags'; readonly found: string }
  | { readonly check: 'emoji'; readonly count: number };

/** Which checks a desk wants, and the lists that they use. */
export interface Checks {
  readonly settings: Readonly<Record<CheckName, CheckSetting>>;
  /** Our own telephone numbers, e-mail and web addresses: they may be public. */
  readonly ours: readonly string[];
  /** Words that may not go out; `*` at the end stands for any ending. */
  readonly blockedWords: readonly string[];
  /** Words by which an answer would tell others what somebody borrows or owes. */
  readonly personalWords: readonly string[];
  /** Words by which thanks for following are known. */
  readonly followThanks: FollowThanks;
}

/** The reason for each check, and its setting when desk.yaml names none. */
export const checkReasons: Readonly<
  Record<CheckName, { readonly reason: string; readonly usual: CheckSetting }>
> = {
  nothingAdded: {
    reason: 'An opening without a word of your own reads like a machine.',
    usual: 'stop',
  },
  personal: {
    reason:
      'Telephone numbers, e-mail addresses, card numbers and what somebody borrows are not for the public.',
    usual: 'stop',
  },
  blocked: { reason: "Words of the library's own list (blockedWords) never go out.", usual: 'stop' },
  accidentalLinks: {
    reason:
      'A full stop without a space ("today.It") becomes a web link, which goes nowhere and costs 13 times as much.',
    usual: 'stop',
  },
  length: { reason: 'The network refuses what is longer than it allows.', usual: 'stop' },
  otherName: {
    reason: 'A greeting with the name of somebody else tells the patron that it was written to another.',
    usual: 'warn',
  },
  nearCopy: {
    reason:
      'Nearly the same words as within the last 90 days: the network takes them for spam, and people for a machine.',
    usual: 'warn',
  },
  thanksForFollowing: {
    reason: 'Thanking people for following reads like a machine.',
    usual: 'warn',
  },
  others: {
    reason: 'Whoever is named by @name is notified, too, and the network restricts that for programs.',
    usual: 'warn',
  },
  links: {
    reason:
      'A post with a link costs more, on X $0.20. For the addresses in ours the editor says so, and there is no warning.',
    usual: 'warn',
  },
  signature: {
    reason:
      "Somebody else's signature stands at the end of the words, or none where a shared login wrote them.",
    usual: 'warn',
  },
  readingLevel: { reason: 'A sentence of more than 25 words is hard to read on a phone.', usual: 'off' },
  hashtags: {
    reason: 'Screen readers read #LibraryLovers as two words, and #librarylovers as none.',
    usual: 'off',
  },
  emoji: { reason: 'Screen readers read each emoji out; more than three are tiring.', usual: 'off' },
};

/** The default of `Checks.personalWords`: English, in lower case. */
export const personalWords: readonly string[] = [
  'your hold on',
  'your hold for',
  'your reservation of',
  'your reservation for',
  'your loan of',
  'your fine of',
  'your fine is',
  'your fines are',
  'you borrowed',
  'you have borrowed',
  'you owe',
  'your card number is',
  'your pin is',
];

/** A record with a value for each check. */
export function eachCheck<T>(of: (name: CheckName) => T): Readonly<Record<CheckName, T>> {
  return {
    nothingAdded: of('nothingAdded'),
    personal: of('personal'),
    blocked: of('blocked'),
    accidentalLinks: of('accidentalLinks'),
    length: of('length'),
    otherName: of('otherName'),
    nearCopy: of('nearCopy'),
    thanksForFollowing: of('thanksForFollowing'),
    others: of('others'),
    links: of('links'),
    signature: of('signature'),
    readingLevel: of('readingLevel'),
    hashtags: of('hashtags'),
    emoji: of('emoji'),
  };
}
