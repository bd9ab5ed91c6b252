import twitter from 'twitter-text';
import type { Card } from '../card/card.js';
import { isFollow, isHello, type Reach } from '../card/select.js';
import type { NetworkTraits } from '../network/networks.js';
import { firstPhraseIn } from '../post/plain.js';
import { unsigned } from '../post/signature.js';
import { type CheckName, type Checks, checkNames, type Finding, type Found } from './finding.js';
import { findNearCopy, type RememberedPost } from './near-copy.js';
import { personalIn } from './personal.js';
import { foreignSignature, linksIn, weighLength, withoutSignature, withSignature } from './post-text.js';
import { unchangedOpening } from './starters.js';

/** Somebody's words for a card, and everything that the checks need to know. */
export interface Written {
  readonly card: Card;
  readonly text: string;
  /** The writer's: "^AK", or "" for none. */
  readonly signature: string;
  /** Several people share this Slack account, and each signs by hand. */
  readonly shared?: boolean;
  /** All openings, filled in for this patron. */
  readonly openings: readonly string[];
  readonly checks: Checks;
  /** The address of our help desk, which may be public. */
  readonly helpDesk: string;
  /** What the library posted lately. */
  readonly said: readonly RememberedPost[];
  /** Our own handle. */
  readonly us: string;
  readonly network: Pick<NetworkTraits, 'characters' | 'prices'>;
  readonly longPosts: boolean;
  /** Whether the desk posts it, which the network may bill, or a person there, which costs nothing. */
  readonly reach: Reach;
}

/** What the checks say of somebody's words. */
export interface Checked {
  /** The words exactly as they would be posted, with the signature. */
  readonly text: string;
  /** The first reason why they can't go out. */
  readonly stop?: Finding;
  /** Two at most, because people don't read more. */
  readonly warnings: readonly Finding[];
  /** All that was found, also what *Send* would only come to later: first what stops the words. */
  readonly found: readonly Finding[];
  /** How many characters are left, as the network counts; negative when it is too long. */
  readonly left: number;
  /** The price of a post with a link, in millionths of a dollar; undefined without a link. */
  readonly priceMicroUsd?: number;
}

/** Runs all checks of somebody's words: at *Look it over*, at *Send* and at approval. */
export function checkWords(written: Written): Checked {
  const { text, signature, checks, longPosts, network } = written;
  const signed = withSignature(text, signature);
  const { left } = weighLength(signed, network, longPosts);
  const hasLink = linksIn(signed, checks.ours).length > 0;
  const checked = { text: signed, left, ...(hasLink && linkPrice(written)) };
  const only = (finding: Finding): Checked => ({ ...checked, stop: finding, warnings: [], found: [finding] });
  if (ownWords(written) === '') return only({ check: 'empty' });
  const all = checkNames
    .filter((name) => checks.settings[name] !== 'off')
    .flatMap((name) => finders[name](written, left) ?? []);
  const warnings = all.filter((one) => checks.settings[one.check] === 'warn');
  const stops = [...namedInHello(written), ...all.filter((one) => checks.settings[one.check] === 'stop')];
  const [stop] = stops;
  const found = [...stops, ...warnings];
  return { ...checked, ...(stop ? { stop } : {}), warnings: warnings.slice(0, maxWarnings), found };
}

/** A hello names nobody. */
function namedInHello({ card, text }: Written): readonly Finding[] {
  const named = isHello(card) ? twitter.extractMentions(text)[0] : undefined;
  return named ? [{ check: 'helloNames', found: named }] : [];
}

/** The price of a post with a link; none where the network bills nothing, or a person posts it. */
function linkPrice({ network, reach }: Written): { readonly priceMicroUsd?: number } {
  const price = network.prices?.createWithLink;
  return reach === 'api' && price !== undefined ? { priceMicroUsd: price } : {};
}

const ownWords = ({ text, signature, shared }: Written): string =>
  shared ? unsigned(text) : withoutSignature(text, signature);

const maxWarnings = 2;

type Finder = (written: Written, left: number) => Found | undefined;

/** Each check, by its name. */
const finders: Readonly<Record<CheckName, Finder>> = {
  nothingAdded: (written) => {
    const opening = unchangedOpening(ownWords(written), written.openings);
    return opening ? { check: 'nothingAdded', opening } : undefined;
  },

  personal: ({ text, checks, helpDesk }) =>
    personalIn(helpDesk === '' ? text : text.replaceAll(helpDesk, ' '), checks),

  blocked: ({ text, checks }) => {
    const found = firstPhraseIn(text, checks.blockedWords);
    return found === undefined ? undefined : { check: 'blocked', found };
  },

  accidentalLinks: (written) => {
    const link = linksIn(written.text, written.checks.ours).find(({ accidental }) => accidental);
    return link && { check: 'accidentalLinks', found: link.found, ...linkPrice(written) };
  },

  length: (_written, left) => (left < 0 ? { check: 'length', over: -left } : undefined),

  nearCopy: ({ text, said }) => {
    const copy = findNearCopy(text, said);
    return copy && { check: 'nearCopy', at: copy.at };
  },

  thanksForFollowing: ({ card, text }) =>
    (isFollow(card) || isHello(card)) && thanksForFollowing.test(text)
      ? { check: 'thanksForFollowing' }
      : undefined,

  others: ({ card, text, us }) => {
    const known = [us, card.patron.handle].map((handle) => handle.toLowerCase());
    const found = twitter.extractMentions(text).find((handle) => !known.includes(handle.toLowerCase()));
    return found === undefined ? undefined : { check: 'others', found };
  },

  links: (written) => {
    const { priceMicroUsd } = linkPrice(written);
    const link = linksIn(written.text, written.checks.ours).find(
      ({ accidental, ours }) => !accidental && !ours,
    );
    return link && priceMicroUsd !== undefined
      ? { check: 'links', found: link.found, priceMicroUsd }
      : undefined;
  },

  signature: ({ text, signature, shared }) => {
    if (shared) return unsigned(text) === text.trim() ? { check: 'signature', missing: true } : undefined;
    const found = foreignSignature(text, signature);
    return found === undefined ? undefined : { check: 'signature', found, own: signature };
  },

  readingLevel: ({ text }) => {
    const words = longSentence(text);
    return words === undefined ? undefined : { check: 'readingLevel', words };
  },

  hashtags: ({ text }) => {
    const found = tagWithoutCapitals(text);
    return found === undefined ? undefined : { check: 'hashtags', found };
  },

  emoji: ({ text }) => {
    const count = manyEmoji(text);
    return count === undefined ? undefined : { check: 'emoji', count };
  },
};

const thanksForFollowing = /\b(?:thanks?|thank\s+you|thx|ty)\b(?:\s+\S+){0,4}?\s+follow(?:ing|s|ed)?\b/iu;

const maxSentenceWords = 25;
const maxEmoji = 3;
/** In characters. Shorter hashtags are mostly one word. */
const longTagLength = 10;

const words = new Intl.Segmenter('en', { granularity: 'word' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The number of words in the longest sentence, if it is above 25; else undefined. */
export function longSentence(text: string): number | undefined {
  const lengths = [...sentences.segment(text)].map(
    ({ segment }) => [...words.segment(segment)].filter(({ isWordLike }) => isWordLike).length,
  );
  const longest = Math.max(0, ...lengths);
  return longest > maxSentenceWords ? longest : undefined;
}

/** The first long hashtag in small letters only; undefined when there is none. */
export const tagWithoutCapitals = (text: string): string | undefined =>
  twitter.extractHashtags(text).find((tag) => tag.length >= longTagLength && /^[\p{Ll}\p{N}_]+$/u.test(tag));

/** The number of emoji, if it is above 3; else undefined. One that combines several counts once. */
export function manyEmoji(text: string): number | undefined {
  const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
  const count = [...graphemes.segment(text)].filter(({ segment }) => pictures.test(segment)).length;
  return count > maxEmoji ? count : undefined;
}
