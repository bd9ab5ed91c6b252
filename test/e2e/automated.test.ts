import { expect, it } from 'vitest';
import { openScene, scene } from './scene.js';

it('a digest says how many of the new followers look automated, and names none of them', async () => {
  await openScene();
  for (const handle of ['ada', 'bea', 'cat', 'maria83746251', 'john55512345']) {
    await scene.x('addAccount', { handle, name: `${handle} Reader` });
    if (!/\d/.test(handle)) await scene.x('post', { by: handle, text: 'Finished Middlemarch.' });
    await scene.x('follow', { by: handle });
  }
  await scene.pass(320_000);
  const { text } = await scene.card('3 new followers since');
  expect(text).toMatch(
    /^3 new followers since \d\d:\d\d: (?:ada|bea|cat) Reader and 2 more · 2 look automated$/u,
  );
});
