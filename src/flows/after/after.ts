import { bumpVersion, markPanelsSynced, type Panel } from '../../core/board/panel.js';
import type { CardEvent } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { pendingEvents, withoutEvents } from '../../core/card/decide.js';
import { isRefusal } from '../../core/card/refusal.js';
import type { ToldEvent } from '../../core/card/telling.js';
import type { CardId, PanelId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { purgedPanel } from '../../core/keeping/purged-panel.js';
import type { Ports } from '../../ports.js';
import { countAnswers, greetAll } from '../answer/hello.js';
import { tell } from '../tell/tell.js';
import { tellLeads } from '../tell/tell-leads.js';
import { tellGreeter, tellHolder, tellWhoLost } from './tell-staff.js';
import { tellUrgent } from './tell-urgent.js';

type Following = Pick<
  Ports,
  'board' | 'cards' | 'clock' | 'desk' | 'due' | 'ourPosts' | 'panels' | 'timings'
>;
type Effects<Names extends CardEvent['event']> = {
  readonly [Name in Names]: (
    ports: Following,
    card: Card,
    event: Extract<CardEvent, { event: Name }>,
  ) => Promise<void>;
};

/** These may be done again, and still happen once: the event is kept until its effect is done. */
const repeatable: Effects<ToldEvent['event'] | 'hello-sent' | 'answers-changed' | 'urgent'> = {
  'came-back': tell,
  'not-seen': tell,
  'check-asked': tell,
  passed: tell,
  flagged: tell,
  'sent-back': tell,
  'hello-sent': greetAll,
  'answers-changed': countAnswers,
  urgent: tellUrgent,
};

/**
 * Slack can't find a whisper again, so its event is dropped before it is sent: nobody reads it twice. One that is lost
 * does no harm, because the card says the same.
 */
const whispers: Effects<'taken-over' | 'changed' | 'removed' | 'rejected' | 'greeting-seen'> = {
  'taken-over': tellWhoLost,
  changed: tellHolder,
  removed: tellHolder,
  rejected: (ports, _card, event) => tellLeads(ports, event),
  'greeting-seen': tellGreeter,
};

type Effect = (ports: Following, card: Card, event: CardEvent) => Promise<void>;
const isWhisper = ({ event }: CardEvent): boolean => event in whispers;

/**
 * Does what follows from what happened to a card, besides what its own message shows. The events are stored with the card
 * and are due until this was done, so that nothing is lost when a process dies in between.
 */
export async function followUp(ports: Following, id: CardId): Promise<void> {
  for (;;) {
    const taken = await takeWhisper(ports, id);
    if (!taken) break;
    await (whispers[taken.event.event as keyof typeof whispers] as Effect)(ports, taken.card, taken.event);
  }
  const card = await ports.cards.get(id);
  if (!card) return;
  const events = pendingEvents(card).filter((event) => !isWhisper(event));
  for (const event of events) {
    await (repeatable[event.event as keyof typeof repeatable] as Effect)(ports, card, event);
  }
  await syncLinkedPanels(ports, card);
  await ports.cards.change(id, (now) => ({ next: now && withoutEvents(now, events), result: undefined }));
}

/** Drops the next event that a whisper follows from, and gives it with the card; undefined when there is none. */
async function takeWhisper(
  { cards }: Following,
  id: CardId,
): Promise<{ readonly card: Card; readonly event: CardEvent } | undefined> {
  const taken = await cards.change(id, (card) => {
    const event = card && pendingEvents(card).find(isWhisper);
    if (!event) return { next: card, result: undefined };
    return { next: withoutEvents(card, [event]), result: { card, event } };
  });
  return isRefusal(taken) ? undefined : taken;
}

/**
 * Marks the private messages that list a card as out of date, also when it is done: it may be opened again. Only a list of
 * flags that a newer one stands for is left as it is, unless the card was purged or its patron removed something. One that is
 * not there may be about to list it. May be done again.
 */
async function syncLinkedPanels(
  { cards, clock, panels }: Pick<Ports, 'cards' | 'clock' | 'panels'>,
  card: Card,
): Promise<void> {
  if (!card.listed || card.listed.told === card.version) return;
  const hasLost = isPurged(card) || card.removedAt !== undefined;
  const isOver = ({ closed, kind, purgedAt }: Panel) =>
    purgedAt !== undefined || (closed && !hasLost && kind === 'flags');
  // What waited when a shift began can't be said anew without what is gone.
  const nextOf = (panel: Panel) =>
    panel.kind === 'shift-start' ? purgedPanel(panel, clock.now()) : bumpVersion(panel);
  const over: PanelId[] = [];
  for (const id of card.listed.in) {
    const ends = await panels.change(id, (panel) =>
      panel && isOver(panel)
        ? { next: panel, result: true }
        : { next: panel && nextOf(panel), result: false },
    );
    if (ends === true) over.push(id);
  }
  await cards.change(card.id, (now) => ({
    next: now && markPanelsSynced(now, card.version, over),
    result: undefined,
  }));
}
