import { firstPhraseIn, oncePer } from '../post/plain.js';
import type { Finding } from './finding.js';

type Personal = Extract<Finding, { check: 'personal' }>;

/**
 * The first private thing in a text: an e-mail address, a telephone number or a card number that is not the library's
 * own, or a phrase about what somebody borrows. Undefined when there is none. Times, dates, years, prices and ISBNs are
 * not private.
 */
export function personalIn(
  text: string,
  { ours, personalWords }: { readonly ours: readonly string[]; readonly personalWords: readonly string[] },
): Personal | undefined {
  const plain = text.normalize('NFKC').replace(/\p{Nd}/gu, asciiDigit);
  const about = firstPhraseIn(plain.replaceAll('’', "'"), personalWords);
  return (
    emailIn(plain, ours) ??
    numberIn(withoutBooks(withoutEmails(plain)), ours) ??
    (about === undefined ? undefined : { check: 'personal', what: 'about', found: about })
  );
}

// Every repetition has a limit, so that no text makes the search slow.
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

const withoutEmails = (text: string): string => text.replace(EMAIL, ' ');

function emailIn(text: string, ours: readonly string[]): Personal | undefined {
  const found = text.match(EMAIL)?.find((email) => !isOurAddress(email, ours));
  return found === undefined ? undefined : { check: 'personal', what: 'email', found };
}

/**
 * Whether an e-mail or web address is one of `ours`. An entry is one address: "library.org" is the front page alone, and
 * "library.org/renew" that page. `library.org/*` is all pages of the domain and of those below it, `library.org/renew/*` that
 * page and all below it, `*@library.org` all e-mail addresses there.
 */
export function isOurAddress(address: string, ours: readonly string[]): boolean {
  const bare = bareAddress(address);
  return entriesOf(ours).some((own) => isAddressOf(own, bare));
}

const entriesOf = oncePer((ours: readonly string[]) => ours.map(bareAddress));

function isAddressOf(own: string, address: string): boolean {
  if (own.startsWith('*@'))
    return address.includes('@') && belongsTo(hostOf(address), own.slice('*@'.length));
  if (!own.endsWith('/*')) return own === address;
  const start = own.slice(0, -'/*'.length);
  const isBelow = address === start || address.startsWith(`${start}/`);
  return isBelow || (!start.includes('/') && !address.includes('@') && belongsTo(hostOf(address), start));
}

const belongsTo = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);
const hostOf = (address: string) => (address.split('@').at(-1) ?? '').split(/[/?#:]/u)[0] ?? '';

/** An address in small letters, without scheme, "www." and what does not change its page: "?…", "#…", a slash at the end. */
function bareAddress(address: string): string {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//u, '');
  return bare
    .replace(/[?#].*$/u, '')
    .replace(/^www\./u, '')
    .replace(/^@/u, '*@')
    .replace(/\/$/u, '');
}

/** Digits that are not private: times and spans of times, dates, years, and sums of money. */
const HARMLESS = [
  /\d{1,2}[.:]\d{2}\s?(?:[ap]m)?\s?[-–]\s?\d{1,2}[.:]\d{2}/giu,
  /[0-2]\d[0-5]\d\s?[-–]\s?[0-2]\d[0-5]\d/gu,
  /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/gu,
  /(?:1[5-9]|20)\d{2}\s?[-–/]\s?(?:1[5-9]|20)?\d{2}/gu,
  /[$£€¥]\s?\d[\d.,' ]{0,14}\d/gu,
].map(({ source, flags }) => new RegExp(`(?<![\\d.+-])(?:${source})(?![.-]?\\d)`, flags));

/** A card number or barcode, or digits with what people put between those of a telephone number. */
const NUMBER = /(?<![\p{L}\d])[A-Z]{1,3}\d{6,18}(?![\p{L}\d])|\+?\(?\d(?:[ ().\-–/]{0,3}\d){5,24}/gu;

function numberIn(text: string, ours: readonly string[]): Personal | undefined {
  const isKnown = (found: string) => isIsbn(digitsOf(found)) || isOurNumber(digitsOf(found), ours);
  const unknown = text.replace(NUMBER, (found) => (isKnown(found) ? ' · ' : found));
  const numbers = HARMLESS.reduce((rest, harmless) => rest.replace(harmless, ' · '), unknown).match(NUMBER);
  for (const found of numbers ?? []) {
    if (/^[A-Z]|^\d{8,}$/u.test(found)) return { check: 'personal', what: 'number', found };
    if (isTelephone(found, digitsOf(found))) return { check: 'personal', what: 'phone', found };
  }
  return undefined;
}

/** It begins like a telephone number, is written like one (555-0123), or is too long to be anything else. */
const isTelephone = (found: string, digits: string): boolean =>
  digits.length >= 9 || (digits.length >= 7 && /^[+(0]/u.test(found)) || /^\d{3}[-. ]\d{4}$/u.test(found);

const digitsOf = (text: string): string => text.replace(/\D/gu, '');

/** Whether a number is one of ours, with or without the prefix of a country or town: the last nine digits are compared. */
function isOurNumber(digits: string, ours: readonly string[]): boolean {
  return ours.some((own) => {
    const mine = digitsOf(own);
    return (
      mine.length >= 3 && !/\p{L}/u.test(own) && mine.slice(-9) === digits.slice(-Math.min(9, mine.length))
    );
  });
}

/** An ISBN-13: thirteen digits that begin with 978 or 979 and have a correct check digit. */
function isIsbn(digits: string): boolean {
  if (!/^97[89]\d{10}$/u.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** A text without its ISBN-10s: ten digits after the word ISBN with a correct check digit. */
const withoutBooks = (text: string): string =>
  text.replace(/\bISBN(?:-10)?:? ?((?:\d[ -]?){9}[\dX])/giu, (all, isbn: string) => {
    const digits = [...isbn.toUpperCase().replace(/[ -]/gu, '')].map((one) =>
      one === 'X' ? 10 : Number(one),
    );
    return digits.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11 === 0 ? ' · ' : all;
  });

/** A digit of any script as 0 to 9. Unicode has the digits of each script in a row of ten, zero first. */
function asciiDigit(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return String(value);
}
