import type { Button, KnownBlock } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { idle, idlePanelId, isLeftBy } from '../../core/due/idle.js';
import { successorOf } from '../../core/due/shift-edges.js';
import type { SlackUserId } from '../../core/ids.js';
import { moment, nameOf } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds, moreActionId } from '../ids.js';
import { actions, bold, button, escapeText, line, type Message, rich } from '../parts/blocks.js';
import { refTo } from '../parts/card-buttons.js';
import { aboutCard, fateOf } from '../parts/card-outcome.js';

/** As many as one message holds; each takes two blocks of Slack's fifty. */
const MOST_LISTED = 20;

/** "Still on it?", while the card lies there; then what became of it. */
export function idleMessage(card: Card, panel: Panel, to: SlackUserId, desk: Desk, now: number): Message {
  const { words } = desk;
  const about = aboutCard(card, desk);
  const lies = idle(desk, card);
  if (!lies || idlePanelId(card, lies) !== panel.id) {
    const said = `${about} · ${fateOf(card, desk, to, now)}`;
    return { text: escapeText(said), blocks: [rich(line(said))] };
  }
  const ask = say(words, 'idle.ask', { about });
  const back =
    lies.backAt === undefined
      ? ''
      : say(words, card.draft ? 'idle.back-draft' : 'idle.back', { time: moment(desk, lies.backAt, now) });
  return {
    text: escapeText([ask, back].join(' ').trim()),
    blocks: [
      rich(line(bold(ask), back ? ` ${back}` : '')),
      ...actions(openButton(card, desk), keepButton(card, desk), putBackButton(card, desk)),
    ],
  };
}

/** At the end of a shift: what its person still has, with what can become of it. */
export function shiftEndMessage(
  cards: readonly Card[],
  panel: Panel,
  to: SlackUserId,
  desk: Desk,
  now: number,
): Message {
  const { words } = desk;
  const isAsked = (card: Card): boolean => !panel.closed && isLeftBy(card, to, panel.startedAt);
  const asked = cards.filter(isAsked).length;
  const title = asked > 0 ? sayCount(desk, 'shift-end.title', asked) : say(words, 'shift-end.done');
  const hint =
    asked > 0 && panel.endsAt !== undefined
      ? say(words, 'shift-end.hint', { time: moment(desk, panel.endsAt, now) })
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
  if (!isAsked) return [rich(about, line(fateOf(card, desk, to, now)))];
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

const openButton = (card: Card, desk: Desk): Button =>
  button({
    id: actionIds.open,
    label: say(desk.words, 'button.open'),
    ref: refTo(card, desk),
    primary: true,
  });

const keepButton = (card: Card, desk: Desk): Button =>
  button({ id: actionIds.keep, label: say(desk.words, 'button.keep'), ref: refTo(card, desk) });

const putBackButton = (card: Card, desk: Desk): Button =>
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
