import type { ContextBlock, KnownBlock, RichTextLink, RichTextSection, RichTextText } from '@slack/web-api';
import type { Act, Answer, Card, Mention } from '../../core/card/card.js';
import { newestAct, ourWords, waitingAct, writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PostId } from '../../core/ids.js';
import { postPrice, priceText, usd } from '../../core/money/bill.js';
import { onOneLine } from '../../core/one-line.js';
import { quote } from '../../core/post/plain.js';
import type { Patron, Post } from '../../core/post/post.js';
import { textPieces } from '../../core/post/text-pieces.js';
import { mediaBrief, mediaLines } from '../../core/sentences/media-text.js';
import { firstOf, momentText, nameOf, postUrl, profileUrl } from '../../core/sentences/phrases.js';
import { say, sayCount, type WordKey } from '../../core/words/words.js';
import { bold, cut, type Inline, line, link, note, plain, quoted, text } from './blocks.js';
import { contextLines } from './context.js';

// With these a card stays under 9,000 characters, links and all: Slack refuses messages from about 11,000 on.
const MAX_NEWEST = 1500;
const MAX_EARLIER = 200;
const MAX_DISPLAY = 40;
const MAX_ANSWER = 1000;
/** X takes descriptions of 1,000 characters, four to a post. */
const MAX_ALT = 250;
const SHOWN_EARLIER = 4;

/** A display name on one line, without direction marks, which would turn our own text after them. X allows 50 characters. */
export function shownName(patron: Patron): string {
  return quote(onOneLine(patron.name), 50) || `@${patron.handle}`;
}

/** Picture and display name, as X wants people to be shown. */
export function nameBlock(patron: Patron, desk: Desk): ContextBlock {
  const name = shownName(patron);
  const { avatarUrl } = patron;
  const picture = avatarUrl && desk.network.pictures.test(avatarUrl) ? avatarUrl : undefined;
  return {
    type: 'context',
    elements: [
      ...(picture
        ? [
            {
              type: 'image' as const,
              image_url: picture,
              alt_text: say(desk.words, 'card.picture', { name }),
            },
          ]
        : []),
      plain(name, 200),
    ],
  };
}

/** Handle, time and a link to X; for a follower also that they followed us. */
export function detailsLine(card: Card, desk: Desk, now: number): RichTextSection {
  const act = newestAct(card);
  const { handle } = card.patron;
  if (act.kind === 'hello') return line(bold(say(desk.words, 'card.hello')));
  const version = act.kind === 'mention' ? act.versions.at(-1) : undefined;
  return line(
    ...(handle === '' ? [] : [link(profileUrl(desk, handle), `@${handle}`)]),
    act.kind === 'follow' ? ` ${say(desk.words, 'card.followed')}` : '',
    ` · ${momentText(desk, act.at, now)} · `,
    link(version ? postUrl(desk, version) : profileUrl(desk, handle), say(desk.words, 'card.view')),
  );
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
 * What was said on a card: one line for each earlier post and answer, oldest first, then what the newest post answers or
 * quotes, unless the screen `hasContext` anyway, and the newest post in full.
 */
export function conversation(card: Card, desk: Desk, now: number, hasContext = false) {
  const newest = newestAct(card);
  const settling = card.state === 'sent' ? card.answers.at(-1) : undefined;
  const earlier = [
    ...card.acts.filter((act) => act !== newest && act.kind === 'mention'),
    ...card.answers.filter((answer) => answer !== settling && answer.text !== ''),
  ].sort((a, b) => a.at - b.at);
  const skipped = earlier.length - SHOWN_EARLIER;
  const shown = earlier.slice(-SHOWN_EARLIER);
  const isShown = (post: PostId) =>
    shown.some((one) =>
      isAnswer(one) ? one.postId === post : one.kind === 'mention' && one.versions.includes(post),
    );
  return [
    ...(skipped > 0 ? [line(sayCount(desk, 'card.earlier', skipped))] : []),
    ...shown.map((one) => earlierLine(one, card, desk, now)),
    ...(newest.kind === 'mention' && !newest.gone
      ? [
          ...(hasContext ? [] : contextLines(newest, card.patron.id, { desk, isShown })),
          ...postLines(newest, desk, now),
        ]
      : []),
    ...(newest.kind === 'mention' && newest.partial ? [line(say(desk.words, 'card.partial'))] : []),
    ...(newest.kind === 'mention' && newest.closed
      ? [line(say(desk.words, 'card.closed', { first: firstOf(card.patron) }))]
      : []),
    ...(newest.kind === 'mention' && newest.unnamed ? [line(say(desk.words, 'card.unnamed'))] : []),
    ...(newest.gone && card.state !== 'withdrawn' ? [line(say(desk.words, 'card.removed'))] : []),
  ];
}

function earlierLine(one: Act | Answer, card: Card, desk: Desk, now: number): RichTextSection {
  const time = momentText(desk, one.at, now);
  if (isAnswer(one)) {
    const lead = say(desk.words, 'card.said-by-us', { time, name: nameOf(desk, writerOf(one) ?? '') });
    return line(lead, quote(answerText(card, one), MAX_EARLIER));
  }
  const lead = say(desk.words, 'card.said', { time, name: shownName(card.patron) });
  if (one.gone) return line(lead, say(desk.words, 'card.removed'));
  return line(lead, one.kind === 'mention' ? shortText(one, desk, MAX_EARLIER) : '');
}

const isAnswer = (one: Act | Answer): one is Answer => 'how' in one;

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

/** Parts of a line about a post: its topic, and how well we know its writer. */
export function postDetails(card: Card, desk: Desk): readonly string[] {
  const { words } = desk;
  const act = waitingAct(card);
  if (act.kind !== 'mention') return [say(words, 'topic.other')];
  const { first, nthQuestion = 1, topic } = act;
  return [
    say(words, `topic.${topic}`),
    ...(first ? [say(words, 'card.first-time')] : []),
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

/** When little of the budget is left: how much, and what this answer costs. Prices are shown only then. */
export function scarceBlocks(card: Card, desk: Desk, leftMicroUsd: number | undefined): KnownBlock[] {
  const { budget, words } = desk;
  const { prices } = desk.network;
  if (leftMicroUsd === undefined || !budget || !prices) return [];
  const price = priceText(postPrice(prices, '', waitingAct(card).kind === 'mention'));
  const link = priceText(prices.createWithLink);
  const fill = { left: usd(leftMicroUsd), budget: `$${budget.monthlyUsd}`, price, link };
  return [note(say(words, 'editor.scarce', fill))];
}

/** The same for reading a follower's posts: what it cost. */
export function scarceReadBlocks(count: number, desk: Desk, leftMicroUsd: number | undefined): KnownBlock[] {
  const { budget, words } = desk;
  const { prices } = desk.network;
  if (leftMicroUsd === undefined || !budget || !prices || count === 0) return [];
  const price = priceText(count * prices.post);
  return [
    note(say(words, 'greet.scarce', { left: usd(leftMicroUsd), budget: `$${budget.monthlyUsd}`, price })),
  ];
}
