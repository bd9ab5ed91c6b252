import { expect, it } from 'vitest';
import { close } from '../../src/ops/close.js';

it('what ends by itself is not cut off', async () => {
  let isCut = false;
  const cut = () => {
    isCut = true;
  };
  expect(await close({ drain: async () => {}, cut, cutAfterMs: 10, overAfterMs: 20 })).toBe(true);
  // One that hangs, begun after it, is cut off later than it would have been.
  await new Promise<void>((cutOff) => {
    void close({ drain: () => new Promise(() => {}), cut: cutOff, cutAfterMs: 15, overAfterMs: 20 });
  });
  expect(isCut).toBe(false);
});

it('what hangs is cut off, and then may still end', async () => {
  let ends = () => {};
  const drain = () => new Promise<void>((resolve) => (ends = resolve));
  expect(await close({ drain, cut: () => ends(), cutAfterMs: 10, overAfterMs: 10_000 })).toBe(true);
});

it('what hangs on is left behind', async () => {
  const drain = () => new Promise<void>(() => {});
  expect(await close({ drain, cut: () => {}, cutAfterMs: 1, overAfterMs: 10 })).toBe(false);
});
