import type { KnownBlock } from '@slack/web-api';
import type { Act, Card } from '../../core/card/card.js';
import { isFollow, newestAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { answerBy } from '../../core/due/deadlines.js';
import { onShift } from '../../core/rota/duty.js';
import { firstOf, listOf, momentText } from '../../core/sentences/phrases.js';
import { noticeSentence } from '../../core/sentences/sentences.js';
import { say, sayCount } from '../../core/words/words.js';
import { bold, cut, escapeText, line, type Message, note, rich } from '../parts/blocks.js';
import { cardButtons } from '../parts/buttons.js';
import { patronBlocks, practiceMark } from '../parts/modal.js';
import { postDetails, shortText, shownName } from '../parts/patron.js';
import { marks, statusBlocks, statusOf, urgentMark } from '../parts/status.js';

const MAX_TEXT_QUOTE = 300;
/** Slack's limit for `text`. */
const MAX_TEXT = 4000;

/** The message of a card: the patron and their words, its status, and its buttons. */
export function cardMessage(card: Card, desk: Desk, now: number, looksForMs?: number): Message {
  const status = statusOf(card, desk, now, looksForMs);
  const asks = card.state === 'claimed' || card.state === 'in-review';
  const notice = asks ? noticeSentence(desk, card) : undefined;
  const marked = marks(card, desk, now);
  const blocks: KnownBlock[] = [
    ...practiceMark(desk),
    ...urgentMark(card, desk).map((mark) => rich(line(bold(mark)))),
    ...patronBlocks(card, desk, now),
    ...(status ? [statusBlocks(status)] : []),
    ...(card.state === 'open' ? [note(openLine(card, desk, now))] : []),
    ...marked.map((mark) => rich(line(mark))),
    ...(notice ? [rich(line(notice))] : []),
    ...cardButtons(card, desk),
  ];
  const textParts = [
    ...urgentMark(card, desk),
    firstLine(card, desk, now),
    status?.sentence ?? (card.state === 'open' && !isFollow(card) ? shiftLine(desk, now) : ''),
    ...marked,
    notice ?? '',
  ];
  return { text: cut(escapeText(textParts.filter((part) => part !== '').join(' ')), MAX_TEXT), blocks };
}

/** The line below the patron's words while the card is open. */
function openLine(card: Card, desk: Desk, now: number): string {
  const { words } = desk;
  if (isFollow(card)) {
    const first = firstOf(card.patron);
    const hint = say(words, 'card.follow-hint', { first });
    if (card.patron.automated) return `${say(words, 'card.automated')} ${hint}`;
    return card.patron.weFollow ? `${hint} ${say(words, 'greet.we-follow', { first })}` : hint;
  }
  const [first] = card.acts;
  if (first?.kind === 'hello') return sayCount(desk, 'card.hello-hint', first.greets);
  return [...postDetails(card, desk), shiftLine(desk, now), ...answerByLine(card, desk, now)].join(' · ');
}

/** "please answer by 14:42"; nothing for a card that somebody set aside. */
function answerByLine(card: Card, desk: Desk, now: number): string[] {
  if (card.flag || card.snoozedUntil !== undefined) return [];
  const at = answerBy(desk, card);
  return at === undefined ? [] : [say(desk.words, 'card.answer-by', { time: momentText(desk, at, now) })];
}

function topicOf(act: Act, desk: Desk): string {
  return say(desk.words, `topic.${act.kind === 'mention' ? act.topic : 'other'}`);
}

/** "Ana is on shift", or that nobody is. */
function shiftLine(desk: Desk, now: number): string {
  const names = onShift(desk.rota, now).map(({ member }) => member.name);
  if (names.length === 0) return say(desk.words, 'shift.nobody');
  return sayCount(desk, 'shift', names.length, { names: listOf(desk, names) });
}

function firstLine(card: Card, desk: Desk, now: number): string {
  const act = newestAct(card);
  const name = shownName(card.patron);
  const time = momentText(desk, act.at, now);
  switch (act.kind) {
    case 'follow':
      return say(desk.words, 'card.follow-in-text', { name, time });
    case 'hello':
      return say(desk.words, 'card.hello');
    case 'mention': {
      const quote = act.gone ? say(desk.words, 'card.removed') : shortText(act, desk, MAX_TEXT_QUOTE);
      return say(desk.words, 'card.in-text', { topic: topicOf(act, desk), name, time, quote });
    }
  }
}
