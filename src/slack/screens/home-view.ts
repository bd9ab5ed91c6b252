import type { HomeView, KnownBlock } from '@slack/web-api';
import { type DeskAtHome, type HomeContent, mostWaitingAtHome } from '../../core/board/home.js';
import type { Card } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import type { Desk } from '../../core/desk/desk.js';
import { memberOf } from '../../core/desk/desk-now.js';
import type { MutedPerson } from '../../core/desk/desk-settings.js';
import { inOrderOver } from '../../core/due/order.js';
import { panelId, type SlackUserId } from '../../core/ids.js';
import type { CoverRequest } from '../../core/rota/cover.js';
import { onShift } from '../../core/rota/duty.js';
import { deskName } from '../../core/sentences/desk-names.js';
import { lastLookedText } from '../../core/sentences/outage-sentences.js';
import { accountUrl, dateText, momentText, nameOf } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { spanAndDayText } from '../../core/sentences/shift-times.js';
import { say, sayCount, type WordKey } from '../../core/words/words.js';
import { actionIds, type CoverOption, callbackIds, coverActionId } from '../ids.js';
import { actions, bold, button, line, link, rich } from '../parts/blocks.js';
import { panelRef, refTo } from '../parts/buttons.js';
import {
  draftEntry,
  flaggedEntry,
  holdEntry,
  homeList,
  toCheckEntry,
  waitingEntry,
} from '../parts/home-lists.js';
import { openThere } from '../parts/link-only.js';
import { practiceMark } from '../parts/practice.js';
import { findCover, nowLine, weekLines } from '../parts/rota-lines.js';

/** How many of each list the Home of one desk shows. */
const mostShown = {
  waiting: mostWaitingAtHome,
  toCheck: 5,
  drafts: 10,
  flagged: 5,
  requests: 5,
  holds: 5,
  muted: 10,
} as const;
/** Slack's limit for a Home. */
const MAX_BLOCKS = 100;

/** The App Home of a person, whether they answer for the library or not. */
export function homeViewOf(content: HomeContent): HomeView {
  if ('desks' in content) return homeView(content.desks);
  return 'resting' in content
    ? lineHomeView(content.desk, say(content.desk.words, 'kept.home'))
    : strangerHomeView(content.desk, content.refusal);
}

/** The App Home: whether the person is on shift, what waits, their drafts, and this week. */
export function homeView(desks: readonly DeskAtHome[]): HomeView {
  const real = desks.filter(({ desk }) => !desk.account.practice);
  const areSeveral = real.length > 1;
  const blocks = desks.flatMap((one) => [
    ...(desks.length > 1 ? [rich(line(bold(deskName(one.desk))))] : []),
    ...deskBlocks(one, desks.length, !(areSeveral && real.includes(one))),
  ]);
  return {
    type: 'home',
    callback_id: callbackIds.home,
    blocks: [...(areSeveral ? nextOverAll(real) : []), ...blocks].slice(0, MAX_BLOCKS),
  };
}

/** One *Answer next* for all desks: it opens what is due first. */
function nextOverAll(desks: readonly DeskAtHome[]): KnownBlock[] {
  const all = inOrderOver(desks.flatMap(({ desk, waiting }) => waiting.map((card) => ({ card, desk }))));
  const [first] = all.filter(({ card }) => !card.linkOnly);
  const count = desks.reduce((sum, one) => sum + countAt(one), 0);
  return first ? actions(nextButton(first, count)) : [];
}

/** How many cards wait there that the person may take. */
const countAt = ({ waiting, waitingCount = waiting.length }: DeskAtHome): number => waitingCount;

const nextButton = ({ card, desk }: { readonly card: Card; readonly desk: Desk }, count: number) =>
  button({
    id: actionIds.next,
    label: say(desk.words, 'button.answer-next-waiting', { count }),
    ref: refTo(card, desk),
    primary: true,
  });

/** For somebody who does not answer for the library. Why they may not names no time. */
export const strangerHomeView = (desk: Desk, refusal: Refusal): HomeView =>
  lineHomeView(desk, refusalSentence(desk, refusal, 0));

const lineHomeView = (desk: Desk, said: string): HomeView => ({
  type: 'home',
  callback_id: callbackIds.home,
  blocks: [...practiceMark(desk), rich(line(said))],
});

/** Several desks share the room that one has. `hasNext`: it has an *Answer next* of its own. */
function deskBlocks(atHome: DeskAtHome, desks: number, hasNext: boolean): KnownBlock[] {
  const {
    desk,
    user,
    waiting,
    toCheck = [],
    flagged = [],
    drafts,
    holds = [],
    pause,
    lastLookAt,
    lookInX,
    now,
  } = atHome;
  const { words } = desk;
  const most = (list: keyof typeof mostShown) => Math.max(1, Math.floor(mostShown[list] / desks));
  const [first] = waiting;
  // What is true of both sides stands with the public one.
  const above = [
    ...(desk.inPrivate ? [] : [line(bold(shiftLine(desk, user, now)))]),
    ...(pause && !desk.inPrivate ? [line(pausedLine(desk, pause, now))] : []),
    ...(lastLookAt === undefined ? [] : [line(lastLookedText(desk, lastLookAt, now))]),
  ];
  return [
    ...practiceMark(desk),
    ...(above.length > 0 ? [rich(...above)] : []),
    ...(lookInX ? encryptedBlocks(desk) : []),
    ...(first
      ? actions(
          ...(first.linkOnly
            ? [openThere(first, desk)]
            : hasNext
              ? [nextButton({ card: first, desk }, countAt(atHome))]
              : []),
        )
      : [rich(line(say(words, lastLookAt === undefined ? 'waiting.nothing' : 'waiting.nothing-known')))]),
    ...homeList(
      say(words, 'home.waiting'),
      waiting,
      most('waiting'),
      desk,
      (card) => waitingEntry(card, desk, now),
      countAt(atHome),
    ),
    ...homeList(say(words, 'home.to-check'), toCheck, most('toCheck'), desk, (card) =>
      toCheckEntry(card, desk, now),
    ),
    ...homeList(say(words, 'home.drafts'), drafts, most('drafts'), desk, (card) => draftEntry(card, desk)),
    ...homeList(sayCount(desk, 'waiting.flagged', flagged.length), flagged, most('flagged'), desk, (card) =>
      flaggedEntry(card, desk, now),
    ),
    ...homeList(say(words, 'home.holds'), holds, most('holds'), desk, (card) => holdEntry(card, desk)),
    ...(desk.inPrivate ? [] : ofBothSides(atHome, most)),
  ];
}

/** What a private side shares with its desk stands with that one. */
function ofBothSides(
  { desk, user, asked, muted, now }: DeskAtHome,
  most: (list: keyof typeof mostShown) => number,
): KnownBlock[] {
  return [
    ...(asked ?? []).slice(0, most('requests')).flatMap((request) => askedBlocks(request, user, desk, now)),
    ...(muted ?? []).slice(0, most('muted')).flatMap((one) => mutedBlocks(one, user, desk)),
    ...actions(findCover(desk)),
    rich(...weekLines(desk, now)),
  ];
}

/** Once a day, until somebody looked. */
const encryptedBlocks = (desk: Desk): KnownBlock[] => [
  rich(line(say(desk.words, 'home.encrypted'))),
  ...actions(
    button({ id: actionIds.lookedInX, label: say(desk.words, 'button.looked-in-x'), ref: { desk: desk.id } }),
  ),
];

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
  const said = rich(
    handle === ''
      ? line(
          say(desk.words, 'home.muted-unnamed', fill),
          ' · ',
          link(accountUrl(desk, person), say(desk.words, 'card.view')),
        )
      : line(say(desk.words, 'home.muted-person', fill)),
  );
  if (!memberOf(desk, user)?.lead) return [said];
  const ref = { desk: desk.id, muted: person };
  return [
    said,
    ...actions(button({ id: actionIds.unmutePerson, label: say(desk.words, 'button.unmute'), ref })),
  ];
}
