import { expect, it } from 'vitest';
import { secondMs } from '../../src/core/durations.js';
import { ana } from '../e2e/desk.js';
import { hands, openScene, scene } from '../e2e/scene.js';
import { useServer } from './server.js';
import { createLibrary, createPerson, eventually, idOf } from './town.js';

const server = useServer();

it('a question becomes a card within 20 seconds, and what Ana writes stands under it on Bluesky', async () => {
  const library = await createLibrary(server());
  const maya = await createPerson(server(), 'maya');
  await openScene({
    // The server goes by the time of this machine.
    sandbox: { startAt: Date.now(), speed: 1 },
    desk: (text) =>
      text.replace(
        /x: \{[^}]*\}/u,
        `bluesky: { handle: ${library.handle}, secrets: SANDBOX, service: "${server().service}" }`,
      ),
    env: { BLUESKY_SANDBOX_APP_PASSWORD: library.appPasswordOfDesk },
    // Bluesky sends no bill.
    mayLoseBooks: true,
  });
  const asked = await maya.post(`@${library.handle} Do you have large print?`, {}, [library]);
  await eventually(async () => (await library.network.posts([idOf(asked)])).found[0], 'the question');
  await scene.pass(20 * secondMs);
  expect(await hands.shown(maya.handle)).toContain('Do you have large print?');
  await hands.writes(ana, maya.handle, 'Answer', 'Yes, ask for Zoë at the desk.');
  await hands.submit(ana);
  await scene.pass(20 * secondMs);
  expect(await hands.shown(maya.handle)).toContain('Ana answered');
  const { found } = await library.network.ownPosts(0);
  expect(found).toMatchObject([{ text: 'Yes, ask for Zoë at the desk. ^AK', repliedTo: idOf(asked) }]);
}, 120_000);
