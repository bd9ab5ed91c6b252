import type { CardEvent } from './actions.js';
import type { Card } from './card.js';
import { isHello } from './select.js';

/** The events of a card from which something has yet to follow, oldest first. */
export const pendingEvents = (card: Card): readonly CardEvent[] => card.pending ?? eventsOf(card);

/**
 * Version 0.1.0 kept no events: what its cards may still have to be followed by is read off them. All of it may be done
 * again. A card of a later version that has no list has had no such event.
 */
function eventsOf(card: Card): readonly CardEvent[] {
  const { changedAt, flag, holder, note, state } = card;
  return [
    ...(flag ? [{ event: 'flagged', by: flag.by, at: flag.at } as const] : []),
    ...(state === 'claimed' && holder && note?.back
      ? [{ event: 'sent-back', to: holder.id, at: note.at } as const]
      : []),
    ...(state === 'sent' && isHello(card) ? [{ event: 'hello-sent', at: changedAt } as const] : []),
  ];
}

/** The card after more events. */
export const withEvents = (card: Card, before: Card, events: readonly CardEvent[]): Card =>
  events.length > 0 ? { ...card, pending: [...pendingEvents(before), ...events] } : card;

/** The card once what follows from these events was done; the same card when it has none of them. */
export function withoutEvents(card: Card, done: readonly CardEvent[]): Card {
  const isDone = (event: CardEvent) => done.some((one) => JSON.stringify(one) === JSON.stringify(event));
  const pending = pendingEvents(card);
  const left = pending.filter((event) => !isDone(event));
  return left.length === pending.length ? card : { ...card, pending: left };
}
