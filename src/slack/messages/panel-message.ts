import type { KnownBlock } from '@slack/web-api';
import type { MessageContent, Panel, PanelOutcome } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { dayMs } from '../../core/durations.js';
import { slackUserId } from '../../core/ids.js';
import { isSameDay, localDay, localTime } from '../../core/rota/local-time.js';
import { momentText, nameOf, postUrl, weekdayText } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds, panelActionId } from '../ids.js';
import {
  actions,
  bold,
  button,
  cut,
  escapeText,
  type Inline,
  line,
  link,
  type Message,
  overflow,
  rich,
} from '../parts/blocks.js';
import { panelButton, panelRef } from '../parts/buttons.js';
import { practiceMark } from '../parts/modal.js';
import { shortText, shownName } from '../parts/patron.js';
import { handoverMessage, urgentMessage } from './call-messages.js';
import { coverMessage } from './cover-message.js';
import { flagsMessage } from './flags-message.js';
import { idleMessage } from './idle-message.js';
import { reminderMessage, shiftEndMessage, summaryMessage } from './staff-messages.js';
import { restMessage, toldMessage } from './told-message.js';

type PanelContent = Extract<MessageContent, { panel: Panel }>;

const MAX_QUOTE = 150;
/** Slack takes blocks of about 11,000 characters in all, and nobody reads as many. */
const MAX_NOTICE = 3000;

/** The message of a panel: for several cards, or for one person. */
export function panelMessage(shown: PanelContent, desk: Desk, now: number): Message {
  const { text, blocks } = panelWithoutMark(shown, desk, now);
  return { text, blocks: [...practiceMark(desk), ...blocks] };
}

function panelWithoutMark(shown: PanelContent, desk: Desk, now: number): Message {
  switch (shown.panel.kind) {
    case 'notice':
      return notice(shown.panel, desk);
    case 'digest':
      return digest(shown, desk, now);
    case 'fold':
      return fold(shown, desk, now);
    case 'cover':
      return coverMessage(shown.panel, desk, now);
    default:
      return toOnePerson(shown, desk, now);
  }
}

function notice({ about, text: said = '' }: Panel, desk: Desk): Message {
  const text = cut(said, MAX_NOTICE);
  if (!about) return messageOf([text]);
  const ref = { desk: desk.id, card: about };
  return messageOf(
    [text],
    actions(button({ id: actionIds.open, label: say(desk.words, 'button.open'), ref })),
  );
}

function toOnePerson({ panel, cards = [] }: PanelContent, desk: Desk, now: number): Message {
  const to = panel.to ?? slackUserId('');
  const [card] = cards;
  if (panel.kind === 'told') return toldMessage(cards, panel, to, desk, now);
  if (panel.kind === 'rest') return restMessage(cards, desk);
  if (panel.kind === 'shift-start') return summaryMessage(cards, desk, to, panel.startedAt);
  if (panel.kind === 'reminder') return reminderMessage(cards, panel, desk, now);
  if (panel.kind === 'flags') return flagsMessage(cards, panel, to, desk, now);
  if (panel.kind === 'idle') return idleMessage(cards, panel, to, desk, now);
  if (panel.kind === 'handover') return handoverMessage(cards, panel, desk, now);
  if (panel.kind === 'urgent' && card) return urgentMessage(card, desk, now);
  return shiftEndMessage(cards, panel, to, desk, now);
}

/** "7 new followers since Friday", with buttons for all of them, or with what was done. */
function digest({ panel, inPanel }: PanelContent, desk: Desk, now: number): Message {
  const { words } = desk;
  const since = { since: sinceOf(desk, panel.startedAt, now) };
  const { outcome } = panel;
  const waits = inPanel.open.length;
  const counted = waits
    ? sayCount(desk, 'panel.followers', waits, since)
    : sayCount(desk, 'panel.followers-done', inPanel.all.length, since);
  const automated = inPanel.automated ? sayCount(desk, 'panel.automated', inPanel.automated) : '';
  const choose = panelButton('people', say(words, 'button.choose'), panel, desk);
  if (outcome) return messageOf([outcomeOf(outcome, desk, now)], actions(choose));
  const hello = panelButton('say-hello', say(words, 'button.say-hello'), panel, desk);
  const skip = { label: say(words, 'button.skip-all'), ref: panelRef(panel, desk, 'skip-all') };
  return messageOf(
    [[counted, automated].filter((part) => part !== '').join(' · ')],
    waits ? actions(hello, choose, overflow(panelActionId('menu'), [skip])) : actions(choose),
  );
}

/** "14 replies in one conversation", how many of them wait, and the newest. */
function fold({ panel, inPanel, newest }: PanelContent, desk: Desk, now: number): Message {
  const { words } = desk;
  const { outcome, conversation } = panel;
  const waits = inPanel.open.length;
  const counted = sayCount(desk, 'panel.replies', inPanel.all.length);
  const waiting = waits ? sayCount(desk, 'panel.waiting', waits) : say(words, 'panel.nobody-waits');
  const view = conversation ? [' · ', link(postUrl(desk, conversation), say(words, 'panel.view'))] : [];
  const show = panelButton('people', say(words, 'button.show'), panel, desk);
  if (outcome) {
    return messageOf(
      [`${outcomeOf(outcome, desk, now)} · ${counted}`, ...view],
      [rich(line(say(words, 'panel.muted-hint')))],
      actions(show, panelButton('unmute', say(words, 'button.unmute'), panel, desk)),
    );
  }
  return messageOf(
    [`${counted} · ${waiting}`, ...view],
    newestLine(newest, desk),
    actions(show, panelButton('mute', say(words, 'button.mute'), panel, desk)),
  );
}

function newestLine(newest: Card | undefined, desk: Desk): KnownBlock[] {
  const act = newest?.acts.findLast((one) => one.kind === 'mention' && !one.gone);
  if (!newest || act?.kind !== 'mention') return [];
  const fill = { name: shownName(newest.patron), quote: shortText(act, desk, MAX_QUOTE) };
  return [rich(line(say(desk.words, 'panel.newest', fill)))];
}

function outcomeOf({ how, by, at }: PanelOutcome, desk: Desk, now: number): string {
  return say(desk.words, `panel.${how}`, { name: nameOf(desk, by ?? ''), time: momentText(desk, at, now) });
}

/** "10:42" today, "Friday" within the last six days, else the date. */
function sinceOf(desk: Desk, at: number, now: number): string {
  if (isSameDay(desk.rota, at, now)) return localTime(desk.rota, at);
  if (now - at > sixDaysMs) return momentText(desk, at, now);
  return weekdayText(desk, localDay(desk.rota, at).weekday, 'long');
}

const sixDaysMs = 6 * dayMs;

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
