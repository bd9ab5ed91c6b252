import { randomUUID } from 'node:crypto';
import type { ListedCard, Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { isRefusal } from '../../core/card/refusal.js';
import { needs, type ToldEvent, tellingOf } from '../../core/card/telling.js';
import { isSameTelling, peopleToTell, takesMore, tellAt, toldId } from '../../core/due/tellings.js';
import { type PanelId, type SlackUserId, token } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { follow } from './follow.js';

type Telling = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels' | 'timings'>;

/**
 * Tells in private whom an event of a card concerns, if it still holds. It joins their next message; what comes within two
 * minutes shares one. May be done again: each is told once.
 */
export async function tell(ports: Telling, card: Card, event: ToldEvent): Promise<void> {
  const telling = tellingOf(event);
  for (const to of peopleToTell(ports.desk, card, telling, ports.clock.now())) {
    if (needs(card, telling, to)) await joinTold(ports, to, { card: card.id, telling }, event.at);
  }
}

/** Puts something on a person's next message, unless one lists it that was not begun before `since` (Unix ms). */
export async function joinTold(
  ports: Telling,
  to: SlackUserId,
  listed: ListedCard,
  since: number,
): Promise<void> {
  const { panels } = ports;
  for (;;) {
    const last = await panels.current({ kind: 'told', to });
    const known = await listing(ports, last, listed, since);
    const id = known ?? (last && takesMore(last) ? last.id : await nextTold(ports, to, listed, last));
    await follow(ports, id, [listed.card]);
    const joined = await panels.change(id, (panel) => {
      if (panel && lists(panel, listed)) return { next: panel, result: true };
      if (!panel || !takesMore(panel)) return { next: panel, result: false };
      return { next: { ...panel, lists: [...(panel.lists ?? []), listed] }, result: true };
    });
    if (joined === true) return;
  }
}

const lists = (panel: Panel, listed: ListedCard): boolean =>
  (panel.lists ?? []).some((one) => isSameTelling(one, listed));

/** Which of a person's messages lists something: the last one, or one before it that was not begun before `since`. */
async function listing(
  { panels }: Telling,
  last: Panel | undefined,
  listed: ListedCard,
  since: number,
): Promise<PanelId | undefined> {
  for (let panel = last; panel; panel = panel.before && (await panels.get(panel.before))) {
    if (lists(panel, listed)) return panel.id;
    if ((panel.message?.begunAt ?? since) < since) return undefined;
  }
  return undefined;
}

/** A new message in the place of the last; several workers at once make the same one. */
async function nextTold(
  { clock, desk, panels, timings }: Telling,
  to: SlackUserId,
  listed: ListedCard,
  last: Panel | undefined,
): Promise<PanelId> {
  const startedAt = clock.now();
  const slotAt = tellAt(desk.rota, startedAt, timings.tellGatherMs);
  const begun = {
    format: 1,
    kind: 'told',
    to,
    version: 1,
    startedAt,
    closed: false,
    message: { token: token(randomUUID()), slotAt, shown: 0, to },
    ...(last ? { before: last.id } : {}),
  } as const;
  for (let n = 1; ; n++) {
    const id = toldId(to, listed, n);
    const next = await panels.change<Panel>(id, (known = { id, ...begun }) => ({
      next: known,
      result: known,
    }));
    if (isRefusal(next) || !(takesMore(next) || lists(next, listed))) continue;
    // The next one stands before the last is closed, so that one of them is always found.
    if (last && last.id !== id)
      await panels.change(last.id, (panel) => ({
        next: panel && { ...panel, closed: true },
        result: undefined,
      }));
    return id;
  }
}

/**
 * What a message that waited still has to tell its person; undefined for nothing. What holds, but is for others now, they
 * are told: they are on shift, and the person is not any more.
 */
export async function stillToTell(
  ports: Telling,
  panel: Panel,
  to: SlackUserId,
  cards: readonly Card[],
): Promise<Panel | undefined> {
  const now = ports.clock.now();
  const left: ListedCard[] = [];
  for (const listed of panel.lists ?? []) {
    const { telling } = listed;
    const card = cards.find(({ id }) => id === listed.card);
    if (!card || !telling) continue;
    const people = peopleToTell(ports.desk, card, telling, now).filter((one) => needs(card, telling, one));
    if (people.includes(to)) left.push(listed);
    else for (const other of people) await joinTold(ports, other, listed, panel.startedAt);
  }
  const keeps = (one: ListedCard) => left.some((other) => isSameTelling(one, other));
  await ports.panels.change(panel.id, (known) => ({
    next: known?.lists?.every(keeps) ? known : known && { ...known, lists: known.lists?.filter(keeps) ?? [] },
    result: undefined,
  }));
  return left.length > 0 ? { ...panel, lists: left } : undefined;
}
