import { randomUUID } from 'node:crypto';
import type { ListedCard, Panel } from '../../core/board/panel.js';
import { withReminded } from '../../core/card/card-clock.js';
import { isRefusal } from '../../core/card/refusal.js';
import { isLate, overdueAt, remindedUpTo, reminderStages } from '../../core/due/deadlines.js';
import {
  acceptsCards,
  lateBeforeToday,
  nextReminderAt,
  notListed,
  peopleToRemind,
  peopleToRemindAgain,
  reminderId,
  reminderNumber,
} from '../../core/due/reminders.js';
import { dayMs } from '../../core/durations.js';
import { type CardId, type SlackUserId, token } from '../../core/ids.js';
import { localDate } from '../../core/rota/local-time.js';
import { isOpen } from '../../core/rota/open-hours.js';
import type { Ports } from '../../ports.js';
import { follow } from '../tell/follow.js';

type Reminding = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels' | 'timings'>;

/**
 * A card has waited as long as it may: it joins the next reminder of everybody who is to know. The card keeps that they
 * were told, and each reminder which cards it lists, so that work that is done again changes nothing.
 */
export async function remind(ports: Reminding, id: CardId): Promise<void> {
  const { cards, clock, desk } = ports;
  for (const stage of reminderStages) {
    const card = await cards.get(id);
    const dueAt = card && overdueAt(desk, card, stage);
    if (!card || dueAt === undefined || dueAt > clock.now()) continue;
    const people = peopleToRemind(desk, clock.now(), stage, card);
    for (const to of people) await joinReminder(ports, to, [{ card: id, dueAt }]);
    const upTo = remindedUpTo(card);
    await cards.change(id, (now) => ({ next: now && withReminded(now, stage, upTo), result: undefined }));
  }
  // Its times are derived anew, should the open hours have changed since.
  await cards.change(id, (card) => ({ next: card, result: undefined }));
}

/**
 * Reminds once more, on every open day, of what was late before: for people whom no shift's beginning tells it, such as the
 * fallback person of a desk without shifts.
 */
export async function remindAgain(ports: Reminding & Pick<Ports, 'due'>): Promise<void> {
  const { cards, clock, desk, due, panels } = ports;
  const now = clock.now();
  const people = isOpen(desk.rota, now) ? peopleToRemindAgain(desk, now) : [];
  if (people.length === 0) return;
  const before = lateBeforeToday(desk, now);
  const looks = (await cards.toLookAt()).filter((card) => isLate(desk, card, before));
  if (looks.length === 0 && (await cards.dueUpTo(before, 1)).length === 0) return;
  for (const to of people) {
    if ((await due.count(`again-${to}-${localDate(desk.rota, now)}`, dayMs)) > 1) continue;
    const next = await panels.current({ kind: 'reminder', to });
    const listed = new Set(next && acceptsCards(next) ? next.lists?.map(({ card }) => card) : []);
    const late = [...(await cards.dueUpTo(before)), ...looks.map((card) => card.id)];
    const more = late.filter((card) => !listed.has(card));
    await joinReminder(
      ports,
      to,
      more.map((card) => ({ card, dueAt: now, again: true })),
    );
  }
}

/** Puts cards on the next reminder of a person, without those that the last one listed for the same. */
export async function joinReminder(
  ports: Reminding,
  to: SlackUserId,
  cards: readonly ListedCard[],
): Promise<void> {
  for (;;) {
    const last = await ports.panels.current({ kind: 'reminder', to });
    const fresh = last ? notListed(last, cards) : cards;
    if (fresh.length === 0) return;
    const id = last && acceptsCards(last) ? last.id : await nextReminder(ports, to, last);
    if (id === undefined) return;
    await follow(
      ports,
      id,
      fresh.map(({ card }) => card),
    );
    const joined = await ports.panels.change(id, (panel) => {
      if (!panel || !acceptsCards(panel)) return { next: panel, result: false };
      return {
        next: { ...panel, lists: [...(panel.lists ?? []), ...notListed(panel, fresh)] },
        result: true,
      };
    });
    if (joined === true) return;
  }
}

/** A new reminder in the place of the last; several at once make the same one. */
async function nextReminder(
  { clock, desk, panels, timings }: Reminding,
  to: SlackUserId,
  last: Panel | undefined,
): Promise<Panel['id'] | undefined> {
  const startedAt = clock.now();
  const slotAt = nextReminderAt(desk, to, last, startedAt, timings.remindGatherMs);
  if (slotAt === undefined) return undefined;
  const begun = {
    format: 1,
    kind: 'reminder',
    to,
    version: 1,
    startedAt,
    closed: false,
    message: { token: token(randomUUID()), slotAt, shown: 0, to },
  } as const;
  for (let n = reminderNumber(last) + 1; ; n++) {
    const id = reminderId(to, n);
    const next = await panels.change<Panel>(id, (known = { id, ...begun }) => ({
      next: known,
      result: known,
    }));
    if (isRefusal(next) || !acceptsCards(next)) continue;
    // The next one stands before the last is closed: from the last it is known when the person was told.
    if (last)
      await panels.change(last.id, (panel) => ({ next: panel && closedNow(panel), result: undefined }));
    return id;
  }
}

const closedNow = (panel: Panel): Panel => ({ ...panel, closed: true });
