import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.js';
import { readEnv } from '../../src/config/env.js';
import { deskId } from '../../src/core/ids.js';
import { createLog } from '../../src/log.js';
import { ana, ben, channel } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const notServed = 'This belongs to a desk that is not set up any more. Nothing was sent; copy your words.';

it('whoever presses what a desk of another name left in Slack is told that nothing comes of it', async () => {
  await openScene();
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Are you open tonight?');
  await scene.press(ana, 'Maya Ortiz', 'Answer');
  await hands.type(ana, 'Yes Maya, until eight.');
  await scene.app.close();
  const secrets = scene.desks.map(({ account }) => account.secrets);
  const env = readEnv(scene.environment, secrets);
  const clock = { now: () => scene.sandbox.clock.now(), monotonic: () => performance.now() };
  const desks = scene.desks.map((desk) => ({ ...desk, id: deskId('renamed') }));
  const app = createApp({ env, desks }, { clock, log: createLog('silent') });
  onTestFinished(() => app.close());
  await app.start();

  const { ts } = await scene.card('Maya Ortiz');
  await scene.slack('press', { user: ben, channel, ts, label: 'Open' });
  await expect.poll(() => scene.whispers(ben)).toEqual([notServed]);
  const { closed, errors } = await scene.slack('submit', { user: ana });
  expect(closed).toBe(false);
  expect(Object.values(errors as object)).toEqual([notServed]);
});
