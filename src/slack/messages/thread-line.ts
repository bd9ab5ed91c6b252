import type { Card, Mention } from '../../core/card/card.js';
import {
  checkMessage,
  isCheck,
  isLineOver,
  lineMessage,
  type MessageKey,
  passMessage,
} from '../../core/card/message.js';
import { isLegal } from '../../core/card/rules.js';
import { isHello } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { type SlackUserId, slackUserId } from '../../core/ids.js';
import { quote } from '../../core/post/plain.js';
import { onShift } from '../../core/rota/duty.js';
import { firstOf, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import {
  escapeText,
  fallbackText,
  type Inline,
  line,
  link,
  type Message,
  rich,
  richSay,
  text,
  user,
} from '../parts/blocks.js';
import { startersOf } from '../parts/buttons.js';
import { shortly, shownName } from '../parts/patron.js';
import { statusOf, whoAnswered } from '../parts/status.js';

const MAX_QUOTE = 200;

/** A line in a card's thread: it names one colleague, and once that is over it says what became of it. */
export function threadLine(card: Card, key: MessageKey, desk: Desk, now: number, to?: SlackUserId): Message {
  if (isCheck(key)) return checkLine(card, key, desk, now, to ?? slackUserId(''));
  const act = card.acts.find((one): one is Mention => one.kind === 'mention' && lineMessage(one) === key);
  if (isLineOver(card, key)) return overLine(card, act, desk, now);
  const named = to ?? slackUserId('');
  return act ? askLine(card, act, desk, named) : passLine(card, key, desk, named);
}

/** Pings one colleague, and says where an answer is written. */
export function askLine(card: Card, act: Mention, desk: Desk, to: SlackUserId): Message {
  const { words } = desk;
  return said(
    ...richSay(words, `line.${act.topic}`, {
      to: user(to),
      first: firstOf(card.patron),
      quote: text(shortly(act, desk, MAX_QUOTE)),
    }),
    text(` ${howTo(card, desk)}`),
  );
}

function passLine(card: Card, key: MessageKey, desk: Desk, to: SlackUserId): Message {
  const pass = card.passes.find((_, index) => passMessage(index) === key);
  const note = card.note && card.note.at === pass?.at ? quote(card.note.text, MAX_QUOTE) : '';
  return said(
    ...richSay(desk.words, note ? 'line.passed-note' : 'line.passed', {
      to: user(to),
      name: nameOf(desk, pass?.from ?? ''),
      note,
    }),
    text(` ${howTo(card, desk)}`),
  );
}

function howTo(card: Card, desk: Desk): string {
  const starter = isLegal('claim', card.state) ? startersOf(card, desk)[0]?.label : undefined;
  return say(desk.words, 'line.how', { button: starter ?? say(desk.words, 'button.open') });
}

/** Names nobody any more. */
function overLine(card: Card, act: Mention | undefined, desk: Desk, now: number): Message {
  const answer = act && card.answers.find(({ covers }) => covers.includes(act.id));
  if (answer) return said(text(whoAnswered(card, answer, desk, now)));
  if (act?.gone) return said(text(say(desk.words, 'line.gone', { first: firstOf(card.patron) })));
  return said(text(statusOf(card, desk, now)?.said ?? shownName(card.patron)));
}

/** What is left where a card was shown before: the way to where it is shown now. */
export function movedLine(card: Card, desk: Desk, permalink: string): Message {
  const moved = say(desk.words, 'line.moved', { name: shownName(card.patron) });
  const there = say(desk.words, 'line.moved-to');
  return {
    text: escapeText(moved),
    blocks: [rich(line(moved, ' ', permalink ? link(permalink, there) : ''))],
  };
}

const said = (...inlines: Inline[]): Message => ({
  text: fallbackText(inlines),
  blocks: [rich(line(...inlines))],
});

/** A line that calls a colleague to a check; once somebody took it, or nobody has to, it names nobody any more. */
export function checkLine(card: Card, key: MessageKey, desk: Desk, now: number, to: SlackUserId): Message {
  return isLineOver(card, key) ? checkText(text(checkOver(card, key, desk))) : asksFor(card, desk, now, to);
}

function asksFor(card: Card, desk: Desk, now: number, to: SlackUserId): Message {
  const { words } = desk;
  const isOn = onShift(desk.rota, now).some(({ member }) => member.slackId === to);
  const fill = { name: nameOf(desk, card.holder?.id ?? ''), first: firstOf(card.patron) };
  const what = say(words, isHello(card) ? 'line.hello-of' : 'line.answer-of', fill);
  const how = say(words, 'line.check-how', { button: say(words, 'button.check') });
  return checkText(
    ...richSay(words, isOn ? 'line.check' : 'line.check-alone', { to: user(to), what }),
    text(` ${how}`),
  );
}

function checkOver(card: Card, key: MessageKey, desk: Desk): string {
  const { review } = card;
  return review?.reviewer && checkMessage(review) === key
    ? say(desk.words, 'line.checked-by', { name: nameOf(desk, review.reviewer) })
    : say(desk.words, 'line.check-over');
}

const checkText = (...inlines: Inline[]): Message => ({
  text: fallbackText(inlines),
  blocks: [rich(line(...inlines))],
});
