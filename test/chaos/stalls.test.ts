import { expect, it } from 'vitest';
import { watchStalls } from './stalls.js';
import { slow } from './timings.js';

it('a process that did not run for a while says for how long', async () => {
  let end = () => {};
  const told = new Promise<number>((resolve) => {
    end = watchStalls(resolve);
  });
  const until = performance.now() + slow * 600;
  while (performance.now() < until);
  expect(await told).toBeGreaterThan(slow * 400);
  end();
});
