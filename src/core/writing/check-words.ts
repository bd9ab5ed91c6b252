import twitter from 'twitter-text';
import type { Card } from '../card/card.js';
import { isFollow, isHello, type Reach } from '../card/select.js';
import type { NetworkTraits } from '../network/networks.js';
import { firstPhraseIn } from '../post/plain.js';
import { unsigned } from '../post/signature.js';
import { type CheckName, type Checks, checkNames, type Finding, type Found } from './finding.js';
import { thanksForFollowing } from './follow-thanks.js';
import { strangersName } from './greeted-name.js';
import { findNearCopy, type RememberedPost } from './near-copy.js';
import { personalIn } from './personal.js';
import { withoutPolicyLine, withPolicyLine } from './policy-line.js';
import {
  foreignSignature,
  linksIn,
  type Room,
  weighLength,
  weighPrivate,
  withoutSignature,
  withSignature,
} from './post-text.js';
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
  readonly network: Pick<NetworkTraits, 'characters' | 'namesIn' | 'prices'>;
  readonly longPosts: boolean;
  /** In private: the line that ends every answer there. */
  readonly inPrivate?: { readonly policyLine: string };
  /** Whether the desk posts it, which the network may bill, or a person there, which costs nothing. */
  readonly reach: Reach;
}

/** What the checks say of somebody's words. */
export interface Checked extends Room {
  /** The words exactly as they would be posted, with the signature. */
  readonly text: string;
  /** The first reason why they can't go out. */
  readonly stop?: Finding;
  /** Two at most, because people don't read more. */
  readonly warnings: readonly Finding[];
  /** All that was found, also what *Send* would only come to later: first what stops the words. */
  readonly found: readonly Finding[];
  /** The price of a post with a link, in millionths of a dollar; undefined without a link. */
  readonly priceMicroUsd?: number;
}

/** Runs all checks of somebody's words: at *Look it over*, at *Send* and at approval. */
export function checkWords(given: Written): Checked {
  const { signature, checks, inPrivate, longPosts, network } = given;
  const written = inPrivate ? { ...given, text: withoutPolicyLine(given.text, inPrivate.policyLine) } : given;
  const own = withSignature(written.text, signature);
  const signed = inPrivate ? withPolicyLine(own, inPrivate.policyLine) : own;
  const { length: _length, ...room } = inPrivate
    ? weighPrivate(signed, network)
    : weighLength(signed, network, longPosts);
  const hasLink = !inPrivate && linksIn(signed, checks.ours).length > 0;
  const checked = { text: signed, ...room, ...(hasLink && linkPrice(written)) };
  const only = (finding: Finding): Checked => ({ ...checked, stop: finding, warnings: [], found: [finding] });
  if (ownWords(written) === '') return only({ check: 'empty' });
  const all = checkNames
    .filter((name) => checks.settings[name] !== 'off' && !(inPrivate && ofPublicPosts.includes(name)))
    .flatMap((name) => finders[name](written, room) ?? []);
  const warnings = all.filter((one) => checks.settings[one.check] === 'warn');
  const stops = [...namedInHello(written), ...all.filter((one) => checks.settings[one.check] === 'stop')];
  const [stop] = stops;
  const found = [...stops, ...warnings];
  return { ...checked, ...(stop ? { stop } : {}), warnings: warnings.slice(0, maxWarnings), found };
}

/** A hello names nobody. */
function namedInHello({ card, network, text }: Written): readonly Finding[] {
  const named = isHello(card) ? network.namesIn(text)[0] : undefined;
  return named ? [{ check: 'helloNames', found: named }] : [];
}

/** The price of a post with a link; none where the network bills nothing, or a person posts it. */
function linkPrice({ inPrivate, network, reach }: Written): { readonly priceMicroUsd?: number } {
  const price = network.prices?.createWithLink;
  return reach === 'api' && !inPrivate && price !== undefined ? { priceMicroUsd: price } : {};
}

const ownWords = ({ text, signature, shared }: Written): string =>
  shared ? unsigned(text) : withoutSignature(text, signature);

const maxWarnings = 2;

/**
 * What is looked at only where others read it too, or where the network bills it: in private nobody else reads what somebody
 * borrows or owes, and a link costs nothing.
 */
const ofPublicPosts: readonly CheckName[] = ['personal', 'nearCopy', 'others', 'links'];

type Finder = (written: Written, room: Room) => Found | undefined;

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

  length: (_written, { bytesLeft = 0, left }) => {
    if (left < 0) return { check: 'length', over: -left };
    return bytesLeft < 0 ? { check: 'length', over: -bytesLeft, in: 'bytes' } : undefined;
  },

  otherName: ({ card, text }) => {
    const found = isHello(card) ? undefined : strangersName(text, card.patron);
    return found === undefined ? undefined : { check: 'otherName', found };
  },

  nearCopy: ({ text, said }) => {
    const copy = findNearCopy(text, said);
    return copy && { check: 'nearCopy', at: copy.at };
  },

  thanksForFollowing: ({ card, text, checks }) =>
    (isFollow(card) || isHello(card)) && thanksForFollowing(text, checks.followThanks)
      ? { check: 'thanksForFollowing' }
      : undefined,

  others: ({ card, network, text, us }) => {
    const known = [us, card.patron.handle].map((handle) => handle.toLowerCase());
    const found = network.namesIn(text).find((handle) => !known.includes(handle.toLowerCase()));
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
