import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../../src/app.js';

/** A gate where somebody waits until it is opened. */
export function gate() {
  let open = () => {};
  let reach = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  return {
    reached,
    open: () => open(),
    come: () => {
      reach();
      return opened;
    },
  };
}

/** A storage whose writes wait a little, so that both of two writers read before either writes. */
export function slowWrites() {
  let ms = 0;
  const wrap = (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name !== 'eval') return value.bind(target);
        return async (...given: unknown[]) => {
          if (String(given[0]).includes("'stale'")) await delay(ms);
          return Reflect.apply(value, target, given);
        };
      },
    });
  return {
    wrap,
    slow: (wait: number) => {
      ms = wait;
    },
  };
}
