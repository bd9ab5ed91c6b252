import { setTimeout as delay } from 'node:timers/promises';
import type { Card } from '../core/card/card.js';
import { isRefusal } from '../core/card/refusal.js';
import type { CardId } from '../core/ids.js';
import type { Leased } from '../flows/show/message-lease.js';
import { giveUpLease, leaseWithChange, show } from '../flows/show/show.js';
import type { Logger } from '../log.js';
import type { Update } from '../ports/documents.js';
import type { Desks, Ports } from '../ports.js';

/** How long a person who is refused waits for the card to show why (ms): their trigger is good for 3 s. */
const showFirstMs = 1_000;

interface ShowingAtOnce {
  readonly desks: Desks;
  /** Somebody's press, form or command was worked at to its end: what it made due is looked for. */
  ended(): void;
  /** Resolves when nothing is being shown. */
  idle(): Promise<void>;
}

/**
 * The same desks for what people do in Slack: the message of a card that somebody changes is shown by this process at once,
 * and whoever is refused because of that change hears of it after. The due list is the net: what fails here is due there.
 * One press may change many cards of one panel, so that waits for its end; then `changed` is told of each desk.
 */
export function showAtOnce(desks: Desks, log: Logger, changed: (desk: string) => void): ShowingAtOnce {
  const underway = new Map<string, Promise<void>>();
  /** Desks at which somebody does something. */
  const asked = new Set<string>();

  const logFault = (ports: Ports, id: CardId) => (fault: Error) =>
    log.debug({ desk: ports.desk.id, card: id, error: fault.message }, 'not shown at once');

  function giveUp(ports: Ports, id: CardId, leased: Leased<Card>): void {
    giveUpLease(ports, id, leased).catch(logFault(ports, id));
  }

  function begin(ports: Ports, id: CardId, leased: Leased<Card> | undefined): void {
    const name = `${ports.desk.id}/${id}`;
    const before = underway.get(name) ?? Promise.resolve();
    const one = before
      .then(() => show(ports, id, leased))
      .catch(logFault(ports, id))
      .finally(() => {
        if (underway.get(name) === one) underway.delete(name);
      });
    underway.set(name, one);
  }

  function showing(ports: Ports): Ports {
    const { cards, desk, inPrivate } = ports;
    return {
      ...ports,
      ...(inPrivate ? { inPrivate: showing(inPrivate) } : {}),
      cards: {
        ...cards,
        change: async (id, update) => {
          asked.add(desk.id);
          let became = 'elsewhere' as Became;
          const taken: { lease?: Leased<Card> | undefined } = {};
          // Behind another message of the card a lease would only wait.
          const lease = underway.has(`${desk.id}/${id}`) ? () => undefined : leaseWithChange(ports, id);
          const changed = cards.change(id, (card, world) => {
            const updated = update(card, world);
            became = outcomeOf(card, updated);
            taken.lease = undefined;
            if (became !== 'to-show' || isRefusal(updated) || !updated.next) return updated;
            taken.lease = lease(updated.next, world);
            return taken.lease ? { ...updated, next: taken.lease.owner } : updated;
          });
          const result = await changed.catch((fault: unknown) => {
            if (taken.lease) giveUp(ports, id, taken.lease);
            throw fault;
          });
          if (became === 'refused') await shownFirst(underway.get(`${desk.id}/${id}`));
          if (became === 'to-show') begin(ports, id, taken.lease);
          return result;
        },
      },
    };
  }

  return {
    desks: {
      now: async (id, card) => {
        asked.add(id);
        const ports = await desks.now(id, card);
        return ports && showing(ports);
      },
      all: async () => (await desks.all()).map(showing),
    },
    ended: () => {
      for (const desk of asked) changed(desk);
      asked.clear();
    },
    idle: async () => {
      while (underway.size > 0) await Promise.all(underway.values());
    },
  };
}

/** What a change means for the card's own message; `elsewhere`: a panel shows it, or nothing changed. */
type Became = 'refused' | 'to-show' | 'elsewhere';

function outcomeOf(before: Card | undefined, updated: ReturnType<Update<Card, unknown>>): Became {
  if (isRefusal(updated)) return 'refused';
  const { next } = updated;
  return next && next !== before && next.panel === undefined ? 'to-show' : 'elsewhere';
}

async function shownFirst(shown: Promise<void> | undefined): Promise<void> {
  if (!shown) return;
  const ended = new AbortController();
  await Promise.race([shown, delay(showFirstMs, undefined, { signal: ended.signal }).catch(() => {})]);
  ended.abort();
}
