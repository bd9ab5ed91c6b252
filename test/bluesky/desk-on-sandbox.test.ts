import { expect, it } from 'vitest';
import { secondMs } from '../../src/core/durations.js';
import { ana } from '../e2e/desk.js';
import { hands, openScene, scene } from '../e2e/scene.js';

it('a desk whose account names no server is on the sandbox, and its answer stands under the question', async () => {
  await openScene({
    desk: (text) =>
      text.replace(/x: \{[^}]*\}/u, 'bluesky: { handle: centrallibrary.test, secrets: SANDBOX }'),
    mayLoseBooks: true,
  });
  const act = (name: string, args: Record<string, unknown>) => scene.sandbox.bluesky.acts[name]?.(args);
  act('addAccount', { handle: 'maya', name: 'Maya' });
  const asked = act('post', { by: 'maya', text: '@centrallibrary.test Do you have large print?' });
  const { uri } = asked as { uri: string };
  await scene.pass(60 * secondMs);
  await hands.writes(ana, 'Maya', 'Answer', 'Yes, 40 of them.');
  await hands.submit(ana);
  await scene.pass(60 * secondMs);
  expect(act('timeline', { handle: 'centrallibrary' })).toMatchObject({
    posts: [{ text: 'Yes, 40 of them. ^AK', reply_to: uri, root: uri }],
  });
  expect(await hands.shown('Maya')).toContain('Ana answered');
}, 60_000);
