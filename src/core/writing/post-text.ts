import twitter from 'twitter-text';
import type { NetworkTraits } from '../network/networks.js';
import { signatureAtEnd } from '../post/signature.js';
import { isOurAddress } from './personal.js';

type Limits = Pick<NetworkTraits, 'characters'>;

/** How many characters a post of an account may have, as its network counts them. */
export const mostCharacters = ({ characters }: Limits, longPosts: boolean): number =>
  longPosts ? characters.long : characters.usual;

/** How much may be added to a text, in characters and, where the network counts these too, in bytes of UTF-8. */
export interface Room {
  /** Negative when the text is too long. */
  readonly left: number;
  readonly bytesLeft?: number;
}

const utf8 = new TextEncoder();

/** The length of a text as the network counts it, and the room that is left. */
export function weighLength(
  text: string,
  network: Limits,
  longPosts = false,
): Room & { readonly length: number } {
  const { bytes, count } = network.characters;
  const length = count(text);
  const inBytes = bytes === undefined ? {} : { bytesLeft: bytes - utf8.encode(text).length };
  return { length, left: mostCharacters(network, longPosts) - length, ...inBytes };
}

/** Whether fewer bytes than characters are left: then the bytes say how much can be added. */
export const isBoundByBytes = ({ bytesLeft, left }: Room): boolean =>
  bytesLeft !== undefined && bytesLeft < left;

/** The same of a private message, in which each character counts one. */
export function weighPrivate(text: string, { characters }: Limits): Room & { readonly length: number } {
  const { length } = [...text];
  return { length, left: characters.inPrivate - length };
}

/** A link in a text. */
interface FoundLink {
  readonly found: string;
  /** Two sentences without a space between them, such as "today.It", which the network takes for a web address. */
  readonly accidental: boolean;
  readonly ours: boolean;
}

/** Everything in a text that the network shows as a link. `ours` are the library's own addresses. */
export function linksIn(text: string, ours: readonly string[]): readonly FoundLink[] {
  return twitter.extractUrls(text).map((found) => {
    const own = isOurAddress(found, ours);
    return { found, accidental: !own && isAccidental(found), ours: own };
  });
}

/** One word, a full stop, and a new sentence: "today.It", but not "library.org", "LIBRARY.ORG" or "https://today.It". */
const isAccidental = (link: string): boolean =>
  /^[\p{L}\p{N}-]*\p{Ll}[\p{L}\p{N}-]*\.\p{Lu}\p{L}*$/u.test(link);

/** The text with the signature at its end (" ^AK"), once, also when the writer typed it. */
export function withSignature(text: string, signature: string): string {
  const own = withoutSignature(text, signature);
  return [own, signature.trim()].filter((part) => part !== '').join(' ');
}

/** The text without the writer's own signature at its end. */
export function withoutSignature(text: string, signature: string): string {
  const trimmed = text.trim();
  const sign = signature.trim();
  const before = trimmed.slice(0, trimmed.length - sign.length);
  const signed = sign !== '' && trimmed.slice(before.length).toLowerCase() === sign.toLowerCase();
  return signed && /(?:^|\s)$/u.test(before) ? before.trimEnd() : trimmed;
}

/** Somebody else's signature at the end of the text; undefined when there is none. */
export const foreignSignature = (text: string, signature: string): string | undefined =>
  signatureAtEnd(withoutSignature(text, signature));
