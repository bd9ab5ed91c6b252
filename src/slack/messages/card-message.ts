import type { KnownBlock } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { isSetAside } from '../../core/card/card-clock.js';
import { isDone } from '../../core/card/message.js';
import { newestAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { answerBy } from '../../core/due/deadlines.js';
import { firstOf, momentText, topicText } from '../../core/sentences/phrases.js';
import { noticeSentence } from '../../core/sentences/sentences.js';
import { say, sayCount } from '../../core/words/words.js';
import type { AuthoredPost } from '../../ports/network.js';
import { bold, escapeText, line, type Message, note, rich } from '../parts/blocks.js';
import { cardButtons } from '../parts/buttons.js';
import { contextBlock, oursBehind } from '../parts/context.js';
import { followedText } from '../parts/follow-back.js';
import { patronBlocks } from '../parts/modal.js';
import { postDetails, shortText, shownName } from '../parts/patron.js';
import { pictureBlocks } from '../parts/pictures.js';
import { marks, statusBlocks, statusOf, urgentMark } from '../parts/status.js';
import { finishedCard } from './finished-card.js';
import { linkOnlyCard } from './link-only-card.js';

const MAX_TEXT_QUOTE = 300;

/**
 * The message of a card: the patron and their words, its status, and its buttons; one or two lines of it once it is done.
 * `context`: what the newest post answers or quotes, where it was read for the card.
 */
export function cardMessage(
  card: Card,
  desk: Desk,
  now: number,
  looksForMs?: number,
  context?: readonly AuthoredPost[],
): Message {
  if (isDone(card)) return finishedCard(card, desk, now);
  if (card.linkOnly) return linkOnlyCard(card, desk, now);
  const status = statusOf(card, desk, now, looksForMs);
  const asks = card.state === 'claimed' || card.state === 'in-review';
  const said = asks ? noticeSentence(desk, card, now) : undefined;
  const notice = said === undefined ? undefined : say(desk.words, 'card.notice', { said });
  const marked = marks(card, desk, now);
  const late = lateText(card, desk, now);
  const blocks: KnownBlock[] = [
    ...urgentMark(card, desk).map((mark) => rich(line(bold(mark)))),
    ...patronBlocks(card, desk, now, {
      context: contextBlock(card, desk, context),
      beside: besidePicture(card, desk, now),
    }),
    ...(card.state === 'open' ? pictureBlocks(card, newestAct(card), desk) : []),
    ...(status ? [statusBlocks(status)] : []),
    ...followHint(card, desk, now),
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

/** Small, beside the patron's picture: of what kind their post is, and until when it should be answered. */
function besidePicture(card: Card, desk: Desk, now: number): string {
  const [first] = card.acts;
  if (first?.kind === 'hello') return sayCount(desk, 'card.hello-hint', first.greets);
  const at = deadlineOf(card, desk);
  const by = at !== undefined && at > now ? { time: momentText(desk, at, now) } : undefined;
  return [...postDetails(card, desk), ...(by ? [say(desk.words, 'card.answer-by', by)] : [])].join(' · ');
}

/** Below a new follower who waits: that no answer is fine, and what else there is to know of them. */
function followHint(card: Card, desk: Desk, now: number): KnownBlock[] {
  const {
    acts: [first],
    patron,
    state,
  } = card;
  if (state !== 'open' || first?.kind !== 'follow') return [];
  const fine = say(desk.words, 'card.follow-hint', { first: firstOf(patron) });
  const hint = patron.suspect ? `${say(desk.words, `card.suspect.${patron.suspect}`)} ${fine}` : fine;
  if (patron.automated) return [note(`${say(desk.words, 'card.automated')} ${hint}`)];
  return [note(patron.weFollow ? `${hint} ${followedText(card, desk, now)}` : hint)];
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

function firstLine(card: Card, desk: Desk, now: number): string {
  const act = newestAct(card);
  const name = shownName(card.patron);
  const time = momentText(desk, act.at, now);
  switch (act.kind) {
    case 'follow':
      return say(desk.words, 'card.follow-in-text', { name, time });
    case 'hello':
      return say(desk.words, 'card.hello');
    // What a notification shows of it names nobody and says nothing.
    case 'private':
      return say(desk.words, 'card.private-in-text', { time });
    case 'mention': {
      const quote = act.gone ? say(desk.words, 'card.removed') : shortText(act, desk, MAX_TEXT_QUOTE);
      const topic = topicText(desk, act);
      const said = topic
        ? say(desk.words, 'card.in-text', { topic, name, time, quote })
        : say(desk.words, 'card.post-in-text', { name, time, quote });
      return `${said}${oursBehind(act, desk)}`;
    }
  }
}
