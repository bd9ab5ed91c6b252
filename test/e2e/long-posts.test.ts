import { expect, it } from 'vitest';
import { answersIn, undoMs } from './answers.js';
import { ana } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene({
  desk: (text) => text.replace('handle: centrallibrary', '$&, longPosts: true'),
  overrides: { timings: { writeDeadlineMs: 400 } },
});

const { failPost, shown } = answersIn(() => scene);

it.each([
  ['Maya Ortiz', 'says so', undefined],
  ['Sam Okafor', 'does not say what became of it', { when: 'after', how: 'hang' } as const],
])('a long question is read whole, and so is its long answer: %s, and X %s', async (name, _what, fault) => {
  const handle = name.replace(' ', '_');
  await scene.x('addAccount', { handle, name });
  for (const one of [handle, 'centrallibrary']) await scene.x('premium', { handle: one });
  const question = `@centrallibrary ${'I looked on all shelves. '.repeat(15)}Do you have Middlemarch?`;
  await scene.mention(handle, name, question);
  expect(await shown(name)).toContain('Do you have Middlemarch?');

  await scene.press(ana, name, 'Answer');
  const answer = `Yes, ${name}. ${`${name} finds it upstairs. `.repeat(12)}Ask us there & enjoy.`;
  await scene.slack('type', { user: ana, text: answer });
  await scene.slack('submit', { user: ana });
  await scene.slack('close', { user: ana });
  if (fault) failPost(fault);
  await scene.pass(undoMs + 71_000);
  const card = await shown(name);
  expect(card).toContain('Ana answered at');
  await hands.pick(ana, name, 'Show all');
  expect(await hands.reads(ana)).toContain('Ask us there & enjoy.');
  await hands.close(ana);
  expect(scene.published(`Yes, ${name}.`)).toHaveLength(1);
});
