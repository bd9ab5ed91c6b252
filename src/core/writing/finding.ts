/** What is looked at in somebody's words before they go out, in the order in which it is said. */
export const checkNames = [
  'nothingAdded',
  'personal',
  'blocked',
  'accidentalLinks',
  'length',
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

/** A stop has to be put right; a warning is read, and the words may go out all the same. */
export type Setting = 'stop' | 'warn' | 'off';

/** Something to say about words, and what it is about. */
export type Finding =
  /** These two stop words whatever the desk wants: nothing written, and a hello that names somebody. */
  { readonly check: 'empty' } | { readonly check: 'helloNames'; readonly found: string } | Found;

/** What a check found that the desk may set. */
export type Found =
  | { readonly check: 'nothingAdded'; readonly opening: string }
  /** `what`: one of those that the desk's words tell apart. */
  | {
      readonly check: 'personal';
      readonly what: 'phone' | 'email' | 'number' | 'about';
      readonly found: string;
    }
  | { readonly check: 'blocked'; readonly found: string }
  /** `priceMicroUsd` where the desk posts it itself. */
  | { readonly check: 'accidentalLinks'; readonly found: string; readonly priceMicroUsd?: number }
  | { readonly check: 'length'; readonly over: number }
  /** `at`: when we said nearly the same (Unix ms). */
  | { readonly check: 'nearCopy'; readonly at: number }
  | { readonly check: 'thanksForFollowing' }
  | { readonly check: 'others'; readonly found: string }
  | { readonly check: 'links'; readonly found: string; readonly priceMicroUsd: number }
  | { readonly check: 'signature'; readonly found: string; readonly own: string }
  /** By an account of several people, whose writer signs by hand. */
  | { readonly check: 'signature'; readonly missing: true }
  | { readonly check: 'readingLevel'; readonly words: number }
  | { readonly check: 'hashtags'; readonly found: string }
  | { readonly check: 'emoji'; readonly count: number };

/** What a desk wants looked at, and what is its own. */
export interface Checks {
  readonly settings: Readonly<Record<CheckName, Setting>>;
  /** Our own telephone numbers, e-mail and web addresses: they may stand in public. */
  readonly ours: readonly string[];
  /** Words that never go out; `*` at the end stands for any ending. */
  readonly blockedWords: readonly string[];
  /** Words by which an answer would tell others what somebody borrows or owes. */
  readonly personalWords: readonly string[];
}

/** Why each check is there, and what it does unless the desk says otherwise. */
export const checkReasons: Readonly<Record<CheckName, { readonly reason: string; readonly usual: Setting }>> =
  {
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
    length: { reason: 'X refuses what is longer than it allows.', usual: 'stop' },
    nearCopy: {
      reason:
        'Nearly the same words as within the last 90 days: X takes them for spam, and people for a machine.',
      usual: 'warn',
    },
    thanksForFollowing: {
      reason: 'Thanking people for following reads like a machine.',
      usual: 'warn',
    },
    others: {
      reason: 'Whoever is named by @name is notified, too, and X restricts that for programs.',
      usual: 'warn',
    },
    links: {
      reason: 'X bills a post with a link at $0.20. The addresses in ours are free of this warning.',
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

/** English defaults, in lower case. */
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

/** Something for each check. */
export function eachCheck<T>(of: (name: CheckName) => T): Readonly<Record<CheckName, T>> {
  return {
    nothingAdded: of('nothingAdded'),
    personal: of('personal'),
    blocked: of('blocked'),
    accidentalLinks: of('accidentalLinks'),
    length: of('length'),
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
