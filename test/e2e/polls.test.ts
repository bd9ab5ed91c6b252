import { beforeAll, expect, it } from 'vitest';

import { scene, useScene } from './scene.js';

useScene();
beforeAll(async () => {
  await Promise.all([1, 2].map(() => scene.another({ roles: ['worker'] }).start()));
});

const reads = (list: string) =>
  scene.sandbox.journal.read().filter(({ kind }) => kind === `GET /2/users/:id/${list}`).length;

it('however many workers there are, each list of X is read once per interval', async () => {
  const before = { mentions: reads('mentions'), tweets: reads('tweets'), followers: reads('followers') };
  // In small steps: another worker may have taken a poll from the list and not yet given it to the queue.
  for (let passed = 0; passed < 15 * 60_000; passed += 2_000) await scene.pass(2_000);
  expect(reads('mentions') - before.mentions).toBeGreaterThanOrEqual(14);
  expect(reads('mentions') - before.mentions).toBeLessThanOrEqual(15);
  expect(reads('tweets') - before.tweets).toBeGreaterThanOrEqual(14);
  expect(reads('tweets') - before.tweets).toBeLessThanOrEqual(15);
  expect(reads('followers') - before.followers).toBeGreaterThanOrEqual(2);
  expect(reads('followers') - before.followers).toBeLessThanOrEqual(3);
}, 120_000);
