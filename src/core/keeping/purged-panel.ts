import type { MessageContent, Panel } from '../board/panel.js';
import type { Token } from '../ids.js';
import { omit } from '../omit.js';
import { isPurged } from './purged-card.js';

/** A private message that says nothing of patrons any more, and lists no card. `at` is Unix ms. */
export const purgedPanel = (
  { id, format, kind, to, version, startedAt, message, saidBy }: Panel,
  at: number,
): Panel => ({
  id,
  format,
  kind,
  ...(to ? { to } : {}),
  version: version + 1,
  startedAt,
  closed: true,
  ...(message ? { message } : {}),
  ...(saidBy ? { saidBy } : {}),
  lists: [],
  purgedAt: at,
});

/** Whether a message shall say nothing of patrons any more: it may be changed to that wherever it stands. */
export const isBlank = (content: MessageContent): boolean =>
  'card' in content ? isPurged(content.card) : content.panel.purgedAt !== undefined;

/**
 * A private message that may stand in Slack though its record does not say so: a recovery reads the channel alone. It is looked
 * for there, also once it says nothing any more. `token` marks one that has no record.
 */
export function asMayStand(panel: Panel, token: Token): Panel {
  const { erased, message, purgedAt, startedAt, to } = panel;
  const isOver = purgedAt !== undefined && !erased;
  if (!to || isOver || message?.ts !== undefined) return panel;
  const known = message ? omit(message, 'quiet') : { token, slotAt: 0, shown: 0, to };
  return { ...panel, message: { begunAt: startedAt, ...known } };
}
