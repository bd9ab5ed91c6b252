import { randomUUID } from 'node:crypto';
import type { Overrides, Store } from '../../src/app.js';
import type { Card } from '../../src/core/card/card.js';
import { isBlank } from '../../src/core/keeping/purged-panel.js';
import { OutcomeUnknown } from '../../src/errors.js';
import type { Cards, Update } from '../../src/ports/documents.js';
import type { Ports } from '../../src/ports.js';

// Each entry switches off one guard of the desk, without changing its code. The judge must then see an offence.

const theBreaks: Readonly<Record<string, Overrides>> = {
  'compare-and-set': rewritten(/if rev ~= ARGV\[2\].* then/, 'if false then'),
  'op ids': rewritten("if string.find(ops, op, 1, true) then return { 'done' } end", ''),
  'record before post': changing((update) => (card, world) => {
    const updated = update(card, world);
    const begins = 'next' in updated && card?.state === 'sending' && updated.next?.state === 'posting';
    return begins ? { next: card, result: updated.result } : updated;
  }),
  'no retries': {
    ports: (ports) => ({
      ...ports,
      network: {
        ...ports.network,
        async publish(...given) {
          for (let tries = 1; ; tries++) {
            try {
              return await ports.network.publish(...given);
            } catch (fault) {
              if (tries === 3 || !(fault instanceof OutcomeUnknown)) throw fault;
            }
          }
        },
      },
    }),
  },
  settle: {
    ports: (ports) => ({
      ...ports,
      network: { ...ports.network, ownPosts: async () => ({ found: [], odd: [] }) },
    }),
  },
  'freeze check': {
    ports: (ports) => ({
      ...ports,
      network: {
        ...ports.network,
        publish: (text, replyTo, _mayStillSend, key) => ports.network.publish(text, replyTo, () => true, key),
      },
    }),
  },
  'boot rule': rewritten("return run .. '-' .. replication", "return 'one'"),
  goodUntil: changing((update) => (card, world) => {
    const updated = update(card, world);
    if (!('next' in updated) || !updated.next?.reply) return updated;
    const reply = { ...updated.next.reply, goodUntil: Number.MAX_SAFE_INTEGER };
    return { ...updated, next: { ...updated.next, reply } };
  }),
  'metadata settle': {
    ports: (ports) => ({ ...ports, board: { ...ports.board, find: async () => undefined } }),
  },
  'monotonic cursors': rewritten('if tonumber(ARGV[3]) > old then', 'if true then'),
  'true modals': {
    ports: (ports) => ({ ...ports, board: { ...ports.board, openView: () => undefined } }),
  },
  'show lease': changing((update) => (card, world) => {
    const updated = update(card, world);
    return 'next' in updated && updated.next ? { ...updated, next: unleased(updated.next) } : updated;
  }),
  'words taken back': {
    ports: (ports) => ({
      ...ports,
      board: {
        ...ports.board,
        update: async (content, message, ts, mayStillSend) =>
          isBlank(content) ? { ts, changesAt: 0 } : ports.board.update(content, message, ts, mayStillSend),
      },
    }),
  },
  'same key': {
    ports: (ports) => ({
      ...ports,
      network: {
        ...ports.network,
        // A key ends with the time of its approval.
        publish: (text, replyTo, mayStillSend, key) =>
          ports.network.publish(text, replyTo, mayStillSend, `${randomUUID()}.${key}`),
      },
    }),
  },
  'send again': {
    ports: (ports) => ({
      ...ports,
      desk: { ...ports.desk, network: { ...ports.desk.network, once: false } },
    }),
  },
  'not after a deletion': changing((update) => (card, world) => {
    const updated = update(card, world);
    if (!('next' in updated) || updated.next?.state !== 'unsure' || !updated.next.reply) return updated;
    const reply = { ...updated.next.reply, postingUntil: Number.MAX_SAFE_INTEGER };
    return { ...updated, next: { ...updated.next, reply } };
  }),
};

export const breaks: readonly string[] = Object.keys(theBreaks);

/** The overrides that switch off a guard. Throws a RangeError with all names for an unknown one. */
export function breakOf(name: string): Overrides {
  const found = Object.hasOwn(theBreaks, name) ? theBreaks[name] : undefined;
  if (!found) throw new RangeError(`There is no break '${name}'. There is: ${breaks.join(', ')}.`);
  return found;
}

/** The storage with a piece of text in its Lua scripts replaced. */
function rewritten(words: string | RegExp, others: string): Overrides {
  const store = (connection: Store): Store =>
    new Proxy(connection, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name !== 'eval') return value.bind(target);
        return (script: string, ...rest: unknown[]) =>
          Reflect.apply(value, target, [script.replace(words, others), ...rest]);
      },
    });
  return { store };
}

type CardUpdate = Update<Card, unknown>;

/** Cards whose updates are changed before they run. */
function changing(change: (step: CardUpdate) => CardUpdate): Overrides {
  const broken = (cards: Cards): Cards => ({
    ...cards,
    change: (id, update) => cards.change(id, change(update) as typeof update),
  });
  return { ports: (ports: Ports) => ({ ...ports, cards: broken(ports.cards) }) };
}

/** The card with the leases of its messages expired, so that every worker may take them. */
function unleased(card: Card): Card {
  const messages = Object.entries(card.messages).map(([key, message]) => [
    key,
    message.lease ? { ...message, lease: { ...message.lease, until: 0 } } : message,
  ]);
  return { ...card, messages: Object.fromEntries(messages) };
}
