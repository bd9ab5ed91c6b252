import { describe, expect, it } from 'vitest';
import { sharedReads } from '../../src/app/shared-reads.js';

/** What is stored, and a read of it that ends when it is told to. */
function aStore() {
  const ends: (() => void)[] = [];
  let fault: Error | undefined;
  const store = {
    value: 1,
    failsAt(next: Error | undefined) {
      fault = next;
    },
    endsNext: () => ends.shift()?.(),
    read: sharedReads(() => {
      const found = store.value;
      const failed = fault;
      return new Promise<number>((resolve, reject) => {
        ends.push(() => (failed ? reject(failed) : resolve(found)));
      });
    }),
  };
  return store;
}

describe('reads that are shared', () => {
  it('give what was stored when they were asked for, also while another read is underway', async () => {
    const store = aStore();
    const first = store.read();
    store.value = 2;
    const later = [store.read(), store.read()];
    store.endsNext();
    expect(await first).toBe(1);
    store.value = 3;
    const last = store.read();
    store.endsNext();
    expect(await Promise.all(later)).toEqual([2, 2]);
    store.endsNext();
    expect(await last).toBe(3);
  });

  it('fail for those who asked for them alone', async () => {
    const store = aStore();
    store.failsAt(new Error('away'));
    const first = store.read();
    store.failsAt(undefined);
    const second = store.read();
    store.endsNext();
    await expect(first).rejects.toThrow('away');
    await Promise.resolve();
    store.endsNext();
    expect(await second).toBe(1);
  });
});
