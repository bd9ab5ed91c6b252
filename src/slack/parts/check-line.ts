import { type Card, isHello } from '../../core/card/card.js';
import { checkMessage, isLineOver, type MessageKey } from '../../core/card/message.js';
import type { Desk } from '../../core/desk/desk.js';
import type { SlackUserId } from '../../core/ids.js';
import { onShift } from '../../core/rota/duty.js';
import { firstOf, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { aloud, type Inline, line, type Message, rich, richSay, text, user } from './blocks.js';

/** A line that calls a colleague to a check; once somebody took it, or nobody has to, it names nobody any more. */
export function checkLine(card: Card, key: MessageKey, desk: Desk, now: number, to: SlackUserId): Message {
  return isLineOver(card, key) ? said(text(checkOver(card, key, desk))) : asksFor(card, desk, now, to);
}

function asksFor(card: Card, desk: Desk, now: number, to: SlackUserId): Message {
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

function checkOver(card: Card, key: MessageKey, desk: Desk): string {
  const { review } = card;
  return review?.reviewer && checkMessage(review) === key
    ? say(desk.words, 'line.checked-by', { name: nameOf(desk, review.reviewer) })
    : say(desk.words, 'line.check-over');
}

const said = (...inlines: Inline[]): Message => ({ text: aloud(inlines), blocks: [rich(line(...inlines))] });
