import type { Panel } from '../board/panel.js';
import type { Card } from '../card/card.js';
import { pendingEvents } from '../card/decide.js';
import { isDone } from '../card/message.js';
import type { Desk } from '../desk/desk.js';
import { dayMs } from '../durations.js';
import { openDaysAfter } from '../rota/open-hours.js';
import { remembered } from '../rota/remembered.js';
import { forgottenFrom, isOutOfSlack, isPanelOutOfSlack } from './erased.js';
import { isPurged } from './purged-card.js';

/** How long the bare record of a card is kept for reports (ms), as long as a month's bill. */
export const recordForMs = 400 * dayMs;
/** How long the record of a private message is kept once it says nothing any more (ms). */
const panelRecordForMs = 30 * dayMs;

/** What the times of keeping need of a desk. */
export type KeepingRules = Pick<Desk, 'keep' | 'rota'>;

/** Whether its patron removed all that they did, or the network shows us nothing of them any more. */
export const hasNothingLeft = ({ acts }: Card): boolean => acts.every(({ gone }) => gone);

/**
 * When what a card contains goes (Unix ms): so many open days after its last change, and not while a lead keeps it; at once
 * where nothing of it is left on the network, as soon as people were told. Undefined while it is not closed, flagged, or
 * purged already.
 */
export function purgeAt(rules: KeepingRules, card: Card): number | undefined {
  if (!isDone(card) || card.flag || isPurged(card)) return undefined;
  if (hasNothingLeft(card) && pendingEvents(card).length === 0) return card.changedAt;
  const from = forgottenFrom(card) ?? keptUntil(rules, card.changedAt);
  return Math.max(from, card.hold?.until ?? 0);
}

/** When the record of a purged card goes (Unix ms); undefined for all others, and for an erased one that is still in Slack. */
export function cardEndsAt(card: Card): number | undefined {
  if (card.erased) return isOutOfSlack(card) ? card.changedAt : undefined;
  return isPurged(card) ? card.changedAt + recordForMs : undefined;
}

/**
 * When a private message stops saying what it said of patrons (Unix ms); undefined where it says nothing of any. It may
 * show any card that waited when it was made, and a card that waited then is not purged before.
 */
export function panelPurgeAt(rules: KeepingRules, panel: Panel): number | undefined {
  const { kind, purgedAt, startedAt, to } = panel;
  const saysNothing = kind === 'notice' || kind === 'cover' || kind === 'report';
  if (to === undefined || saysNothing || purgedAt !== undefined) return undefined;
  return keptUntil(rules, startedAt);
}

/**
 * When the record of a message that shows several cards, or of a notice, goes (Unix ms); undefined for an erased one that is
 * still in Slack.
 */
export function panelEndsAt(panel: Panel): number | undefined {
  const { erased, purgedAt, startedAt } = panel;
  if (erased) return isPanelOutOfSlack(panel) ? startedAt : undefined;
  return purgedAt === undefined ? startedAt + recordForMs : purgedAt + panelRecordForMs;
}

function keptUntil({ keep, rota }: KeepingRules, fromMs: number): number {
  const { openDays } = keep;
  const at = remembered(rota, ['kept', fromMs, openDays], () => openDaysAfter(rota, fromMs, openDays));
  return at ?? fromMs;
}
