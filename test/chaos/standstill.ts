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

/** A storage whose next write of some words waits until it is let go on, so that another writer comes between it and its read. */
export function heldWrites(words: string) {
  let held: ReturnType<typeof gate> | undefined;
  const isOfThem = (given: readonly unknown[]) =>
    String(given[0]).includes("'stale'") && given.some((one) => String(one).includes(words));
  const wrap = (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name !== 'eval') return value.bind(target);
        return async (...given: unknown[]) => {
          if (held && isOfThem(given)) {
            const waits = held;
            held = undefined;
            await waits.come();
          }
          return Reflect.apply(value, target, given);
        };
      },
    });
  return {
    wrap,
    /** `reached` resolves when a write waits; `open` lets it go on. */
    hold: () => {
      held = gate();
      return held;
    },
  };
}
