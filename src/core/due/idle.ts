import type { RecordedAction } from '../card/actions.js';
import type { Card } from '../card/card.js';
import { isSetAside } from '../card/card-clock.js';
import type { Desk } from '../desk/desk.js';
import { type PanelId, panelId, type SlackUserId } from '../ids.js';
import { openTimePassedAt } from './deadlines.js';

/**
 * The person who works on a card: its holder, or the colleague who checks it. Undefined for a card that waits for a
 * check, and in all other states.
 */
export function assigneeOf({ state, holder, review }: Card): SlackUserId | undefined {
  if (state === 'in-review') return review?.reviewer;
  return state === 'claimed' || state === 'handed-off' ? holder?.id : undefined;
}

/** Steps by which an answer comes back to its writer. Earlier versions stored `begin` where this one stores `lapse`. */
const returningActions: readonly string[] = [
  'begin',
  'lapse',
  'reject',
  'edited',
  'withdraw',
] satisfies RecordedAction[];

/**
 * When a person last did something with a card, said that they still work on it, or got it back (Unix ms); 0 for never.
 */
function lastActivityAt({ draft, history, holder, kept }: Card, person: SlackUserId): number {
  return Math.max(
    holder?.id === person ? holder.since : 0,
    draft?.by === person ? draft.at : 0,
    kept?.by === person ? kept.at : 0,
    history.findLast(({ action, by }) => by === person || returningActions.includes(action))?.at ?? 0,
  );
}

/**
 * Whether a person works on a card and has done nothing with it after `since` (Unix ms). A flagged card never counts.
 */
export const isIdleWith = (card: Card, person: SlackUserId, since: number): boolean =>
  assigneeOf(card) === person && !card.flag && lastActivityAt(card, person) <= since;

/** How long a person has done nothing with a card, and what follows. Times are Unix ms. */
interface IdleInfo {
  readonly assignee: SlackUserId;
  readonly since: number;
  /** When they are asked "Still on it?"; undefined when the library is closed for too long. */
  readonly askAt: number | undefined;
  /** When the card goes back to the shift. */
  readonly backAt: number | undefined;
}

/** The id of the private message that asks "Still on it?": one for each time that a card is idle. */
export const idlePanelId = (card: Card, { since }: Pick<IdleInfo, 'since'>): PanelId =>
  panelId(`idle-${card.id}-${since}`);

/** Whether the person was asked about the card since then: by a message of its own, or at the end of their shift. */
export function isAsked(card: Card, { since, assignee }: IdleInfo): boolean {
  const list = `shift-end-${assignee}-`;
  return (card.listed?.in ?? []).some(
    (panel) =>
      panel === idlePanelId(card, { since }) ||
      (panel.startsWith(list) && Number(panel.slice(list.length)) >= since),
  );
}

/**
 * Since when the person who works on a card has done nothing with it, and what follows. It counts opening hours.
 * Undefined where nobody works on it, or it is set aside.
 */
export function idleInfoOf(
  { rota, nudges }: Pick<Desk, 'rota' | 'nudges'>,
  card: Card,
): IdleInfo | undefined {
  const assignee = assigneeOf(card);
  if (!assignee || isSetAside(card)) return undefined;
  const since = lastActivityAt(card, assignee);
  const after = (openMs: number) => openTimePassedAt(rota, since, openMs, card.clock?.stops);
  return { assignee, since, askAt: after(nudges.stillOnItMs), backAt: after(nudges.putBackMs) };
}
