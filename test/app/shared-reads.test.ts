import { setImmediate as turnEnd } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { sharedReads } from '../../src/app/shared-reads.js';

it('whoever asks is given what stood there after they asked, also while another read takes its time', async () => {
  let stored = 1;
  const ends: (() => void)[] = [];
  const read = sharedReads(() => {
    const found = stored;
    return new Promise<number>((resolve) => {
      ends.push(() => resolve(found));
    });
  });
  const early = read();
  await turnEnd();
  stored = 2;
  const late = [read(), read()];
  await turnEnd();
  ends[1]?.();
  expect(await Promise.all(late)).toEqual([2, 2]);
  ends[0]?.();
  expect(await early).toBe(1);
});

it('a read that fails fails for those alone who asked for it', async () => {
  let fault: Error | undefined = new Error('away');
  const read = sharedReads(async () => {
    if (fault) throw fault;
    return 'there';
  });
  await expect(Promise.all([read(), read()])).rejects.toThrow('away');
  fault = undefined;
  expect(await read()).toBe('there');
});
