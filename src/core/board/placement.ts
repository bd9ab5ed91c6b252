import type { Card } from '../card/card.js';
import { cardKey, formerKey, isDone, isFormerKey } from '../card/message.js';
import { answersUs, isFollow, isHello, isQuestion, urgentWordOf, waitingAct } from '../card/select.js';
import { dayMs } from '../durations.js';
import { type PanelId, panelId } from '../ids.js';
import { omit } from '../omit.js';
import { isSameDay, localDate } from '../rota/local-time.js';
import { isOpen } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';
import { isAskedPanel, isPlainAnswer } from './gathered.js';
import type { Panel, Series } from './panel.js';

/** How many new followers in a shift get a message of their own; the digest shows the others. */
export const followersWithOwnMessage = 2;
/** From this number on, people who wait in one conversation share a message. */
export const foldFromCards = 3;

/**
 * Whether a card must have a message of its own: a question, an urgent word, a hello, a card that went to a colleague to
 * answer or to check, or that of a patron who talks to us after an answer to our question.
 */
export function needsOwnMessage(card: Card): boolean {
  if (isHello(card)) return true;
  if (isDone(card)) return false;
  if (isAskedPanel(card.panel) && !isPlainAnswer(card)) return true;
  if (answersUs(card) && card.answers.length > 0) return true;
  const act = waitingAct(card);
  const hadColleague = card.passes.length > 0 || card.review !== undefined || card.note?.back === true;
  return isQuestion(act) || urgentWordOf(card) !== undefined || hadColleague;
}

/** Whether a card may share a message with others of its conversation. */
export const isFoldable = (card: Card): boolean =>
  card.state === 'open' && !isFollow(card) && !needsOwnMessage(card) && !isPlainAnswer(card);

/** Whether a card may share a message with other answers to the same question of ours. */
export const isGatherable = (card: Card): boolean =>
  card.state === 'open' && isPlainAnswer(card) && !needsOwnMessage(card);

/**
 * The name under which the store keeps a series: `digest`, `fold-<conversation>`, `asked-<conversation>`, or for one person `reminder-<person>`,
 * `told-<person>` and `flags-<person>`.
 */
export function seriesName(series: Series): string {
  if (series.kind === 'digest') return 'digest';
  return `${series.kind}-${'to' in series ? series.to : series.conversation}`;
}

/** The id for the n-th new panel of a series (1-based). For a digest `now` (Unix ms) gives the day. */
export function nthPanelId(series: Series, rota: Rota, now: number, n: number): PanelId {
  const first = series.kind === 'digest' ? `digest-${localDate(rota, now)}` : seriesName(series);
  return panelId(n === 1 ? first : `${first}-${n}`);
}

/**
 * Whether the next card of a series needs a new panel: this one is closed, or it is of an earlier day, too far up in
 * the channel, and the library is open now. A muted conversation gets no new one for that.
 */
export function isPanelOver(panel: Panel, rota: Rota, now: number): boolean {
  if (panel.closed) return true;
  return panel.outcome?.how !== 'muted' && !isSameDay(rota, panel.startedAt, now) && isOpen(rota, now);
}

/** The card when a panel shows it. Its own message becomes a link to the panel. */
export const intoPanel = (card: Card, panel: PanelId): Card => ({
  ...withoutOwnMessage(omit(card, 'panelShown')),
  panel,
});

/** The card when it gets a message of its own. */
export const outOfPanel = (card: Card): Card => withStaleLinks(omit(card, 'panel', 'panelShown'));

/** Whether a card waits again whose message is older than a day, and so too far up in the channel. */
export function isMessageTooOld(card: Card): boolean {
  const own = card.messages[cardKey];
  if (card.state !== 'open' || own?.ts === undefined || own.begunAt === undefined) return false;
  const reopened = card.history.findLast(({ action }) => action === 'another-act' || action === 'reopen');
  return reopened !== undefined && reopened.at > own.begunAt + dayMs;
}

/**
 * The card without its message. One that was posted becomes a former message: a link to where the card is shown now.
 */
export function withoutOwnMessage(card: Card): Card {
  const { [cardKey]: own, ...messages } = card.messages;
  if (!own) return card;
  const isPosted = own.ts !== undefined || own.begunAt !== undefined;
  return withStaleLinks({
    ...card,
    messages: isPosted ? { ...messages, [formerKey(own)]: own } : messages,
  });
}

/** The card whose former messages lead to where it was shown before. */
function withStaleLinks(card: Card): Card {
  const messages = Object.entries(card.messages).map(([key, message]) => [
    key,
    isFormerKey(key) ? { ...message, shown: 0 } : message,
  ]);
  return { ...card, messages: Object.fromEntries(messages) };
}
