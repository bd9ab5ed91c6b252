import type { HomeView, KnownBlock } from '@slack/web-api';
import type { DeskAtHome, HomeContent } from '../../core/board/home.js';
import type { Card } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import { waitingAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { memberOf } from '../../core/desk/desk-now.js';
import type { MutedPerson } from '../../core/desk/desk-settings.js';
import { panelId, type SlackUserId } from '../../core/ids.js';
import { quote } from '../../core/post/plain.js';
import type { CoverRequest } from '../../core/rota/cover.js';
import { onShift } from '../../core/rota/duty.js';
import { lastLookedText } from '../../core/sentences/outage-sentences.js';
import { dateText, momentText, nameOf } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { spanAndDayText } from '../../core/sentences/shift-times.js';
import { say, sayCount, type WordKey } from '../../core/words/words.js';
import { actionIds, type CoverOption, callbackIds, coverActionId } from '../ids.js';
import { actions, bold, button, line, quoted, rich } from '../parts/blocks.js';
import { panelRef, refTo } from '../parts/buttons.js';
import { practiceMark } from '../parts/modal.js';
import { shortText, shownName } from '../parts/patron.js';
import { findCover, nowLine, weekLines } from '../parts/rota-lines.js';
import { flaggedLine } from '../parts/status.js';

const SHOWN_DRAFTS = 10;
const SHOWN_FLAGGED = 5;
const SHOWN_REQUESTS = 5;
const SHOWN_MUTED = 10;
const MAX_DRAFT = 120;

/** The App Home of a person, whether they answer for the library or not. */
export const homeViewOf = (content: HomeContent): HomeView =>
  'desks' in content ? homeView(content.desks) : strangerHomeView(content.desk, content.refusal);

/** The App Home: whether the person is on shift, what waits, their drafts, and this week. */
export const homeView = (desks: readonly DeskAtHome[]): HomeView => ({
  type: 'home',
  callback_id: callbackIds.home,
  blocks: desks.flatMap((one, _, all) => [
    ...(all.length > 1 ? [rich(line(bold(`@${one.desk.account.handle}`)))] : []),
    ...deskBlocks(one),
  ]),
});

/** For somebody who does not answer for the library. */
export const strangerHomeView = (desk: Desk, refusal: Refusal): HomeView => ({
  type: 'home',
  callback_id: callbackIds.home,
  // Why somebody may not answer names no time.
  blocks: [rich(line(refusalSentence(desk, refusal, 0)))],
});

function deskBlocks({
  desk,
  user,
  waiting,
  flagged = [],
  drafts,
  asked,
  muted,
  pause,
  lastLookAt,
  now,
}: DeskAtHome): KnownBlock[] {
  const { words } = desk;
  const [first] = waiting;
  const hidden = drafts.length - SHOWN_DRAFTS;
  return [
    ...practiceMark(desk),
    rich(
      line(bold(shiftLine(desk, user, now))),
      ...(pause ? [line(pausedLine(desk, pause, now))] : []),
      ...(lastLookAt === undefined ? [] : [line(lastLookedText(desk, lastLookAt, now))]),
    ),
    ...(first
      ? actions(
          button({
            id: actionIds.next,
            label: say(words, 'button.answer-next-waiting', { count: waiting.length }),
            ref: refTo(first, desk),
            primary: true,
          }),
        )
      : [rich(line(say(words, lastLookAt === undefined ? 'waiting.nothing' : 'waiting.nothing-known')))]),
    ...flaggedBlocks(flagged, desk, now),
    ...(drafts.length > 0 ? [rich(line(bold(say(words, 'home.drafts'))))] : []),
    ...drafts.slice(0, SHOWN_DRAFTS).flatMap((card) => draftBlocks(card, desk)),
    ...(hidden > 0 ? [rich(line(say(words, 'waiting.more', { count: hidden })))] : []),
    ...(asked ?? []).slice(0, SHOWN_REQUESTS).flatMap((request) => askedBlocks(request, user, desk, now)),
    ...(muted ?? []).slice(0, SHOWN_MUTED).flatMap((one) => mutedBlocks(one, user, desk)),
    ...actions(findCover(desk)),
    rich(...weekLines(desk, now)),
  ];
}

function shiftLine(desk: Desk, user: SlackUserId, now: number): string {
  const mine = onShift(desk.rota, now).find(({ member }) => member.slackId === user);
  return mine
    ? say(desk.words, 'home.on-shift', { time: momentText(desk, mine.untilMs, now) })
    : nowLine(desk, now);
}

function pausedLine(desk: Desk, pause: NonNullable<DeskAtHome['pause']>, now: number): string {
  const { by, at, reason } = pause;
  return say(desk.words, 'home.paused', {
    name: nameOf(desk, by),
    time: momentText(desk, at, now),
    reason,
  });
}

function askedBlocks(request: CoverRequest, user: SlackUserId, desk: Desk, now: number): KnownBlock[] {
  const { asked = '', id, whose } = request;
  const asks = say(desk.words, whose === user ? 'cover.waits' : 'cover.waits-for', {
    asked: nameOf(desk, asked),
    name: nameOf(desk, whose),
    when: spanAndDayText(desk, request, now),
  });
  const ref = panelRef({ id: panelId(`cover-${id}`) }, desk, id);
  const press = (option: CoverOption, label: WordKey) =>
    button({ id: coverActionId(option), label: say(desk.words, label), ref });
  return [
    rich(line(asks)),
    ...actions(press('everyone', 'find.everyone'), press('withdraw', 'button.never-mind')),
  ];
}

/** Everybody reads why somebody's posts don't arrive; a lead can end it. */
function mutedBlocks({ person, handle, by, until }: MutedPerson, user: SlackUserId, desk: Desk) {
  const fill = { handle, name: nameOf(desk, by), date: dateText(desk, until) };
  const said = rich(line(say(desk.words, 'home.muted-person', fill)));
  if (!memberOf(desk, user)?.lead) return [said];
  const ref = { desk: desk.id, muted: person };
  return [
    said,
    ...actions(button({ id: actionIds.unmutePerson, label: say(desk.words, 'button.unmute'), ref })),
  ];
}

function flaggedBlocks(flagged: readonly Card[], desk: Desk, now: number): KnownBlock[] {
  if (flagged.length === 0) return [];
  const hidden = flagged.length - SHOWN_FLAGGED;
  return [
    rich(line(bold(sayCount(desk, 'waiting.flagged', flagged.length)))),
    ...flagged
      .slice(0, SHOWN_FLAGGED)
      .flatMap((card) => [rich(flaggedLine(card, desk, now)), ...actions(openButton(card, desk))]),
    ...(hidden > 0 ? [rich(line(say(desk.words, 'waiting.more', { count: hidden })))] : []),
  ];
}

const openButton = (card: Card, desk: Desk) =>
  button({ id: actionIds.open, label: say(desk.words, 'button.open'), ref: refTo(card, desk) });

function draftBlocks(card: Card, desk: Desk): KnownBlock[] {
  const words = quote(card.draft?.text ?? '', MAX_DRAFT);
  const act = waitingAct(card);
  const said = act.kind === 'mention' ? `: ${shortText(act, desk, MAX_DRAFT)}` : '';
  return [rich(line(`${shownName(card.patron)}${said}`), quoted(words)), ...actions(openButton(card, desk))];
}
