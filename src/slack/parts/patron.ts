import type { ContextBlock, KnownBlock, RichTextLink, RichTextSection, RichTextText } from '@slack/web-api';
import type { Act, Answer, Card, Mention } from '../../core/card/card.js';
import { waitsWith } from '../../core/card/order.js';
import { newestAct, ourWords, writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { postPrice, prices, priceText, usd } from '../../core/money/prices.js';
import { plainText, quote } from '../../core/post/plain.js';
import type { Link, Patron } from '../../core/post/post.js';
import { postUrl, profileUrl } from '../../core/sentences/links.js';
import { moment, nameOf } from '../../core/sentences/phrases.js';
import { say, sayCount, type WordKey } from '../../core/words/words.js';
import { bold, cut, type Inline, line, link, note, plain, quoted, rich, text } from './blocks.js';

// With these a card stays under 9,000 characters, links and all: Slack refuses messages from about 11,000 on.
const MAX_NEWEST = 1500;
const MAX_EARLIER = 200;
const MAX_DISPLAY = 40;
const MAX_ANSWER = 1000;
const SHOWN_EARLIER = 4;

/** A display name on one line. X allows 50 characters. */
export function shownName(patron: Patron): string {
  return quote(withoutControls(patron.name), 50) || `@${patron.handle}`;
}

/** Without line breaks, and without the marks that turn the direction of our own text after them. */
function withoutControls(said: string): string {
  return said.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** Who it is, as X wants people shown: picture and display name. */
export function face(patron: Patron, desk: Desk): ContextBlock {
  const name = shownName(patron);
  const { avatarUrl } = patron;
  // Slack fetches the picture and refuses the whole message for an address that is none.
  const picture = avatarUrl && /^https:\/\/[^\s"<>]{1,500}$/u.test(avatarUrl) ? avatarUrl : undefined;
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

/** The rest of the head: handle, time and the way to X; for a follower also what happened. */
export function head(card: Card, desk: Desk, now: number): RichTextSection {
  const act = newestAct(card);
  const { handle } = card.patron;
  if (act.kind === 'hello') return line(bold(say(desk.words, 'card.hello')));
  const version = act.kind === 'mention' ? act.versions.at(-1) : undefined;
  return line(
    link(profileUrl(desk, handle), `@${handle}`),
    act.kind === 'follow' ? ` ${say(desk.words, 'card.followed')}` : '',
    ` · ${moment(desk, act.at, now)} · `,
    link(version ? postUrl(desk, version) : profileUrl(desk, handle), say(desk.words, 'card.view')),
  );
}

/** A post as its author wrote it, without our own @name in front; linked only where X's entities link. */
export function saidIn(
  post: { text: string; links: readonly Link[] },
  desk: Desk,
  max = MAX_NEWEST,
): Inline[] {
  return withLinks(cut(withoutOurName(plainText(post.text), desk), max), post.links);
}

/** An answer of ours. */
export const answered = (card: Pick<Card, 'reply'>, answer: Answer): string =>
  cut(ourWords(card, answer), MAX_ANSWER);

/** The newest post of a card in full, and shortly what was said before it, by whomever; newest last. */
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
    ...(newest.kind === 'mention' && !newest.gone ? [quoted(...saidIn(newest, desk))] : []),
    ...(newest.gone && card.state !== 'withdrawn' ? [line(say(desk.words, 'card.removed'))] : []),
  ];
}

function earlierLine(one: Act | Answer, card: Card, desk: Desk, now: number): RichTextSection {
  const time = moment(desk, one.at, now);
  if (isAnswer(one)) {
    const lead = say(desk.words, 'card.said-by-us', { time, name: nameOf(desk, writerOf(one) ?? '') });
    return line(lead, quote(answered(card, one), MAX_EARLIER));
  }
  const lead = say(desk.words, 'card.said', { time, name: shownName(card.patron) });
  if (one.gone) return line(lead, say(desk.words, 'card.removed'));
  return line(lead, one.kind === 'mention' ? shortly(one, desk, MAX_EARLIER) : '');
}

const isAnswer = (one: Act | Answer): one is Answer => 'how' in one;

/** A post in one short line, its links by what people read. */
export function shortly(post: Pick<Mention, 'text' | 'links'>, desk: Desk, max: number): string {
  const inlines = withLinks(withoutOurName(plainText(post.text), desk), post.links);
  return cut(quote(withoutControls(inlines.map((one) => one.text ?? '').join('')), max), max);
}

function withoutOurName(said: string, desk: Desk): string {
  const ours = new RegExp(`^\\s*(?:[@＠]${desk.x.handle}(?:\\s+|$))+`, 'iu');
  return said.replace(ours, '') || said;
}

function withLinks(said: string, links: readonly Link[]): (RichTextText | RichTextLink)[] {
  const known = new Map(links.filter(({ shown }) => TCO.test(shown)).map((one) => [one.shown, one]));
  return said.split(TCO_IN_TEXT).map((part) => {
    const one = known.get(part);
    return one ? link(one.shown, cut(one.display, MAX_DISPLAY)) : text(part);
  });
}

const TCO = /^https?:\/\/t\.co\/\w+$/u;
const TCO_IN_TEXT = /(https?:\/\/t\.co\/\w+)/u;

const SHOWN = 4;
const MAX_LINE = 150;

/** What a post is, in a line: its topic, how well we know its writer, and its photos. */
export function aboutAct(card: Card, desk: Desk): readonly string[] {
  const { words } = desk;
  const act = waitsWith(card);
  if (act.kind !== 'mention') return [say(words, 'topic.other')];
  const { first, nthQuestion = 1, photos, topic } = act;
  return [
    say(words, `topic.${topic}`),
    ...(first ? [say(words, 'card.first-time')] : []),
    ...(nthQuestion > 1 ? [nthText(desk, nthQuestion)] : []),
    ...(photos > 0 ? [sayCount(desk, 'card.photos', photos)] : []),
  ];
}

/** "third question this month"; from the tenth on just how many. */
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

/** What was said with this person elsewhere, by whomever, shortly; newest last. */
export function earlierBlocks(others: readonly Card[], desk: Desk, now: number): KnownBlock[] {
  const said = others.flatMap((card) => [
    ...card.acts
      .filter((act) => act.kind === 'mention' && !act.gone && act.text !== '')
      .map((act) => ({ at: act.at, card, act: act as Mention })),
    ...card.answers.filter(({ text }) => text !== '').map((answer) => ({ at: answer.at, card, answer })),
  ]);
  const shown = said.sort((a, b) => a.at - b.at).slice(-SHOWN);
  if (shown.length === 0) return [];
  return [
    rich(
      line(say(desk.words, 'editor.earlier')),
      ...shown.map(({ at, card, ...one }) =>
        'act' in one ? theirs(one.act, at, card, desk, now) : ours(card, one.answer, at, desk, now),
      ),
    ),
  ];
}

function theirs(act: Mention, at: number, { patron }: Card, desk: Desk, now: number) {
  const lead = say(desk.words, 'card.said', { time: moment(desk, at, now), name: shownName(patron) });
  return line(lead, shortly(act, desk, MAX_LINE));
}

function ours(card: Card, answer: Answer, at: number, desk: Desk, now: number) {
  const name = nameOf(desk, writerOf(answer) ?? '');
  const lead = say(desk.words, 'card.said-by-us', { time: moment(desk, at, now), name });
  return line(lead, quote(answered(card, answer), MAX_LINE));
}

/** Prices are for when money is short: what is left, and what this costs. */
export function scarceBlocks(card: Card, desk: Desk, leftMicroUsd: number | undefined): KnownBlock[] {
  const { budget, words } = desk;
  if (leftMicroUsd === undefined || !budget) return [];
  const price = priceText(postPrice('', waitsWith(card).kind === 'mention'));
  const fill = { left: usd(leftMicroUsd), budget: `$${budget.monthlyUsd}`, price };
  return [note(say(words, 'editor.scarce', fill))];
}

/** The same for a follower's posts, which were read to be shown. */
export function scarceReadBlocks(count: number, desk: Desk, leftMicroUsd: number | undefined): KnownBlock[] {
  const { budget, words } = desk;
  if (leftMicroUsd === undefined || !budget || count === 0) return [];
  const price = priceText(count * prices.post);
  return [
    note(say(words, 'greet.scarce', { left: usd(leftMicroUsd), budget: `$${budget.monthlyUsd}`, price })),
  ];
}
