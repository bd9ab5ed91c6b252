import type { Card } from '../../core/card/card.js';
import type { Written } from '../../core/card/join.js';
import {
  checkKey,
  isCheckKey,
  isLineDone,
  lineKey,
  type MessageKey,
  passKey,
} from '../../core/card/message.js';
import { isLegal } from '../../core/card/rules.js';
import { isHello, isWritten, takesNoReply } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { type SlackUserId, slackUserId } from '../../core/ids.js';
import { quote } from '../../core/post/plain.js';
import { onShift } from '../../core/rota/duty.js';
import { whoOf } from '../../core/sentences/kept-sentences.js';
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
import { oursBehind } from '../parts/context.js';
import { listedName } from '../parts/link-only.js';
import { shortText } from '../parts/patron.js';
import { statusOf, whoAnswered } from '../parts/status.js';
import { linkOnlyLine } from './link-only-card.js';

const MAX_QUOTE = 200;

/** A line in a card's thread. It pings one colleague; once that is settled it names nobody, and says what happened. */
export function threadLine(card: Card, key: MessageKey, desk: Desk, now: number, to?: SlackUserId): Message {
  if (isCheckKey(key)) return checkLine(card, key, desk, now, to ?? slackUserId(''));
  const act = card.acts.filter((one) => isWritten(one)).find((one) => lineKey(one) === key);
  if (isLineDone(card, key)) return overLine(card, act, desk, now);
  const named = to ?? slackUserId('');
  return act ? askLine(card, act, desk, named) : passLine(card, key, desk, named);
}

/** Pings one colleague about a post, and says where to write the answer. */
export function askLine(card: Card, act: Written, desk: Desk, to: SlackUserId): Message {
  if (card.linkOnly) return linkOnlyLine(act, desk, to);
  const { words } = desk;
  // A ping shows its words on a phone's lock screen.
  if (act.kind === 'private')
    return messageOf(...richSay(words, 'line.private', { to: user(to) }), text(` ${howTo(card, desk)}`));
  return messageOf(
    ...richSay(words, `line.${act.topic}`, {
      to: user(to),
      first: firstOf(card.patron),
      quote: text(shortText(act, desk, MAX_QUOTE)),
    }),
    text(`${oursBehind(act, desk)} ${howTo(card, desk)}`),
  );
}

function passLine(card: Card, key: MessageKey, desk: Desk, to: SlackUserId): Message {
  const pass = card.passes.find((_, index) => passKey(index) === key);
  const note = card.note && card.note.at === pass?.at ? quote(card.note.text, MAX_QUOTE) : '';
  return messageOf(
    ...richSay(desk.words, note ? 'line.passed-note' : 'line.passed', {
      to: user(to),
      name: nameOf(desk, pass?.from ?? ''),
      note,
    }),
    text(` ${howTo(card, desk)}`),
  );
}

function howTo(card: Card, desk: Desk): string {
  if (takesNoReply(card, desk)) return say(desk.words, 'line.how-closed');
  const starter = isLegal('claim', card.state) ? startersOf(card, desk)[0]?.label : undefined;
  return say(desk.words, 'line.how', { button: starter ?? say(desk.words, 'button.open') });
}

/** The line once it is settled: pings nobody. */
function overLine(card: Card, act: Written | undefined, desk: Desk, now: number): Message {
  const answer = act && card.answers.find(({ covers }) => covers.includes(act.id));
  if (answer) return messageOf(text(whoAnswered(card, answer, desk, now)));
  if (act?.gone) return messageOf(text(say(desk.words, 'line.gone', { first: whoOf(card, desk) })));
  return messageOf(text(statusOf(card, desk, now)?.sentence ?? listedName(card, desk)));
}

/** Stands where a card was shown before: a link to where it is shown now. */
export function movedLine(card: Card, desk: Desk, permalink: string): Message {
  const moved = say(desk.words, 'line.moved', { name: listedName(card, desk) });
  const there = say(desk.words, 'line.moved-to');
  return {
    text: escapeText(moved),
    blocks: [rich(line(moved, ' ', permalink ? link(permalink, there) : ''))],
  };
}

const messageOf = (...inlines: Inline[]): Message => ({
  text: fallbackText(inlines),
  blocks: [rich(line(...inlines))],
});

/** A line that asks a colleague for a check. Once somebody checks, or no check is needed, it pings nobody. */
function checkLine(card: Card, key: MessageKey, desk: Desk, now: number, to: SlackUserId): Message {
  return isLineDone(card, key) ? messageOf(text(checkOver(card, key, desk))) : asksFor(card, desk, now, to);
}

function asksFor(card: Card, desk: Desk, now: number, to: SlackUserId): Message {
  const { words } = desk;
  const isOn = onShift(desk.rota, now).some(({ member }) => member.slackId === to);
  const fill = { name: nameOf(desk, card.holder?.id ?? ''), first: firstOf(card.patron) };
  const what = say(words, isHello(card) ? 'line.hello-of' : 'line.answer-of', fill);
  const how = say(words, 'line.check-how', { button: say(words, 'button.check') });
  return messageOf(
    ...richSay(words, isOn ? 'line.check' : 'line.check-alone', { to: user(to), what }),
    text(` ${how}`),
  );
}

function checkOver(card: Card, key: MessageKey, desk: Desk): string {
  const { review } = card;
  return review?.reviewer && checkKey(review) === key
    ? say(desk.words, 'line.checked-by', { name: nameOf(desk, review.reviewer) })
    : say(desk.words, 'line.check-over');
}
