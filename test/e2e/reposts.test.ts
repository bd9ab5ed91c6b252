import { expect, it } from 'vitest';
import { channel, wordsOf } from './desk.js';
import { scene, useScene } from './scene.js';

useScene();

it('what people repost of a patron and of the library is no card, and what the library reposts no answer', async () => {
  await scene.x('addAccount', { handle: 'ada', name: 'Ada Reader' });
  const id = await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary What a lovely reading room!');
  const { id: ours } = await scene.x('post', { by: 'centrallibrary', text: 'We are open until eight.' });
  for (const one of [id, ours]) await scene.x('repost', { by: 'ada', id: one });
  await scene.x('repost', { by: 'centrallibrary', id });
  await scene.pass(70_000);
  const { messages } = (await scene.slack('messages', { channel })) as { messages: { blocks: unknown }[] };
  const cards = messages.map(({ blocks }) => wordsOf(blocks));
  expect(cards).toEqual([expect.stringMatching(/What a lovely reading room!.* Thank /)]);
});
