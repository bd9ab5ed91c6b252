import type { Card } from '../../core/card/card.js';
import { isHello, isPrivate, isWritten, lastAnswer, newestAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { onOneLine } from '../../core/one-line.js';
import { keptWhat } from '../../core/sentences/kept-sentences.js';
import { linkedUrl } from '../../core/sentences/link-only-sentences.js';
import { momentText, profileUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { beside } from '../parts/beside.js';
import {
  bold,
  fallbackText,
  type Inline,
  line,
  link,
  type Message,
  rich,
  richSay,
  text,
} from '../parts/blocks.js';
import { cardMenu } from '../parts/buttons.js';
import { answerText, shortText, shownName } from '../parts/patron.js';
import { answerDetail, answerLink, marks, statusOf, whoAnswered } from '../parts/status.js';

/** What fits into a line in a window of 1280 pixels, also where half of it shows something else (columns). */
const lineRoom = 62;
/** The menu stands beside the first line. */
const besideMenuRoom = 60;
/** A name is cut to make room, but not below this (columns). */
const leastOfName = 16;
const mostOfName = 24;

/**
 * A card that waits for nobody, in two lines: what became of it, with its menu beside, and what was asked and answered. All
 * else stands behind *Show all*. The second line is rich text, because Slack replaces no message with rich text by one that
 * has none (`block_mismatch`). https://docs.slack.dev/reference/methods/chat.update
 */
export function finishedCard(card: Card, desk: Desk, now: number): Message {
  const { first, rest } = outcomeLine(card, desk, now);
  const second = [...rest, ...wordsLine(card, desk, now, lineRoom - widthOf(rest))];
  const set = marks(card, desk, now);
  return {
    // A notification and a list show this, where no word of a private message stands.
    text: fallbackText([
      ...first,
      ...(isPrivate(card) ? [] : [text(' '), ...second]),
      ...set.map((mark) => text(` ${mark}`)),
    ]),
    blocks: [
      beside([first], cardMenu(card, desk)[0]),
      rich(line(...second), ...set.map((mark) => line(mark))),
    ],
  };
}

const dot = text(' · ');
const widthOf = (inlines: readonly Inline[]): number =>
  columnsOf(inlines.map((one) => ('text' in one ? (one.text ?? '') : '')).join(''));

/**
 * A mark, a name, what became of the card, and as much of what else is to be known of it as fits. The rest begins the second
 * line.
 */
function outcomeLine(
  card: Card,
  desk: Desk,
  now: number,
): { readonly first: Inline[]; readonly rest: Inline[] } {
  const said = outcomeOf(card, desk, now);
  const more = moreOf(card, desk);
  const isSent = card.state === 'sent';
  // What is said of a hello that is out names it already.
  const ofHello = isSent && isHello(card);
  const key = isSent ? 'finished.sent' : 'finished.closed';
  const lineOf = (name: string, shown: readonly Inline[]) => [
    ...(ofHello
      ? [text(say(desk.words, 'finished.hello', { said }))]
      : richSay(desk.words, key, { who: bold(name), said })),
    ...shown.flatMap((one) => [dot, one]),
  ];
  const roomForName = (shown: readonly Inline[]) => besideMenuRoom - widthOf(lineOf('', shown));
  const name = ofHello ? '' : cutToColumns(nameOn(card, desk), mostOfName);
  const fit = more.findLastIndex((_, at) => columnsOf(name) <= roomForName(more.slice(0, at + 1))) + 1;
  const shown = more.slice(0, fit);
  return {
    first: lineOf(cutToColumns(name, Math.max(leastOfName, roomForName(shown))), shown),
    rest: more.slice(fit).flatMap((one) => [one, dot]),
  };
}

/** Who it is; of somebody whom the desk does not know what they did. */
function nameOn(card: Card, desk: Desk): string {
  if (card.linkOnly) return keptWhat(card, desk);
  return newestAct(card).kind === 'hello' ? say(desk.words, 'card.hello') : shownName(card.patron);
}

const answerOn = (card: Card) => (card.state === 'sent' ? lastAnswer(card) : undefined);

/** "Ana answered at 10:44", "Ben closed this: no reply needed"; of a new follower whom nobody greeted, that they followed us. */
function outcomeOf(card: Card, desk: Desk, now: number): string {
  const answer = answerOn(card);
  if (answer) return whoAnswered(card, answer, desk, now, 'briefly');
  return statusOf(card, desk, now)?.sentence ?? say(desk.words, 'card.followed');
}

/** How an answer came about, and where it is. */
function moreOf(card: Card, desk: Desk): Inline[] {
  const answer = answerOn(card);
  if (!answer) return [];
  const detail = answerDetail(answer, desk);
  const { postId } = answer;
  return [...(detail ? [text(detail)] : []), ...(postId ? [answerLink(card, postId, desk)] : [])];
}

/** What was asked and what we said, each cut so that both stand in one line; where there are no words, who it was and when. */
function wordsLine(card: Card, desk: Desk, now: number, room: number): Inline[] {
  const { words } = desk;
  const answer = answerOn(card);
  const asked = askedOn(card, desk);
  const ours = answer ? onOneLine(answerText(card, answer)) : '';
  if (asked !== '' && ours !== '') {
    const left = room - columnsOf(say(words, 'finished.said-and-answer', { said: '', answer: '' }));
    const said = cutToColumns(asked, Math.max(Math.floor(left / 2), left - columnsOf(ours)));
    const reply = cutToColumns(ours, left - columnsOf(said));
    return [text(say(words, 'finished.said-and-answer', { said, answer: reply }))];
  }
  const key = ours === '' ? 'finished.said' : 'finished.answer';
  const one = cutToColumns(asked || ours, room - columnsOf(say(words, key, { said: '', answer: '' })));
  return one === '' ? whoAndWhen(card, desk, now) : [text(say(words, key, { said: one, answer: one }))];
}

/** The words that were answered, or else the newest; nothing of what was removed, and of a new follower. */
function askedOn({ acts, ...card }: Card, desk: Desk): string {
  const covered = card.state === 'sent' ? (card.answers.at(-1)?.covers ?? []) : [];
  const act = acts.findLast(({ id }) => covered.includes(id)) ?? acts.at(-1);
  return act && isWritten(act) && !act.gone ? shortText(act, desk, lineRoom) : '';
}

function whoAndWhen(card: Card, desk: Desk, now: number): Inline[] {
  const { handle } = card.patron;
  const time = text(momentText(desk, newestAct(card).at, now));
  if (card.linkOnly) return [time, dot, link(linkedUrl(card, desk), say(desk.words, 'card.view'))];
  return handle === '' ? [time] : [link(profileUrl(desk, handle), `@${handle}`), dot, time];
}

/** Letters that are as wide as two others: Chinese, Japanese, Korean. An emoji has two UTF-16 units anyway. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/** How wide a text is on a screen, in letters of usual width. Marks above and below letters take no room. */
export const columnsOf = (text: string): number =>
  text.replace(/\p{M}/gu, '').length + (text.match(WIDE)?.length ?? 0);

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text cut to so many columns, with "…" at the end when something was cut. Characters stay whole. */
function cutToColumns(text: string, most: number): string {
  if (columnsOf(text) <= most) return text;
  let shown = '';
  for (const { segment } of graphemes.segment(text)) {
    if (columnsOf(shown + segment) >= most) break;
    shown += segment;
  }
  return `${shown.trimEnd()}…`;
}
