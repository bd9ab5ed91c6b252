import type { Button, KnownBlock } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { WaitingCounts } from '../../core/board/waiting-counts.js';
import type { Card } from '../../core/card/card.js';
import { isHello, isPrivate, waitingAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { assigneeOf, isIdleWith, isLate, waitsForShift } from '../../core/due/deadlines.js';
import { inOrder } from '../../core/due/order.js';
import { isPatronPost, successorOf } from '../../core/due/shift-edges.js';
import { countWaiting } from '../../core/due/waiting.js';
import type { SlackUserId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { localTime } from '../../core/rota/local-time.js';
import { keptWhat } from '../../core/sentences/kept-sentences.js';
import { linkedAbout } from '../../core/sentences/link-only-sentences.js';
import { firstOf, listOf, momentText, nameOf } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds, moreActionId } from '../ids.js';
import { actions, bold, button, escapeText, line, type Message, note, rich } from '../parts/blocks.js';
import { panelButton, refTo } from '../parts/buttons.js';
import { oursBehind } from '../parts/context.js';
import { openThere } from '../parts/link-only.js';
import { shortText } from '../parts/patron.js';
import { statusOf } from '../parts/status.js';

const topics = ['question', 'complaint', 'praise', 'other'] as const;

/**
 * "Good morning, Ana. 3 waiting: 2 questions, 1 thank-you. 1 is late. 7 new followers can wait. 1 is flagged: Tom, '…'."
 * It is not edited later, so it says of which time it is. `greets`: the person is greeted first. `counts`: what waits in all,
 * where `cards` has only the first of it.
 */
export function summaryMessage(
  cards: readonly Card[],
  desk: Desk,
  to: SlackUserId,
  startedAt: number,
  greets = true,
  counts = countWaiting(cards, desk, startedAt),
): Message {
  const { words } = desk;
  const flagged = cards.filter(({ flag }) => flag);
  const [first] = inOrder(
    cards.filter((card) => !card.flag && isPatronPost(card)),
    desk,
  );
  const { kinds, late } = counts;
  const [asked] = flagged;
  const parts = [
    ...(greets ? [greetingText(desk, to, startedAt)] : []),
    first ? waitingText(kinds, isPrivate(first), desk) : say(words, 'summary.nothing'),
    ...(late > 0 ? [sayCount(desk, 'summary.late', late)] : []),
    ...(kinds.follow > 0 ? [sayCount(desk, 'summary.followers', kinds.follow)] : []),
    ...(asked ? [sayCount(desk, 'summary.flagged', flagged.length, { about: aboutCard(asked, desk) })] : []),
  ];
  const lead = greets ? 2 : 1;
  return {
    text: escapeText(parts.join(' ')),
    blocks: [
      rich(line(bold(parts.slice(0, lead).join(' ')), ...parts.slice(lead).map((part) => ` ${part}`))),
      note(asOf(desk, startedAt)),
      ...(first ? actions(answerNext(first, desk)) : []),
    ],
  };
}

/** Opens the most urgent card at the time of the press; `card` only says which desk, unless that links to it alone. */
export const answerNext = (card: Card, desk: Desk): Button =>
  card.linkOnly
    ? openThere(card, desk)
    : button({
        id: actionIds.next,
        label: say(desk.words, 'button.next'),
        ref: refTo(card, desk),
        primary: true,
      });

/** "Good morning, Ana." */
export function greetingText(desk: Desk, to: SlackUserId, at: number): string {
  const hour = Number(localTime(desk.rota, at).slice(0, 2));
  const time = hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
  return say(desk.words, `summary.${time}`, { name: nameOf(desk, to) });
}

/** How many posts wait, and what they are; public ones that are nothing in particular are posts alone. */
function waitingText(kinds: WaitingCounts['kinds'], arePrivate: boolean, desk: Desk): string {
  const all = topics.reduce((sum, topic) => sum + kinds[topic], 0);
  if (!arePrivate && kinds.other === all) return sayCount(desk, 'summary.waiting-bare', all);
  const what = topics.flatMap((topic) =>
    kinds[topic] > 0 ? [sayCount(desk, `summary.${topic}`, kinds[topic])] : [],
  );
  return sayCount(desk, 'summary.waiting', all, { what: listOf(desk, what, 'comma') });
}

/**
 * "11 are late, 5 of them new. Oldest: Maya, 'Do you have large-print…' As of 14:42." Of all that is late, what this
 * reminder lists is new. Later it says what came of it: put off until when, or over. `counts`: what waits in all, where `cards`
 * has of what is not listed only the first.
 */
export function reminderMessage(
  cards: readonly Card[],
  panel: Panel,
  desk: Desk,
  now: number,
  counts = countWaiting(cards, desk, now),
): Message {
  const { words } = desk;
  const placesOf = ({ id }: Card) => panel.lists?.filter(({ card }) => card === id) ?? [];
  const isNew = (card: Card) => placesOf(card).some(({ again }) => !again);
  const isStillLate = (card: Card) =>
    isLate(desk, card, now) || (placesOf(card).length > 0 && waitsForShift(card));
  const late = inOrder(cards.filter(isStillLate), desk);
  const [oldest] = late;
  const here = countWaiting(late, desk, now).late;
  const all = late.length + Math.max(0, counts.late - here);
  const { putOffUntil } = panel;
  if (!oldest || putOffUntil !== undefined) {
    const text =
      putOffUntil === undefined
        ? say(words, 'reminder.over')
        : say(words, 'reminder.put-off', { time: momentText(desk, putOffUntil, now) });
    return { text: escapeText(text), blocks: [rich(line(text))] };
  }
  const fresh = late.filter(isNew).length;
  const counted =
    fresh > 0 && fresh < all
      ? sayCount(desk, 'reminder.late-new', fresh, { late: all })
      : sayCount(desk, 'reminder.late', all);
  const who = aboutCard(oldest, desk);
  const about = all === 1 ? who : say(words, 'reminder.oldest', { about: who });
  const when = asOf(desk, now);
  return {
    text: escapeText(`${counted} ${about} ${when}`),
    blocks: [
      rich(line(bold(counted), ` ${about}`)),
      note(when),
      ...actions(
        oldest.state === 'open' ? answerNext(oldest, desk) : openButton(oldest, desk),
        panelButton('not-now', say(words, 'button.not-now'), panel, desk),
      ),
    ],
  };
}

const asOf = (desk: Desk, at: number): string =>
  say(desk.words, 'reminder.as-of', { time: localTime(desk.rota, at) });

/** Slack takes fifty blocks in a message, and each card takes two. */
export const MOST_LISTED = 20;
/** A notification shows no more of a message. */
export const MAX_FALLBACK = 1000;

/** At the end of a shift: the cards that the person still has, each with buttons to keep it, hand it on or put it back. */
export function shiftEndMessage(
  cards: readonly Card[],
  panel: Panel,
  to: SlackUserId,
  desk: Desk,
  now: number,
): Message {
  const { words } = desk;
  const isAsked = (card: Card): boolean => !panel.closed && isIdleWith(card, to, panel.startedAt);
  const asked = cards.filter(isAsked).length;
  const title = asked > 0 ? sayCount(desk, 'shift-end.title', asked) : say(words, 'shift-end.done');
  const hint =
    asked > 0 && panel.endsAt !== undefined
      ? say(words, 'shift-end.hint', { time: momentText(desk, panel.endsAt, now) })
      : '';
  const hidden = cards.length - MOST_LISTED;
  return {
    text: escapeText([title, hint].join(' ').trim()),
    blocks: [
      rich(line(bold(title), hint ? ` ${hint}` : '')),
      ...cards.slice(0, MOST_LISTED).flatMap((card) => listedBlocks(card, isAsked(card), to, desk, now)),
      ...(hidden > 0 ? [rich(line(say(words, 'shift-end.more', { count: hidden })))] : []),
    ],
  };
}

function listedBlocks(card: Card, isAsked: boolean, to: SlackUserId, desk: Desk, now: number): KnownBlock[] {
  const about = line(aboutCard(card, desk));
  if (!isAsked) return [rich(about, line(outcomeText(card, desk, to, now)))];
  const next = successorOf(desk.rota, now, to);
  return [
    rich(about),
    ...actions(
      keepButton(card, desk),
      ...(next ? [handToButton(card, desk, next)] : []),
      putBackButton(card, desk),
    ),
  ];
}

/** *Open* for a card in a private message. */
export const openButton = (card: Card, desk: Desk): Button =>
  card.linkOnly
    ? openThere(card, desk)
    : button({
        id: actionIds.open,
        label: say(desk.words, 'button.open'),
        ref: refTo(card, desk),
        primary: true,
      });

/** *Keep*: the person still works on the card. */
export const keepButton = (card: Card, desk: Desk): Button =>
  button({ id: actionIds.keep, label: say(desk.words, 'button.keep'), ref: refTo(card, desk) });

/** *Put back*: the card goes back to the shift. */
export const putBackButton = (card: Card, desk: Desk): Button =>
  button({
    id: moreActionId('release'),
    label: say(desk.words, 'button.release'),
    ref: refTo(card, desk),
  });

const handToButton = (card: Card, desk: Desk, next: SlackUserId): Button =>
  button({
    id: actionIds.handTo,
    label: say(desk.words, 'button.hand-to', { name: nameOf(desk, next) }),
    ref: refTo(card, desk, next),
  });

const MAX_QUOTE = 80;

/** A card in one line: the patron's first name and what they said. */
export function aboutCard(card: Card, desk: Desk): string {
  const { words } = desk;
  if (isPurged(card)) return keptWhat(card, desk);
  if (card.linkOnly) return linkedAbout(card, desk);
  if (isHello(card)) return say(words, 'about.hello');
  const act = waitingAct(card);
  const first = firstOf(card.patron);
  if (act.kind === 'private') return say(words, 'about.private', { first });
  if (act.kind !== 'mention') return say(words, 'about.follow', { first });
  const quote = shortText(act, desk, MAX_QUOTE);
  return `${say(words, 'about.said', { first, quote })}${oursBehind(act, desk)}`;
}

/** What happened to a card after `person` was asked about it. */
export function outcomeText(card: Card, desk: Desk, person: SlackUserId, now: number): string {
  const { words } = desk;
  if (assigneeOf(card) === person) return say(words, 'moved.kept');
  const state = statusOf(card, desk, now)?.sentence;
  return state ?? say(words, card.draft?.by === person ? 'moved.open-draft' : 'moved.open');
}
