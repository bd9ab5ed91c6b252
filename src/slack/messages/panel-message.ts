import type { Button, KnownBlock, Overflow } from '@slack/web-api';
import type { MessageContent, Panel, PanelOutcome } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { dayMs } from '../../core/durations.js';
import type { Patron } from '../../core/post/post.js';
import { isSameDay, localDay, localTime } from '../../core/rota/local-time.js';
import { listOf, momentText, nameOf, postUrl, weekdayText } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds, panelActionId } from '../ids.js';
import { beside } from '../parts/beside.js';
import {
  actions,
  bold,
  button,
  cut,
  escapeText,
  fallbackText,
  type Inline,
  line,
  link,
  type Message,
  overflow,
  rich,
  richSay,
  text,
} from '../parts/blocks.js';
import { panelButton, panelRef } from '../parts/buttons.js';
import { contextLines } from '../parts/context.js';
import { ofDesk } from '../parts/desk-mark.js';
import { shortText, shownName } from '../parts/patron.js';
import { askedMessage, questionText } from './asked-message.js';
import { coverMessage } from './cover-message.js';
import { firstWordsMessage } from './first-words-message.js';
import { type Counted, linkOnlyPanel } from './link-only-panel.js';
import { reportMessage } from './report-message.js';
import { toOnePerson } from './to-one-person.js';

type PanelContent = Extract<MessageContent, { panel: Panel }>;

const MAX_QUOTE = 150;
/** In characters: X allows 50, which three people may not fill a phone with. */
const MAX_NAME = 30;
/** Slack takes blocks of about 11,000 characters in all, and nobody reads as many. */
const MAX_NOTICE = 3000;

/** The message of a panel: for several cards, or for one person. */
export function panelMessage(shown: PanelContent, desk: Desk, now: number): Message {
  const made = panelWithoutName(shown, desk, now);
  const isNamed = desk.amongSeveral && shown.panel.to !== undefined && !shown.parts?.length;
  return isNamed ? ofDesk(desk, made) : made;
}

function panelWithoutName(shown: PanelContent, desk: Desk, now: number): Message {
  if (shown.panel.purgedAt !== undefined) return messageOf([say(desk.words, 'kept.private')]);
  if (desk.account.linkOnly) {
    const counted = countedOf(shown.panel, desk, now);
    if (counted) return linkOnlyPanel(shown, counted, desk);
  }
  switch (shown.panel.kind) {
    case 'notice':
      return notice(shown.panel, desk);
    case 'digest':
      return digest(shown, desk, now);
    case 'fold':
      return fold(shown, desk, now);
    case 'asked':
      return askedMessage(shown.panel, shown.inPanel, desk, now);
    case 'cover':
      return coverMessage(shown.panel, desk, now);
    case 'report':
      return reportMessage(shown.panel, desk, now);
    default:
      return toOnePerson(shown, desk, now);
  }
}

/** What several cards are in a desk that only links, and what became of them; undefined for other messages. */
function countedOf(panel: Panel, desk: Desk, now: number): Counted | undefined {
  const { kind, outcome, startedAt } = panel;
  const since = { since: sinceOf(desk, startedAt, now) };
  const said = outcome && { outcome: outcomeOf(outcome, desk, now) };
  switch (kind) {
    case 'digest':
      return { ...said, counted: (count) => sayCount(desk, 'panel.followers', count, since) };
    case 'fold':
      return { ...said, counted: (count) => sayCount(desk, 'panel.replies', count) };
    case 'asked': {
      const question = questionText(panel, desk);
      return { ...said, counted: (count) => `${question} · ${sayCount(desk, 'answers.count', count)}` };
    }
    default:
      return undefined;
  }
}

function notice({ about, firstWords, text: said = '' }: Panel, desk: Desk): Message {
  if (firstWords) return firstWordsMessage(said, desk);
  const text = cut(said, MAX_NOTICE);
  if (!about) return messageOf([text]);
  const ref = { desk: desk.id, card: about };
  return messageOf(
    [text],
    actions(button({ id: actionIds.open, label: say(desk.words, 'button.open'), ref })),
  );
}

/** "7 new followers since Friday: Sam Okafor, Inês Duarte and 5 more", with buttons for all of them, or with what was done. */
function digest({ panel, inPanel, named = [] }: PanelContent, desk: Desk, now: number): Message {
  const { words } = desk;
  const since = { since: sinceOf(desk, panel.startedAt, now) };
  const { outcome } = panel;
  const waits = inPanel.open.length;
  const choose = panelButton('people', say(words, 'button.choose'), panel, desk);
  const automated = inPanel.automated ? sayCount(desk, 'panel.automated', inPanel.automated) : '';
  if (outcome) {
    const followed = sayCount(desk, 'panel.followers', inPanel.all.length, since);
    return over(outcomeOf(outcome, desk, now), joined(followed, automated), choose);
  }
  if (!waits) {
    const followed = sayCount(desk, 'panel.followers-done', inPanel.all.length, since);
    return over(followed, joined(say(words, 'panel.nobody-left'), automated), choose);
  }
  const counted = bold(sayCount(desk, 'panel.followers', waits, since));
  const names = namesOf(named, waits, desk);
  const said = [
    ...(names ? richSay(words, 'panel.names', { counted, names }) : [counted]),
    ...(automated ? [text(` · ${automated}`)] : []),
  ];
  const hello = panelButton('say-hello', say(words, 'button.say-hello'), panel, desk);
  const skip = { label: say(words, 'button.skip-all'), ref: panelRef(panel, desk, 'skip-all') };
  return {
    text: fallbackText(said),
    blocks: [rich(line(...said)), ...actions(hello, choose, overflow(panelActionId('menu'), [skip]))],
  };
}

/** "Sam Okafor, Inês Duarte and 5 more", of `count` people; "" where nobody is named. */
function namesOf(named: readonly Patron[], count: number, desk: Desk): string {
  const shown = named.slice(0, count).map((patron) => cut(shownName(patron), MAX_NAME));
  if (shown.length === 0) return '';
  const more = count - shown.length;
  return listOf(desk, [...shown, ...(more > 0 ? [sayCount(desk, 'panel.more-names', more)] : [])]);
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** "14 replies in one conversation", how many of them wait, and the newest. */
function fold({ panel, inPanel, newest }: PanelContent, desk: Desk, now: number): Message {
  const { words } = desk;
  const { outcome, conversation } = panel;
  const waits = inPanel.open.length;
  const replies = (key: 'panel.replies' | 'panel.replies-done') => sayCount(desk, key, inPanel.all.length);
  const view = conversation ? [text(' · '), link(postUrl(desk, conversation), say(words, 'panel.view'))] : [];
  if (outcome) {
    const hint = joined(replies('panel.replies'), say(words, 'panel.muted-hint'));
    return over(outcomeOf(outcome, desk, now), hint, menuOf(panel, desk, 'unmute'), view);
  }
  if (!waits) {
    return over(
      replies('panel.replies-done'),
      say(words, 'panel.nobody-waits'),
      menuOf(panel, desk, 'mute'),
      view,
    );
  }
  return messageOf(
    [joined(replies('panel.replies'), sayCount(desk, 'panel.waiting', waits)), ...view],
    newestLine(newest, desk),
    actions(
      panelButton('people', say(words, 'button.show'), panel, desk),
      panelButton('mute', say(words, 'button.mute'), panel, desk),
    ),
  );
}

/** *Show*, and whether the conversation is muted, behind "···". */
const menuOf = (panel: Panel, desk: Desk, muting: 'mute' | 'unmute') =>
  overflow(panelActionId('menu'), [
    { label: say(desk.words, 'button.show'), ref: panelRef(panel, desk, 'people') },
    { label: say(desk.words, `button.${muting}`), ref: panelRef(panel, desk, muting) },
  ]);

function newestLine(newest: Card | undefined, desk: Desk): KnownBlock[] {
  const act = newest?.acts.findLast((one) => one.kind === 'mention' && !one.gone);
  if (!newest || act?.kind !== 'mention') return [];
  const fill = { name: shownName(newest.patron), quote: shortText(act, desk, MAX_QUOTE) };
  const around = { desk, isShown: () => false, max: MAX_QUOTE };
  return [rich(...contextLines(act, newest.patron.id, around), line(say(desk.words, 'panel.newest', fill)))];
}

function outcomeOf({ how, by, at }: PanelOutcome, desk: Desk, now: number): string {
  const key = how === 'rest' ? 'answers.rest' : (`panel.${how}` as const);
  return say(desk.words, key, { name: nameOf(desk, by ?? ''), time: momentText(desk, at, now) });
}

/** "10:42" today, "Friday" within the last six days, else the date. */
function sinceOf(desk: Desk, at: number, now: number): string {
  if (isSameDay(desk.rota, at, now)) return localTime(desk.rota, at);
  if (now - at > sixDaysMs) return momentText(desk, at, now);
  return weekdayText(desk, localDay(desk.rota, at).weekday, 'long');
}

const sixDaysMs = 6 * dayMs;

/**
 * A message about which nothing is left to do, in two lines as a finished card: what became of it, with what may still be
 * pressed beside, and a line of rich text, which may end with a link.
 */
const over = (
  said: string,
  second: string,
  pressed: Button | Overflow,
  view: readonly Inline[] = [],
): Message => ({
  text: escapeText(joined(said, second)),
  blocks: [beside([[text(said)]], pressed), rich(line(second, ...view))],
});

/** A message of one line, whose first part is bold and also its `text`, and of blocks below it. */
function messageOf(
  [first = '', ...more]: readonly (Inline | string)[],
  ...below: readonly KnownBlock[][]
): Message {
  const lead = typeof first === 'string' ? first : '';
  return {
    text: escapeText(lead),
    blocks: [rich(line(bold(lead), ...more)), ...below.flat()],
  };
}
