import { type Card, isHello } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { onShift } from '../core/duty.js';
import type { SlackUserId } from '../core/ids.js';
import { checkMessage, isBack, isLineOver, type MessageKey } from '../core/message.js';
import { firstOf, nameOf } from '../core/phrases.js';
import { say } from '../core/words.js';
import { aloud, type Inline, line, type Message, rich, richSay, text, user } from './blocks.js';

/** A line about a check: it calls a colleague to it, or the writer to what came back; then it names nobody any more. */
export function reviewLine(card: Card, key: MessageKey, desk: Desk, now: number, to: SlackUserId): Message {
  if (isLineOver(card, key)) return said(text(isBack(key) ? backOver(desk, to) : checkOver(card, key, desk)));
  return isBack(key) ? backLine(card, desk, to) : checkLine(card, desk, now, to);
}

function checkLine(card: Card, desk: Desk, now: number, to: SlackUserId): Message {
  const { words } = desk;
  const isOn = onShift(desk.rota, now).some(({ member }) => member.slackId === to);
  const fill = { name: nameOf(desk, card.holder?.id ?? ''), first: firstOf(card.patron) };
  const what = say(words, isHello(card) ? 'line.hello-of' : 'line.answer-of', fill);
  const how = say(words, 'line.check-how', { button: say(words, 'button.check') });
  return said(
    ...richSay(words, isOn ? 'line.check' : 'line.check-alone', { to: user(to), what }),
    text(` ${how}`),
  );
}

function backLine(card: Card, desk: Desk, to: SlackUserId): Message {
  const { words } = desk;
  const { note, patron } = card;
  const what = say(words, isHello(card) ? 'line.your-hello' : 'line.your-answer', { first: firstOf(patron) });
  const how = say(words, 'line.how', { button: say(words, 'button.open') });
  const fill = { to: user(to), name: nameOf(desk, note?.by ?? ''), what };
  return said(...richSay(words, note?.text ? 'line.back-note' : 'line.back', fill), text(` ${how}`));
}

function checkOver(card: Card, key: MessageKey, desk: Desk): string {
  const { review } = card;
  return review?.reviewer && checkMessage(review) === key
    ? say(desk.words, 'line.checked-by', { name: nameOf(desk, review.reviewer) })
    : say(desk.words, 'line.check-over');
}

const backOver = (desk: Desk, to: SlackUserId): string =>
  say(desk.words, 'line.back-over', { name: nameOf(desk, to) });

const said = (...inlines: Inline[]): Message => ({ text: aloud(inlines), blocks: [rich(line(...inlines))] });
