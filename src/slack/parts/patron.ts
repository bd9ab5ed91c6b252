import type { ContextBlock, KnownBlock, RichTextLink, RichTextSection, RichTextText } from '@slack/web-api';
import type { Answer, Card, Mention } from '../../core/card/card.js';
import { isPrivate, newestAct, ourWords, waitingAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { postPrice, priceText, usd } from '../../core/money/bill.js';
import type { ScarceBudget } from '../../core/money/budget-use.js';
import { onOneLine } from '../../core/one-line.js';
import { quote } from '../../core/post/plain.js';
import type { Patron, Post } from '../../core/post/post.js';
import { textPieces } from '../../core/post/text-pieces.js';
import { mediaBrief, mediaLines } from '../../core/sentences/media-text.js';
import { actUrl, momentText, profileUrl, topicText } from '../../core/sentences/phrases.js';
import { slackRoom } from '../../core/words/screen-room.js';
import { say, sayCount, type WordKey } from '../../core/words/words.js';
import { bold, cut, type Inline, line, link, note, plain, quoted, rich, text } from './blocks.js';

// With these a card stays under 9,000 characters, links and all: Slack refuses messages from about 11,000 on.
const MAX_NEWEST = 1500;
const MAX_DISPLAY = 40;
const MAX_ANSWER = 1000;
/** X takes descriptions of 1,000 characters, four to a post. */
const MAX_ALT = 250;
/** A display name on one line, without direction marks, which would turn our own text after them. X allows 50 characters. */
export function shownName(patron: Patron): string {
  return quote(onOneLine(patron.name), 50) || `@${patron.handle}`;
}

/**
 * A patron's picture, with a few words beside it that are not read first: Slack shows them small and grey. No block where
 * there is neither.
 */
export function avatarBlocks(patron: Patron, desk: Desk, beside: string): ContextBlock[] {
  const { avatarUrl } = patron;
  const picture = avatarUrl && desk.network.pictures.test(avatarUrl) ? avatarUrl : undefined;
  const alt_text = say(desk.words, 'card.picture', { name: shownName(patron) });
  const elements = [
    ...(picture ? [{ type: 'image' as const, image_url: picture, alt_text }] : []),
    ...(beside === '' ? [] : [plain(beside, slackRoom.line)]),
  ];
  return elements.length > 0 ? [{ type: 'context', elements }] : [];
}

/** Picture, handle and display name, as X wants people to be shown. */
export const nameBlocks = (patron: Patron, desk: Desk): KnownBlock[] => [
  ...avatarBlocks(patron, desk, patron.handle === '' ? '' : `@${patron.handle}`),
  rich(line(bold(shownName(patron)))),
];

/** Name, handle, time and a link to X; for a follower also that they followed us. */
export function detailsLine(card: Card, desk: Desk, now: number): RichTextSection {
  const act = newestAct(card);
  const { handle } = card.patron;
  if (act.kind === 'hello') return line(bold(say(desk.words, 'card.hello')));
  return line(
    bold(shownName(card.patron)),
    ...(handle === '' ? [] : [' ', link(profileUrl(desk, handle), `@${handle}`)]),
    act.kind === 'follow' ? ` ${say(desk.words, 'card.followed')}` : '',
    ` · ${momentText(desk, act.at, now)} · `,
    link(actUrl(desk, card) ?? profileUrl(desk, handle), say(desk.words, 'card.view')),
  );
}

/** What a new follower says of themselves, and where they are; undefined where they say nothing. Nothing in it is a link. */
export function aboutLine({ bio = '', place = '' }: Patron, { words }: Desk): RichTextSection | undefined {
  const said = bio && say(words, 'card.bio', { bio });
  if (said && place) return line(say(words, 'card.about', { bio: said, place }));
  return said || place ? line(said || place) : undefined;
}

/** A post as its author wrote it, without our own @name in front. Only what the network lists as links are links. */
export function postText(
  post: Pick<Post, 'text' | 'links'> & Partial<Pick<Post, 'media'>>,
  desk: Desk,
  max = MAX_NEWEST,
): Inline[] {
  const shown: Inline[] = [];
  let left = max;
  for (const piece of withLinks(post, desk)) {
    if (left <= 0) break;
    const fits = cut(piece.text ?? '', left);
    shown.push({ ...piece, text: fits });
    left -= fits.length;
  }
  return shown;
}

/** A post in full: its words as a quote, and what it shows besides, each in a line. */
export const postLines = (
  post: Pick<Post, 'text' | 'links' | 'media'>,
  desk: Desk,
  now: number,
  max?: number,
) => [
  quoted(...postText(post, desk, max)),
  ...mediaLines(post.media, desk, now, MAX_ALT).map((one) => line(one)),
];

/** An answer of ours without the leading @names, cut for a message. */
export const answerText = (card: Pick<Card, 'reply'>, answer: Answer): string =>
  cut(ourWords(card, answer), MAX_ANSWER);

/**
 * A post in one line of at most `max` characters: its words, then what it shows besides. Links stand as the text that people
 * read.
 */
export function shortText(
  post: Pick<Mention, 'text' | 'links' | 'media' | 'partial'>,
  desk: Desk,
  max: number,
): string {
  const words = onOneLine(
    withLinks(post, desk)
      .map((one) => one.text ?? '')
      .join(''),
  );
  const most = words === '' ? max : Math.floor(max / 2);
  const media = cut(mediaBrief(post.media, desk, Math.floor(most / 2)), most);
  if (words === '' && media === '' && post.partial) return say(desk.words, 'card.partial');
  const left = media === '' ? max : max - media.length - 1;
  return [cut(quote(words, left), left), media].filter((part) => part !== '').join(' ');
}

function withLinks(
  post: Pick<Post, 'text' | 'links'> & Partial<Pick<Post, 'media'>>,
  desk: Desk,
): (RichTextText | RichTextLink)[] {
  const ours = new RegExp(`^\\s*(?:[@＠]${desk.account.handle}(?:\\s+|$))+`, 'iu');
  const isOursAlone = post.text.replace(ours, '') === '' && !post.media?.length;
  return textPieces(post.text, post.links).map(({ text: shown, link: to }, at) => {
    if (to && WEB.test(to.url)) return link(to.url, cut(shown, MAX_DISPLAY));
    return text(at === 0 && !isOursAlone ? shown.replace(ours, '') : shown);
  });
}

const WEB = /^https?:\/\//u;

/** Parts of a line about a card: of a post its topic, and how well we know its writer; or that somebody follows us. */
export function postDetails(card: Card, desk: Desk): readonly string[] {
  const { words } = desk;
  const act = waitingAct(card);
  if (act.kind === 'private') return [say(words, 'topic.private')];
  if (act.kind !== 'mention') return act.kind === 'follow' ? [say(words, 'waiting.follow')] : [];
  const { first, firstInYear, nthQuestion = 1 } = act;
  const topic = topicText(desk, act);
  return [
    ...(topic ? [topic] : []),
    ...(first ? [say(words, 'card.first-time')] : []),
    ...(firstInYear ? [say(words, 'card.first-in-year')] : []),
    ...(nthQuestion > 1 ? [nthText(desk, nthQuestion)] : []),
  ];
}

/** "third question this month"; from the tenth on only the count. */
function nthText(desk: Desk, nth: number): string {
  const key = nthKeys[nth - 2];
  return key ? say(desk.words, key) : sayCount(desk, 'card.nth-question', nth);
}

const nthKeys = [
  'card.nth-question.2',
  'card.nth-question.3',
  'card.nth-question.4',
  'card.nth-question.5',
  'card.nth-question.6',
  'card.nth-question.7',
  'card.nth-question.8',
  'card.nth-question.9',
] as const satisfies readonly WordKey[];

/** When little of a budget is left: how much, and what this answer costs. Prices are shown only then. */
export function scarceBlocks(card: Card, desk: Desk, scarce: ScarceBudget | undefined): KnownBlock[] {
  const { prices } = desk.network;
  if (!scarce || !prices) return [];
  const price = priceText(
    isPrivate(card) ? prices.createPrivate : postPrice(prices, '', waitingAct(card).kind === 'mention'),
  );
  const link = priceText(prices.createWithLink);
  const key = scarce.of === 'together' ? 'editor.scarce-together' : 'editor.scarce';
  return [note(say(desk.words, key, { ...leftOf(scarce), price, link }))];
}

/** The same for reading a follower's posts: what it cost. */
export function scarceReadBlocks(count: number, desk: Desk, scarce: ScarceBudget | undefined): KnownBlock[] {
  const { prices } = desk.network;
  if (!scarce || !prices || count === 0) return [];
  const key = scarce.of === 'together' ? 'greet.scarce-together' : 'greet.scarce';
  return [note(say(desk.words, key, { ...leftOf(scarce), price: priceText(count * prices.post) }))];
}

const leftOf = ({ leftMicroUsd, monthlyUsd }: ScarceBudget) => ({
  left: usd(leftMicroUsd),
  budget: `$${monthlyUsd}`,
});
