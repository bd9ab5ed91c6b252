import type { Card } from '../card/card.js';
import { cardMessage, formerMessage, isDone } from '../card/message.js';
import { waitsWith } from '../card/order.js';
import { isFollow, isHello } from '../card/select.js';
import { type PanelId, panelId } from '../ids.js';
import { omit } from '../omit.js';
import { isSameDay, localDate } from '../rota/local-time.js';
import { isOpen } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';
import type { Panel, Series } from './panel.js';

/** New followers with a card of their own in a shift; the others stand in the digest. */
export const ownFollowers = 2;
/** So many people who wait in one conversation share a message. */
export const foldedFrom = 3;

/** A question is never hidden; nor is a hello, or what somebody has and whom a line in its thread shall reach. */
export function needsOwnMessage(card: Card): boolean {
  if (isHello(card)) return true;
  if (isDone(card)) return false;
  const act = waitsWith(card);
  const isCalledFor = card.passes.length > 0 || card.review !== undefined || card.note?.back === true;
  return (act.kind === 'mention' && act.topic === 'question') || isCalledFor;
}

/** Somebody who waits in a conversation and may share a message with the others who do. */
export const isFoldable = (card: Card): boolean =>
  card.state === 'open' && !isFollow(card) && !needsOwnMessage(card);

/** `digest`, `fold-<conversation>`, or `reminder-<person>`. */
export function seriesName(series: Series): string {
  if (series.kind === 'digest') return 'digest';
  return series.kind === 'fold' ? `fold-${series.conversation}` : `reminder-${series.to}`;
}

/** The id of the n-th panel that a series can begin now. */
export function nthPanelId(series: Series, rota: Rota, now: number, n: number): PanelId {
  const first = series.kind === 'digest' ? `digest-${localDate(rota, now)}` : seriesName(series);
  return panelId(n === 1 ? first : `${first}-${n}`);
}

/**
 * Whether the next card of its series begins a new panel: on the next day that the library opens it would stand too far
 * up in the channel. A muted conversation is not brought down again.
 */
export function isOver(panel: Panel, rota: Rota, now: number): boolean {
  if (panel.closed) return true;
  return panel.outcome?.how !== 'muted' && !isSameDay(rota, panel.startedAt, now) && isOpen(rota, now);
}

/** The card as a panel shows it; its own message becomes a link to that. */
export const intoPanel = (card: Card, panel: PanelId): Card => ({
  ...withoutOwnMessage(omit(card, 'panelShown')),
  panel,
});

/** The card as one that gets a message of its own. */
export const outOfPanel = (card: Card): Card => omit(card, 'panel', 'panelShown');

/** Whether somebody waits again whose message is a day old, and too far up in the channel. */
export function isOutlived(card: Card): boolean {
  const own = card.messages[cardMessage];
  if (card.state !== 'open' || own?.ts === undefined || own.begunAt === undefined) return false;
  const again = card.history.findLast(({ action }) => action === 'another-act' || action === 'reopen');
  return again !== undefined && again.at > own.begunAt + dayMs;
}

const dayMs = 24 * 60 * 60_000;

/** The card before it is shown; what was posted of it becomes a link to where it is shown then. */
export function withoutOwnMessage(card: Card): Card {
  const { [cardMessage]: own, ...messages } = card.messages;
  if (!own) return card;
  const isPosted = own.ts !== undefined || own.begunAt !== undefined;
  return {
    ...card,
    messages: isPosted ? { ...messages, [formerMessage(own)]: { ...own, shown: 0 } } : messages,
  };
}
