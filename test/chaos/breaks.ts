import type { Overrides, Store } from '../../src/app.js';
import type { Card } from '../../src/core/card.js';
import { OutcomeUnknown } from '../../src/errors.js';
import type { CardStep, Cards, Ports } from '../../src/ports.js';

// One guard of the desk switched off at a time, from outside of it: a judge that sees nothing then is blind.

const theBreaks: Readonly<Record<string, Overrides>> = {
  'compare-and-set': rewritten(/if rev ~= ARGV\[2\].* then/, 'if false then'),
  'op ids': rewritten("if string.find(ops, op, 1, true) then return { 'done' } end", ''),
  'record before post': changing((step) => (card, world) => {
    const result = step(card, world);
    const begins = 'card' in result && card?.state === 'sending' && result.card?.state === 'posting';
    return begins ? { card, give: result.give } : result;
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
    ports: (ports) => ({ ...ports, network: { ...ports.network, ownPosts: async () => [] } }),
  },
  'freeze check': {
    ports: (ports) => ({
      ...ports,
      network: {
        ...ports.network,
        publish: (text, replyTo) => ports.network.publish(text, replyTo, () => true),
      },
    }),
  },
  'boot rule': rewritten("return run .. '-' .. replication", "return 'one'"),
  goodUntil: changing((step) => (card, world) => {
    const result = step(card, world);
    if (!('card' in result) || !result.card?.reply) return result;
    const reply = { ...result.card.reply, goodUntil: Number.MAX_SAFE_INTEGER };
    return { ...result, card: { ...result.card, reply } };
  }),
  'metadata settle': {
    ports: (ports) => ({ ...ports, board: { ...ports.board, find: async () => undefined } }),
  },
  'monotonic cursors': rewritten('if #new > #old or (#new == #old and new > old) then', 'if true then'),
  'show lease': changing((step) => (card, world) => {
    const result = step(card, world);
    return 'card' in result && result.card ? { ...result, card: unleased(result.card) } : result;
  }),
};

export const breaks: readonly string[] = Object.keys(theBreaks);

/** Throws a RangeError that lists them for a name that is none. */
export function breakOf(name: string): Overrides {
  const found = Object.hasOwn(theBreaks, name) ? theBreaks[name] : undefined;
  if (!found) throw new RangeError(`There is no break '${name}'. There is: ${breaks.join(', ')}.`);
  return found;
}

/** The storage with a few words of its scripts exchanged. */
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

type AnyStep = CardStep<unknown>;

/** Cards whose steps come to something else. */
function changing(change: (step: AnyStep) => AnyStep): Overrides {
  const broken = (cards: Cards): Cards => ({
    ...cards,
    change: (id, step) => cards.change(id, change(step) as typeof step),
  });
  return { ports: (ports: Ports) => ({ ...ports, cards: broken(ports.cards) }) };
}

/** Its messages are for anybody to take at once. */
function unleased(card: Card): Card {
  const messages = Object.entries(card.messages).map(([key, message]) => [
    key,
    message.lease ? { ...message, lease: { ...message.lease, until: 0 } } : message,
  ]);
  return { ...card, messages: Object.fromEntries(messages) };
}
