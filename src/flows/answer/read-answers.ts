import { withReading } from '../../core/board/gathered.js';
import { bumpVersion, type Panel } from '../../core/board/panel.js';
import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { newestAct } from '../../core/card/select.js';
import { type CardId, compareIds, type PanelId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

type Reading = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels'>;

/** The answers to a question of ours that share a message, newest first. */
export interface Answers {
  readonly panel: Panel;
  readonly cards: readonly Card[];
}

/** *Read them*: gives all answers that share a message, and records who read them and when. */
export async function readAnswers(ports: Reading, id: PanelId, actor: Actor): Promise<Answers | Refusal> {
  const found = await answersIn(ports, id, actor);
  if (isRefusal(found) || actor.kind !== 'staff') return found;
  const read = await record(ports, found, actor.id);
  return isRefusal(read) ? read : { ...found, panel: read };
}

/** The same answers as they are now, for a person who has begun to read them. */
export async function answersIn(
  { cards, desk, panels }: Reading,
  id: PanelId,
  actor: Actor,
): Promise<Answers | Refusal> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const panel = await panels.get(id);
  if (panel?.kind !== 'asked' && !(desk.account.linkOnly && panel?.kind === 'fold'))
    return { refused: 'gone' };
  const found = await Promise.all((await cards.inPanel(id)).all.map((one) => cards.get(one)));
  const known = found.filter((card) => card !== undefined);
  return { panel, cards: known.toSorted(newestFirst) };
}

/** Some times come in whole seconds: the ids then tell which came first. */
function newestFirst(one: Card, other: Card): number {
  const [a, b] = [newestAct(one), newestAct(other)];
  return b.at - a.at || compareIds(b.id, a.id);
}

/**
 * *No reply needed to the rest*: closes the answers that nobody took. Whoever presses it has read them. *Done* on a desk that only
 * links: the same for what a fold shows.
 */
export async function closeRest(ports: Reading, id: PanelId, actor: Actor): Promise<Refusal | undefined> {
  const found = await answersIn(ports, id, actor);
  if (isRefusal(found)) return found;
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  await record(ports, found, actor.id);
  for (const { id: card, state } of found.cards) {
    if (state === 'open') await act(ports, card, { do: 'dismiss' }, actor);
  }
  const outcome = { how: 'rest', by: actor.id, at: ports.clock.now() } as const;
  const closed = await ports.panels.change(id, (panel) => ({
    next: panel && panel.outcome?.how !== 'muted' ? { ...bumpVersion(panel), outcome } : panel,
    result: undefined,
  }));
  return isRefusal(closed) ? closed : undefined;
}

const record = (
  { clock, panels }: Reading,
  { panel, cards }: Answers,
  by: Extract<Actor, { kind: 'staff' }>['id'],
): Promise<Panel | Refusal> =>
  panels.change(panel.id, (known = panel) => {
    const ids: readonly CardId[] = cards.map(({ id }) => id);
    const next = withReading(known, { by, at: clock.now(), cards: ids });
    return { next, result: next };
  });
