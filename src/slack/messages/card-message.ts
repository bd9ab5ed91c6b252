import type { KnownBlock } from '@slack/web-api';
import type { Act, Card } from '../../core/card/card.js';
import { isSetAside } from '../../core/card/card-clock.js';
import { isFollow, newestAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { answerBy } from '../../core/due/deadlines.js';
import { firstOf, momentText } from '../../core/sentences/phrases.js';
import { noticeSentence } from '../../core/sentences/sentences.js';
import { say, sayCount } from '../../core/words/words.js';
import type { AuthoredPost } from '../../ports/network.js';
import { bold, escapeText, line, type Message, note, rich } from '../parts/blocks.js';
import { cardButtons } from '../parts/buttons.js';
import { contextBlock } from '../parts/context.js';
import { patronBlocks, practiceMark } from '../parts/modal.js';
import { postDetails, shortText, shownName } from '../parts/patron.js';
import { marks, statusBlocks, statusOf, urgentMark } from '../parts/status.js';

const MAX_TEXT_QUOTE = 300;

/**
 * The message of a card: the patron and their words, its status, and its buttons. `context`: what the newest post answers or
 * quotes, where it was read for the card.
 */
export function cardMessage(
  card: Card,
  desk: Desk,
  now: number,
  looksForMs?: number,
  context?: readonly AuthoredPost[],
): Message {
  const status = statusOf(card, desk, now, looksForMs);
  const asks = card.state === 'claimed' || card.state === 'in-review';
  const notice = asks ? noticeSentence(desk, card, now) : undefined;
  const marked = marks(card, desk, now);
  const late = lateText(card, desk, now);
  const blocks: KnownBlock[] = [
    ...practiceMark(desk),
    ...urgentMark(card, desk).map((mark) => rich(line(bold(mark)))),
    ...patronBlocks(card, desk, now, contextBlock(card, desk, context)),
    ...(status ? [statusBlocks(status)] : []),
    ...(card.state === 'open' ? [note(openLine(card, desk, now))] : []),
    ...(late ? [rich(line(bold(late)))] : []),
    ...marked.map((mark) => rich(line(mark))),
    ...(notice ? [rich(line(notice))] : []),
    ...cardButtons(card, desk),
  ];
  const textParts = [
    ...urgentMark(card, desk),
    firstLine(card, desk, now),
    status?.sentence ?? '',
    late ?? '',
    ...marked,
    notice ?? '',
  ];
  return { text: escapeText(textParts.filter((part) => part !== '').join(' ')), blocks };
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
  const at = deadlineOf(card, desk);
  const by = at !== undefined && at > now ? { time: momentText(desk, at, now) } : undefined;
  return [...postDetails(card, desk), ...(by ? [say(words, 'card.answer-by', by)] : [])].join(' · ');
}

/** "⏰ late since 14:42", once the time to answer has passed. */
function lateText(card: Card, desk: Desk, now: number): string | undefined {
  const at = deadlineOf(card, desk);
  return at === undefined || at > now
    ? undefined
    : say(desk.words, 'card.late', { time: momentText(desk, at, now) });
}

/** By when an open card should be answered (Unix ms); undefined also for one that somebody set aside. */
const deadlineOf = (card: Card, desk: Desk): number | undefined =>
  card.state === 'open' && !isSetAside(card) ? answerBy(desk, card) : undefined;

function topicOf(act: Act, desk: Desk): string {
  return say(desk.words, `topic.${act.kind === 'mention' ? act.topic : 'other'}`);
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
