import type { ContextBlock, KnownBlock, RichTextLink, RichTextSection, RichTextText } from '@slack/web-api';
import type { Act, Answer, Card, Mention } from '../../core/card/card.js';
import { newestAct, ourWords, waitingAct, writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { postPrice, priceText, usd } from '../../core/money/bill.js';
import { onOneLine } from '../../core/one-line.js';
import { quote } from '../../core/post/plain.js';
import type { Patron, Post } from '../../core/post/post.js';
import { textPieces } from '../../core/post/text-pieces.js';
import { momentText, nameOf, postUrl, profileUrl } from '../../core/sentences/phrases.js';
import { say, sayCount, type WordKey } from '../../core/words/words.js';
import { bold, cut, type Inline, line, link, note, plain, quoted, rich, text } from './blocks.js';

// With these a card stays under 9,000 characters, links and all: Slack refuses messages from about 11,000 on.
const MAX_NEWEST = 1500;
const MAX_EARLIER = 200;
const MAX_DISPLAY = 40;
const MAX_ANSWER = 1000;
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
export function postText(post: Pick<Post, 'text' | 'links'>, desk: Desk, max = MAX_NEWEST): Inline[] {
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

/** An answer of ours without the leading @names, cut for a message. */
export const answerText = (card: Pick<Card, 'reply'>, answer: Answer): string =>
  cut(ourWords(card, answer), MAX_ANSWER);

/** What was said on a card: one line for each earlier post and answer, oldest first, then the newest post in full. */
export function conversation(card: Card, desk: Desk, now: number) {
  const newest = newestAct(card);
  const settling = card.state === 'sent' ? card.answers.at(-1) : undefined;
  const earlier = [
    ...card.acts.filter((act) => act !== newest && act.kind === 'mention'),
    ...card.answers.filter((answer) => answer !== settling && answer.text !== ''),
  ].sort((a, b) => a.at - b.at);
  const skipped = earlier.length - SHOWN_EARLIER;
  return [
    ...(skipped > 0 ? [line(sayCount(desk, 'card.earlier', skipped))] : []),
    ...earlier.slice(-SHOWN_EARLIER).map((one) => earlierLine(one, card, desk, now)),
    ...(newest.kind === 'mention' && !newest.gone ? [quoted(...postText(newest, desk))] : []),
    ...(newest.kind === 'mention' && newest.partial ? [line(say(desk.words, 'card.partial'))] : []),
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

/** A post in one line of at most `max` characters; links stand as the text that people read. */
export function shortText(post: Pick<Mention, 'text' | 'links'>, desk: Desk, max: number): string {
  const inlines = withLinks(post, desk);
  return cut(quote(onOneLine(inlines.map((one) => one.text ?? '').join('')), max), max);
}

function withLinks(post: Pick<Post, 'text' | 'links'>, desk: Desk): (RichTextText | RichTextLink)[] {
  const ours = new RegExp(`^\\s*(?:[@＠]${desk.account.handle}(?:\\s+|$))+`, 'iu');
  const isOursAlone = post.text.replace(ours, '') === '';
  return textPieces(post.text, post.links).map(({ text: shown, link: to }, at) => {
    if (to && WEB.test(to.url)) return link(to.url, cut(shown, MAX_DISPLAY));
    return text(at === 0 && !isOursAlone ? shown.replace(ours, '') : shown);
  });
}

const WEB = /^https?:\/\//u;

const SHOWN = 4;
const MAX_LINE = 150;

/** Parts of a line about a post: its topic, how well we know its writer, and how many photos it has. */
export function postDetails(card: Card, desk: Desk): readonly string[] {
  const { words } = desk;
  const act = waitingAct(card);
  if (act.kind !== 'mention') return [say(words, 'topic.other')];
  const { first, media, nthQuestion = 1, topic } = act;
  const photos = media.filter(({ kind }) => kind === 'photo').length;
  return [
    say(words, `topic.${topic}`),
    ...(first ? [say(words, 'card.first-time')] : []),
    ...(nthQuestion > 1 ? [nthText(desk, nthQuestion)] : []),
    ...(photos > 0 ? [sayCount(desk, 'card.photos', photos)] : []),
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

/** The last posts and answers of the patron's other cards, one line each; newest last. */
export function earlierBlocks(others: readonly Card[], desk: Desk, now: number): KnownBlock[] {
  const entries = others.flatMap((card) => [
    ...card.acts
      .filter((act) => act.kind === 'mention' && !act.gone && act.text !== '')
      .map((act) => ({ at: act.at, card, act: act as Mention })),
    ...card.answers.filter(({ text }) => text !== '').map((answer) => ({ at: answer.at, card, answer })),
  ]);
  const shown = entries.sort((a, b) => a.at - b.at).slice(-SHOWN);
  if (shown.length === 0) return [];
  return [
    rich(
      line(say(desk.words, 'editor.earlier')),
      ...shown.map(({ at, card, ...one }) =>
        'act' in one
          ? otherPostLine(one.act, at, card, desk, now)
          : otherAnswerLine(card, one.answer, at, desk, now),
      ),
    ),
  ];
}

function otherPostLine(act: Mention, at: number, { patron }: Card, desk: Desk, now: number) {
  const lead = say(desk.words, 'card.said', { time: momentText(desk, at, now), name: shownName(patron) });
  return line(lead, shortText(act, desk, MAX_LINE));
}

function otherAnswerLine(card: Card, answer: Answer, at: number, desk: Desk, now: number) {
  const name = nameOf(desk, writerOf(answer) ?? '');
  const lead = say(desk.words, 'card.said-by-us', { time: momentText(desk, at, now), name });
  return line(lead, quote(answerText(card, answer), MAX_LINE));
}

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
