import { expect, it } from 'vitest';
import { ana } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const { reads } = hands;

it('whoever answers sees what was said with this person before, and how well we know them', async () => {
  await openScene();
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await scene.press(ana, 'Maya Ortiz', 'Answer');
  expect(await reads(ana)).toContain('Question · first time');
  expect(await reads(ana)).not.toContain('Before:');
  await hands.type(ana, 'Hi Maya, yes: forty novels, on the first floor.');
  await hands.submit(ana);
  await hands.close(ana);
  await scene.pass(10_000);

  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary And can you post them to us?');
  await scene.press(ana, 'And can you post', 'Answer');
  const seen = await reads(ana);
  expect(seen).toContain('Question · second question this month');
  expect(seen).toMatch(
    /Before: .*Maya Ortiz: .*Do you have large print\? .*Ana answered: .*Hi Maya, yes: forty novels, on the first floor\. \^AK/,
  );
  await hands.inModal(ana, 'Look it over');
  expect(await reads(ana)).toContain('Before: ');
  await hands.close(ana);
});
