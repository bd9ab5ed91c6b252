import type { Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { urgentWordOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { answerBy, waitsForShift } from '../../core/due/deadlines.js';
import { onShift } from '../../core/rota/duty.js';
import { whoOf } from '../../core/sentences/kept-sentences.js';
import { actUrl, momentText } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds, starterActionId } from '../ids.js';
import { actions, bold, button, escapeText, line, link, type Message, rich } from '../parts/blocks.js';
import { refTo, startersOf } from '../parts/buttons.js';
import { openThere } from '../parts/link-only.js';
import { statusOf, urgentMark } from '../parts/status.js';
import { aboutCard, answerNext } from './staff-messages.js';

/**
 * "🚨 Urgent: 'collapsed'. Maya, 'Somebody collapsed on the stairs'", to one person, with the way to answer; later who
 * answers, so that nobody has to ask. The patron's words go with the answer: X may want them removed afterwards.
 */
export function urgentMessage(card: Card, desk: Desk, now: number): Message {
  const { words } = desk;
  const found = urgentWordOf(card);
  const state = statusOf(card, desk, now)?.sentence ?? say(words, 'draft.nobody');
  if (isDone(card) || found === undefined) {
    const over = say(words, 'urgent.over', { first: whoOf(card, desk), state });
    return { text: escapeText(over), blocks: [rich(line(over))] };
  }
  const [mark = ''] = urgentMark(card, desk);
  const about = aboutCard(card, desk);
  const there = card.linkOnly ? undefined : actUrl(desk, card);
  const view = there ? [' · ', link(there, say(words, 'card.view'))] : [];
  return {
    text: escapeText(`${mark} ${about}`),
    blocks: [rich(line(bold(mark)), line(about, ...view), line(state)), ...actions(wayIn(card, desk))],
  };
}

/**
 * "A colleague's shift is over. 2 posts that they were called to still wait. First: Maya, 'Do you have…' · please answer by
 * 14:42"; later that none of them waits.
 */
export function handoverMessage(cards: readonly Card[], panel: Panel, desk: Desk, now: number): Message {
  const { words } = desk;
  const byOf = (card: Card) => answerBy(desk, card) ?? Number.POSITIVE_INFINITY;
  const waiting = cards.filter(waitsForShift).toSorted((a, b) => byOf(a) - byOf(b));
  const [first] = waiting;
  if (!first) {
    const over = say(words, 'reminder.over');
    return { text: escapeText(over), blocks: [rich(line(over))] };
  }
  const isOn = onShift(desk.rota, panel.startedAt).some(({ member }) => member.slackId === panel.to);
  const said = sayCount(desk, isOn ? 'handover.to-shift' : 'handover.to-fallback', waiting.length);
  const by = answerBy(desk, first);
  const wanted = by === undefined ? [] : [say(words, 'card.answer-by', { time: momentText(desk, by, now) })];
  const about = [aboutCard(first, desk), ...wanted].join(' · ');
  const which = waiting.length === 1 ? about : say(words, 'handover.first', { about });
  return {
    text: escapeText(`${said} ${which}`),
    blocks: [rich(line(bold(said), ` ${which}`)), ...actions(answerNext(first, desk))],
  };
}

/** The first starter of an open card; else *Open*. */
function wayIn(card: Card, desk: Desk) {
  if (card.linkOnly) return openThere(card, desk);
  const [starter] = card.state === 'open' && !card.flag ? startersOf(card, desk) : [];
  return button({
    id: starter ? starterActionId(starter.id) : actionIds.open,
    label: starter?.label ?? say(desk.words, 'button.open'),
    ref: refTo(card, desk),
    primary: true,
  });
}
