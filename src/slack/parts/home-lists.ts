import type { Button, KnownBlock, SectionBlock } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { isFollow, isHello, waitingAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { answerBy } from '../../core/due/deadlines.js';
import { onOneLine } from '../../core/one-line.js';
import { quote } from '../../core/post/plain.js';
import { flagSentence } from '../../core/sentences/flag-sentences.js';
import { holdSentence, mayQuoteMarks } from '../../core/sentences/kept-sentences.js';
import { momentText, topicText } from '../../core/sentences/phrases.js';
import { say, type WordKey } from '../../core/words/words.js';
import { actionIds, moreActionId, starterActionId } from '../ids.js';
import { bold, button, line, plain, rich } from './blocks.js';
import { refTo, startersOf } from './buttons.js';
import { contextTexts } from './context.js';
import { listedName, openThere } from './link-only.js';
import { shortText } from './patron.js';
import { statusOf, urgentMark } from './status.js';

const MAX_QUOTE = 120;
/** Slack's limit for the text of a section (characters). */
const MAX_SECTION = 3000;

/**
 * A list of Home: its heading, at most `most` of its cards, and how many more of `count` there are; no block for no card.
 */
export function homeList(
  heading: string,
  cards: readonly Card[],
  most: number,
  desk: Desk,
  entry: (card: Card) => SectionBlock,
  count = cards.length,
): KnownBlock[] {
  if (cards.length === 0) return [];
  const hidden = count - most;
  return [
    rich(line(bold(heading))),
    ...cards.slice(0, most).map(entry),
    ...(hidden > 0 ? [rich(line(say(desk.words, 'waiting.more', { count: hidden })))] : []),
  ];
}

/** "Question · Maya Ortiz · please answer by 14:42", what she says, and the button that answers. */
export function waitingEntry(card: Card, desk: Desk, now: number): SectionBlock {
  const { words } = desk;
  const act = waitingAct(card);
  const what = {
    mention: () => topicText(desk, act) ?? '',
    private: () => topicText(desk, act) ?? '',
    follow: () => (card.linkOnly ? '' : say(words, 'waiting.follow')),
    hello: () => say(words, 'card.hello'),
  }[act.kind]();
  const by = answerBy(desk, card);
  const time = by === undefined ? '' : momentText(desk, by, now);
  const when = by === undefined ? '' : say(words, by > now ? 'card.answer-by' : 'card.late', { time });
  const name = isHello(card) ? '' : listedName(card, desk);
  return entryOf(
    [inOne(...urgentMark(card, desk), what, name, when), ...patronSays(card, desk)],
    wayIn(card, desk),
  );
}

/** "Ben's answer to Maya is ready for a colleague", both their words, and *Check*; or that somebody has to look on X. */
export function toCheckEntry(card: Card, desk: Desk, now: number): SectionBlock {
  const isReview = card.state === 'in-review';
  const said = statusOf(card, desk, now)?.sentence ?? '';
  const words = isReview ? card.draft?.text : card.reply?.text;
  return entryOf(
    [
      inOne(isHello(card) ? '' : listedName(card, desk), said),
      ...patronSays(card, desk),
      ourWords(words ?? ''),
      ...mayQuoteMarks(card, desk),
    ],
    isReview
      ? press(actionIds.check, 'button.check', card, desk)
      : press(moreActionId('more'), 'button.more', card, desk),
  );
}

/** What a person works on: the patron's words, then theirs. */
export const draftEntry = (card: Card, desk: Desk): SectionBlock =>
  entryOf(
    [
      isHello(card) ? say(desk.words, 'card.hello') : listedName(card, desk),
      ...patronSays(card, desk),
      ourWords(card.draft?.text ?? ''),
      ...mayQuoteMarks(card, desk),
    ],
    press(actionIds.open, 'button.open', card, desk),
  );

/** "Maya Ortiz · Don't answer yet: Carla was asked by Ben · since 10:43", and her words. */
export const flaggedEntry = (card: Card, desk: Desk, now: number): SectionBlock =>
  entryOf(
    [
      inOne(listedName(card, desk), card.flag ? flagSentence(desk, card.flag, now) : ''),
      ...patronSays(card, desk),
    ],
    card.linkOnly ? openThere(card, desk) : press(actionIds.open, 'button.open', card, desk),
  );

/** What a lead keeps longer than usual, why and until when, and the button that ends it. */
export const holdEntry = (card: Card, desk: Desk): SectionBlock =>
  entryOf(
    [
      inOne(listedName(card, desk), card.hold ? holdSentence(desk, card.hold) : ''),
      ...patronSays(card, desk),
    ],
    press(moreActionId('end-hold'), 'button.end', card, desk),
  );

/** Lines with a button beside them. Strangers' words are plain text, in which Slack formats and links nothing. */
const entryOf = (lines: readonly string[], accessory: Button): SectionBlock => ({
  type: 'section',
  text: plain(lines.filter((one) => one !== '').join('\n'), MAX_SECTION),
  accessory,
});

const inOne = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** What the post that waits answers or quotes, and its words; nothing for a card without one. */
function patronSays(card: Card, desk: Desk): readonly string[] {
  const act = waitingAct(card);
  if (act.kind !== 'mention' || act.gone || card.linkOnly) return [];
  const around = { desk, isShown: () => false, max: MAX_QUOTE };
  return [...contextTexts(act, card.patron.id, around), shortText(act, desk, MAX_QUOTE)];
}

const ourWords = (words: string): string => (words === '' ? '' : `→ ${quote(onOneLine(words), MAX_QUOTE)}`);

/** What answers a card that waits: its first starter, by the name that its message gives it. */
function wayIn(card: Card, desk: Desk): Button {
  if (card.linkOnly) return openThere(card, desk);
  if (isHello(card)) return press(starterActionId('hello'), 'button.write', card, desk);
  const [starter] = startersOf(card, desk);
  if (!starter) return press(actionIds.open, 'button.open', card, desk);
  const id = isFollow(card) ? actionIds.greet : starterActionId(starter.id);
  return button({ id, label: starter.label, ref: refTo(card, desk) });
}

const press = (id: string, label: WordKey, card: Card, desk: Desk): Button =>
  button({ id, label: say(desk.words, label), ref: refTo(card, desk) });
