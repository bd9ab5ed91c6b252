import type { Store } from '../../src/store/redis.js';

/** The scripts of a connection, before they go out: `happens` gets what EVAL gets, and is waited for. */
export function overheard(
  connection: Store,
  happens: (words: readonly unknown[]) => Promise<unknown>,
): Store {
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'eval') return value.bind(target);
      return async (...words: unknown[]) => {
        await happens(words);
        return Reflect.apply(value, target, words);
      };
    },
  });
}

/** Whether these are the words of the script that writes a document: it alone may come too late. */
export const isWrite = ([script]: readonly unknown[]): boolean => String(script).includes("'stale'");
