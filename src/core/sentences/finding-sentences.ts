import type { Card } from '../card/card.js';
import { isHello } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import { usd } from '../money/bill.js';
import { quote } from '../post/plain.js';
import { say, sayCount, type WordKey } from '../words/words.js';
import type { Checked } from '../writing/check-words.js';
import type { Finding } from '../writing/finding.js';
import { isBoundByBytes, mostCharacters, type Room } from '../writing/post-text.js';
import { dateText, exampleSignature, firstOf } from './phrases.js';

/** A finding in words. It stands under the input when it stops the words, otherwise in a warning before they go out. */
export function findingSentence(desk: Desk, finding: Finding, card: Card): string {
  const { words } = desk;
  const found = 'found' in finding ? quote(finding.found, 60) : '';
  switch (finding.check) {
    case 'empty':
      return say(words, 'check.empty');
    case 'helloNames':
      return say(words, 'check.hello-names', { found });
    case 'nothingAdded':
      return say(words, 'check.nothing-added', { opening: finding.opening });
    case 'length':
      return finding.in === 'bytes'
        ? sayCount(desk, 'check.too-long-bytes', finding.over, { most: mostBytes(desk) })
        : sayCount(desk, 'check.too-long', finding.over);
    case 'personal':
      return say(words, personalKeys[finding.what], { found });
    case 'blocked':
      return say(words, 'check.blocked', { found });
    case 'accidentalLinks':
      return finding.priceMicroUsd === undefined
        ? say(words, 'check.accidental-link', { found })
        : say(words, 'check.accidental-link-price', { found, price: usd(finding.priceMicroUsd) });
    case 'links':
      return say(words, 'check.link', { found, price: usd(finding.priceMicroUsd) });
    case 'otherName':
      return say(words, 'check.other-name', {
        found,
        name: quote(card.patron.name, 30) || `@${card.patron.handle}`,
      });
    case 'nearCopy':
      return say(words, 'check.near-copy', { date: dateText(desk, finding.at) });
    case 'thanksForFollowing':
      if (isHello(card)) return say(words, 'check.thanks-in-hello');
      return say(words, 'check.thanks-for-following', { first: firstOf(card.patron) });
    case 'others':
      return say(words, restrictsNaming(desk) ? 'check.others' : 'check.others-notified', { found });
    case 'signature':
      if ('missing' in finding) return say(words, 'check.sign-by-hand', { example: exampleSignature(desk) });
      return finding.own
        ? say(words, 'check.signature', { found, own: finding.own })
        : say(words, 'check.unsigned', { found });
    case 'readingLevel':
      return sayCount(desk, 'check.reading-level', finding.words);
    case 'hashtags':
      return say(words, 'check.hashtag', { found });
    case 'emoji':
      return sayCount(desk, 'check.emoji', finding.count);
  }
}

const mostBytes = ({ network }: Pick<Desk, 'network'>): number => network.characters.bytes ?? 0;

/** A network that takes an answer to a stranger's post from people only treats the naming of strangers alike. */
const restrictsNaming = ({ network }: Pick<Desk, 'network'>): boolean => !network.byApi['self-serve'].greet;

const personalKeys = {
  phone: 'check.personal-phone',
  number: 'check.personal-number',
  email: 'check.personal-email',
  about: 'check.personal-about',
} as const satisfies Record<Extract<Finding, { check: 'personal' }>['what'], WordKey>;

/**
 * The result of all checks, a sentence each: everything that was found, the price of a link, and the room that is left. The
 * writer puts all of it right at once.
 */
export function lookedOver(
  desk: Desk,
  { found, priceMicroUsd, ...room }: Checked,
  card: Card,
): readonly string[] {
  const { words } = desk;
  const isPriceSaid = found.some(({ check }) => check === 'links' || check === 'accidentalLinks');
  return [
    ...found.filter(({ check }) => check !== 'length').map((finding) => findingSentence(desk, finding, card)),
    ...(found.length > 0 ? [] : [say(words, 'look-over.nothing')]),
    ...(priceMicroUsd === undefined || isPriceSaid
      ? []
      : [say(words, 'check.price', { price: usd(priceMicroUsd) })]),
    roomSentence(desk, room),
  ];
}

/** How much too long it is, or how much can be added. */
function roomSentence(desk: Desk, room: Room): string {
  const { bytesLeft = 0, left } = room;
  const bytes = { most: mostBytes(desk) };
  if (left < 0) return sayCount(desk, 'check.too-long', -left);
  if (bytesLeft < 0) return sayCount(desk, 'check.too-long-bytes', -bytesLeft, bytes);
  if (isBoundByBytes(room)) return say(desk.words, 'editor.room-bytes', { ...bytes, count: bytesLeft });
  const most = mostCharacters(desk.network, desk.account.longPosts);
  return say(desk.words, 'editor.room', { most, count: left });
}
