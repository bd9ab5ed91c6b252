import { expect, it, vi } from 'vitest';
import { close } from '../../src/ops/closing.js';

it('what ends by itself is not cut off', async () => {
  const cut = vi.fn();
  expect(await close({ drain: async () => {}, cut, cutAfterMs: 10, overAfterMs: 20 })).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(cut).not.toHaveBeenCalled();
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
