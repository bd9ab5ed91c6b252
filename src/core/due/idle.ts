import type { RecordedAction } from '../card/actions.js';
import type { Card } from '../card/card.js';
import { isSetAside } from '../card/card-clock.js';
import type { Desk } from '../desk/desk.js';
import { type PanelId, panelId, type SlackUserId } from '../ids.js';
import { openTimePassedAt } from './deadlines.js';

/** Whoever works on a card: its holder, or the colleague who checks it. A card that waits for a check has nobody. */
export function workerOf({ state, holder, review }: Card): SlackUserId | undefined {
  if (state === 'in-review') return review?.reviewer;
  return state === 'claimed' || state === 'handed-off' ? holder?.id : undefined;
}

/** By these an answer comes back to whoever wrote it. */
const comesBack: readonly string[] = [
  'begin',
  'lapse',
  'reject',
  'edited',
  'withdraw',
] satisfies RecordedAction[];

/** When a person last did something with a card, said that they keep it, or got it back from X; 0 for never. */
export function lastActivityAt({ draft, history, holder, kept }: Card, person: SlackUserId): number {
  return Math.max(
    holder?.id === person ? holder.since : 0,
    draft?.by === person ? draft.at : 0,
    kept?.by === person ? kept.at : 0,
    history.findLast(({ action, by }) => by === person || comesBack.includes(action))?.at ?? 0,
  );
}

/** Whether somebody has a card that they have not touched since a time, and that may be put back. */
export const isLeftBy = (card: Card, person: SlackUserId, since: number): boolean =>
  workerOf(card) === person && !card.flag && lastActivityAt(card, person) <= since;

export interface IdleInfo {
  readonly worker: SlackUserId;
  readonly since: number;
  /** "Still on it?" */
  readonly askAt: number | undefined;
  /** Back to the shift. */
  readonly backAt: number | undefined;
}

/** The private message that asks for this: one for each time that a card lies. */
export const idlePanelId = (card: Card, { since }: Pick<IdleInfo, 'since'>): PanelId =>
  panelId(`idle-${card.id}-${since}`);

/** Whether its worker was asked about it already since they touched it last: alone, or at the end of their shift. */
export function isAsked(card: Card, { since, worker }: IdleInfo): boolean {
  const list = `shift-end-${worker}-`;
  return (card.listed?.in ?? []).some(
    (panel) =>
      panel === idlePanelId(card, { since }) ||
      (panel.startsWith(list) && Number(panel.slice(list.length)) >= since),
  );
}

/** How long a card has lain with whoever has it, and what becomes of it, in open hours. Undefined where nobody has it. */
export function idleInfoOf(
  { rota, nudges }: Pick<Desk, 'rota' | 'nudges'>,
  card: Card,
): IdleInfo | undefined {
  const worker = workerOf(card);
  if (!worker || isSetAside(card)) return undefined;
  const since = lastActivityAt(card, worker);
  const after = (openMs: number) => openTimePassedAt(rota, since, openMs, card.clock?.stops);
  return { worker, since, askAt: after(nudges.stillOnItMs), backAt: after(nudges.putBackMs) };
}
